package tsukasa.watching.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Frame;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.WatchList;

/// A list and its findings as files.
@Controller
@Permit(Permission.SIGNED_IN)
class FileController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private final WatchDesk desk;
    private final Files files;
    private final Asking asking;

    FileController(WatchDesk desk, Files files, Asking asking) {
        this.desk = desk;
        this.files = files;
        this.asking = asking;
    }

    /// The same conditions as the page; without any, all that still matches or did.
    @GetMapping("/watch/lists/{list}/findings.csv")
    ResponseEntity<StreamingResponseBody> findings(
            Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        Wanted wanted = Wanted.read(request.getParameterMap());
        FindingQuestion question =
                asking.question(wanted, Set.of(found.id()), 1).from(null);
        FindingQuestion asked = wanted.plain() ? FindingQuestion.all(question.lists(), 1) : question;
        return file(
                CSV,
                "findings.csv",
                out -> Walls.as(visitor.acting(), () -> {
                    files.findings(visitor.id(), asked, frame.language(), out);
                    return true;
                }));
    }

    static ResponseEntity<StreamingResponseBody> file(MediaType type, String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }

    @GetMapping("/watch/lists/{list}/items.csv")
    ResponseEntity<StreamingResponseBody> items(Visitor visitor, @PathVariable String list) {
        WatchList found = desk.list(visitor.id(), list);
        return file(
                CSV,
                "products.csv",
                out -> Walls.as(visitor.acting(), () -> {
                    files.items(visitor.id(), found.id(), out);
                    return true;
                }));
    }

    @GetMapping("/watch/lists/{list}/list.json")
    ResponseEntity<StreamingResponseBody> list(Visitor visitor, @PathVariable String list) {
        byte[] whole = files.list(visitor.id(), desk.list(visitor.id(), list));
        return file(MediaType.APPLICATION_JSON, "watch-list.json", out -> out.write(whole));
    }

    @GetMapping("/watch/lists/{list}/vex.json")
    ResponseEntity<StreamingResponseBody> vex(Visitor visitor, @PathVariable String list) {
        byte[] whole = files.vex(visitor.id(), desk.list(visitor.id(), list));
        return file(MediaType.APPLICATION_JSON, "openvex.json", out -> out.write(whole));
    }
}
