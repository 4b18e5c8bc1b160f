package tsukasa.tools.showing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.files.FileKeeper;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.kernel.feed.Feed;
import tsukasa.tools.Audience;
import tsukasa.tools.Release;
import tsukasa.tools.Support;
import tsukasa.tools.Tool;
import tsukasa.tools.Tools;

/// Tools for programs: a feed of releases, and JSON.
@Component
class ToolFeed {
    private static final Feed.Author AUTHOR = new Feed.Author("Tsukasa");
    private final PublicAddress address;
    private final FileKeeper files;
    private final Tools tools;

    ToolFeed(PublicAddress address, FileKeeper files, Tools tools) {
        this.address = address;
        this.files = files;
        this.tools = tools;
    }

    /// @param releases the last published first
    Feed feed(List<Release> releases, Language language) {
        String page = address.of(ToolShowing.PATH).toString();
        return new Feed(
                page,
                Text.of("対策ツールの新しい版", "Releases of tools").in(language),
                language,
                releases.isEmpty() ? Instant.EPOCH : releases.getFirst().published(),
                address.of(ToolShowing.PATH + "/feed.atom?lang=" + language.tag())
                        .toString(),
                page,
                AUTHOR,
                releases.stream().map(release -> item(release, language)).toList());
    }

    private Feed.Item item(Release release, Language language) {
        String page = address.of(release.address()).toString();
        String title = tools.find(release.tool())
                .map(tool -> tool.content().title().in(language))
                .orElse(release.tool().value());
        return new Feed.Item(
                page,
                title + " " + release.version(),
                page,
                release.published(),
                release.published(),
                release.notes().in(language),
                List.of());
    }

    /// @param downloads of all its releases
    Map<String, Object> brief(Tool tool, Support support, long downloads) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", tool.name().value());
        told.put("address", address.of(tool.name().address()).toString());
        told.put("title", tool.content().title());
        told.put("purpose", tool.content().purpose());
        told.put(
                "audiences",
                tool.content().audiences().stream().map(Audience::key).toList());
        told.put("licence", tool.content().licence());
        told.put("platforms", tool.content().platforms());
        told.put("support", support.key());
        told.put("supportUntil", tool.content().supportUntil());
        told.put("newest", tool.newest().map(Release::version).orElse(null));
        told.put("downloads", downloads);
        told.put("updated", tool.updated());
        return told;
    }

    Map<String, Object> whole(Tool tool, Support support, Map<String, Long> downloads) {
        long all = downloads.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Object> told = brief(tool, support, all);
        told.put("description", tool.content().description());
        told.put("source", tool.content().source());
        told.put("contact", tool.content().contact());
        told.put(
                "releases",
                tool.releases().stream()
                        .map(release -> json(release, downloads.getOrDefault(release.version(), 0L)))
                        .toList());
        told.put("changes", tool.changes());
        return told;
    }

    private Map<String, Object> json(Release release, long downloads) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("version", release.version());
        told.put("released", release.released());
        told.put("address", address.of(release.address()).toString());
        told.put("notes", release.notes());
        told.put("parts", release.parts());
        told.put("withdrawn", release.withdrawal());
        told.put("downloads", downloads);
        told.put(
                "files",
                release.offered()
                        ? files.of(release.holder()).stream()
                                .filter(file -> file.state().givenOut())
                                .map(file -> json(release, file))
                                .toList()
                        : List.of());
        return told;
    }

    private Map<String, Object> json(Release release, tsukasa.files.KeptFile file) {
        String at = address.of(ToolShowing.address(release, file)).toString();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", file.name());
        told.put("address", at);
        told.put("type", file.type().mediaType());
        told.put("size", file.size());
        told.put("sha256", file.sha256());
        told.put("signature", at + ".asc");
        return told;
    }
}
