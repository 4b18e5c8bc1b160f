package tsukasa.tools.showing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.kernel.feed.AtomFeed;
import tsukasa.kernel.openapi.Described;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Writing;
import tsukasa.tools.Audience;
import tsukasa.tools.Downloads;
import tsukasa.tools.Support;
import tsukasa.tools.Tool;
import tsukasa.tools.ToolName;
import tsukasa.tools.Tools;

@Controller
class ToolController {
    private static final int IN_FEED = 50;
    private final ToolShowing showing;
    private final ReleaseShowing releases;
    private final ToolFeed feed;
    private final Tools tools;
    private final Downloads downloads;
    private final Clock clock;

    ToolController(
            ToolShowing showing,
            ReleaseShowing releases,
            ToolFeed feed,
            Tools tools,
            Downloads downloads,
            Clock clock) {
        this.showing = showing;
        this.releases = releases;
        this.feed = feed;
        this.tools = tools;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GetMapping(ToolShowing.PATH)
    ToolsPage list(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String support) {
        return showing.list(frame, question(q, audience, support));
    }

    @GetMapping(ToolShowing.PATH + "/{name}")
    ToolPage one(Frame frame, @PathVariable String name) {
        return showing.page(frame, name);
    }

    @GetMapping(ToolShowing.PATH + "/{name}/{version}")
    ReleasePage release(Frame frame, @PathVariable String name, @PathVariable String version) {
        return releases.page(frame, name, version);
    }

    @GetMapping(ToolShowing.PATH + "/feed.atom")
    ResponseEntity<byte[]> atom(Frame frame) {
        return ResponseEntity.ok()
                .contentType(AtomFeed.TYPE)
                .eTag(String.valueOf(tools.mark()) + frame.language().tag())
                .body(AtomFeed.bytes(feed.feed(tools.newestReleases(IN_FEED), frame.language())));
    }

    @Described("Tools against vulnerabilities, by text, audience (developers, operators, users) and state of support")
    @GetMapping("/api/tools")
    ResponseEntity<Map<String, Object>> all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String support) {
        Map<ToolName, Long> counted = downloads.byTool();
        List<Tool> found = tools.list(question(q, audience, support));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("total", found.size());
        told.put(
                "tools",
                found.stream()
                        .map(tool -> feed.brief(tool, support(tool), counted.getOrDefault(tool.name(), 0L)))
                        .toList());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(told);
    }

    @Described("A tool with its releases, their files with SHA-256 and signature, and how often each was downloaded")
    @GetMapping("/api/tools/{name}")
    ResponseEntity<Map<String, Object>> read(@PathVariable String name) {
        Tool tool = showing.tool(name);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(feed.whole(tool, support(tool), downloads.byVersion(tool.name())));
    }

    private Support support(Tool tool) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        return Support.on(today, tool.content().supportUntil());
    }

    private static Tools.Question question(String words, String audience, String support) {
        return new Tools.Question(
                words.strip(),
                Audience.read(audience).orElse(null),
                Support.read(support).orElse(null));
    }
}
