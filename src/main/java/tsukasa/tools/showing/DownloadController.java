package tsukasa.tools.showing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tsukasa.kernel.openapi.Described;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Writing;
import tsukasa.kernel.table.CsvWriter;
import tsukasa.tools.Downloads;

@Controller
class DownloadController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private final DownloadShowing showing;
    private final Downloads downloads;

    DownloadController(DownloadShowing showing, Downloads downloads) {
        this.showing = showing;
        this.downloads = downloads;
    }

    @GetMapping(DownloadShowing.PATH)
    DownloadsPage page(Frame frame, @RequestParam(defaultValue = "") String tool) {
        return showing.page(frame, tool);
    }

    @GetMapping(DownloadShowing.PATH + ".csv")
    ResponseEntity<StreamingResponseBody> counts(@RequestParam(defaultValue = "") String tool) {
        return csv("tool-downloads.csv", csv -> {
            csv.row(List.of("month", "tool", "version", "downloads"));
            showing.counted(tool)
                    .forEach(each -> csv.plain(each.month(), true)
                            .plain(each.tool(), false)
                            .cell(each.version(), false)
                            .plain(each.count(), false)
                            .end());
        });
    }

    /// Every download: the rows that the counts were made of.
    @GetMapping(DownloadShowing.PATH + "/records.csv")
    ResponseEntity<StreamingResponseBody> records(@RequestParam(defaultValue = "") String tool) {
        return csv("tool-download-records.csv", csv -> {
            csv.row(List.of("number", "at", "tool", "version", "file"));
            downloads.each(
                    tool,
                    one -> csv.plain(one.number(), true)
                            .plain(one.at().atZone(Writing.JAPAN).toOffsetDateTime(), false)
                            .plain(one.tool(), false)
                            .cell(one.version(), false)
                            .cell(one.file(), false)
                            .end());
        });
    }

    @Described("Downloads of tools, by month, tool and version")
    @GetMapping("/api/tools/downloads")
    ResponseEntity<Map<String, Object>> json(@RequestParam(defaultValue = "") String tool) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "downloads",
                        showing.counted(tool).stream()
                                .map(each -> Map.of(
                                        "month",
                                        each.month().toString(),
                                        "tool",
                                        each.tool().value(),
                                        "version",
                                        each.version(),
                                        "count",
                                        each.count()))
                                .collect(Collectors.toList())));
    }

    private static ResponseEntity<StreamingResponseBody> csv(String name, Consumer<CsvWriter> writing) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(out -> {
                    try (CsvWriter csv = new CsvWriter(out)) {
                        writing.accept(csv);
                    }
                });
    }
}
