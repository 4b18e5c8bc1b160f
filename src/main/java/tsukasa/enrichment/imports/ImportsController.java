package tsukasa.enrichment.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiConsumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.FormFields;
import tsukasa.kernel.page.Frame;
import tsukasa.vulnerability.Imports;
import tsukasa.vulnerability.Imports.Wanted;

/// Which files came in, and which records did not.
@Controller
class ImportsController {
    private final Imports imports;
    private final ImportViews views;

    ImportsController(Imports imports, ImportViews views) {
        this.imports = imports;
        this.views = views;
    }

    @GetMapping(ImportViews.RUNS)
    @Permit(Permission.ENRICH)
    RunsPage runs(Frame frame, HttpServletRequest request) {
        return views.runs(frame, wanted(request), page(request));
    }

    @GetMapping(ImportViews.REFUSALS)
    @Permit(Permission.ENRICH)
    RefusalsPage refusals(Frame frame, HttpServletRequest request) {
        return views.refusals(frame, wanted(request), page(request));
    }

    @GetMapping(ImportViews.RUNS + ".csv")
    @Permit(Permission.ENRICH)
    ResponseEntity<StreamingResponseBody> runsFile(HttpServletRequest request) {
        return file("imports.csv", wanted(request), (wanted, out) -> ImportFiles.runs(imports, wanted, out));
    }

    @GetMapping(ImportViews.REFUSALS + ".csv")
    @Permit(Permission.ENRICH)
    ResponseEntity<StreamingResponseBody> refusalsFile(HttpServletRequest request) {
        return file("refusals.csv", wanted(request), (wanted, out) -> ImportFiles.refusals(imports, wanted, out));
    }

    private static ResponseEntity<StreamingResponseBody> file(
            String name, Wanted wanted, BiConsumer<Wanted, java.io.OutputStream> writer) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> writer.accept(wanted, out));
    }

    /// A feed of which nothing was imported is no condition; a run that never was is not there.
    private Wanted wanted(HttpServletRequest request) {
        String feed = FormFields.text(request, "feed");
        String run = FormFields.text(request, "run");
        if (!run.isEmpty()
                && !(run.matches("[0-9]{1,18}")
                        && imports.run(Long.parseLong(run)).isPresent())) {
            throw Problem.notFound(Text.of("この番号の取り込みはありません。", "There is no import with this number."));
        }
        return new Wanted(imports.feeds().contains(feed) ? feed : null, run.isEmpty() ? null : Long.valueOf(run));
    }

    private static int page(HttpServletRequest request) {
        return Math.max(1, FormFields.count(FormFields.text(request, "page")));
    }
}
