package tsukasa.exposure.checking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tsukasa.kernel.Problem;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.SortedBy;

/// The pages of the check. A result lives at an address that only its visitor knows, for a short time.
@Controller
class CheckController {
    private static final String BASE = "/sbom-check";
    private static final String EXAMPLE = "/tsukasa/exposure/example.cdx.json";
    private final Sent sent;
    private final KeptResults kept;
    private final ResultViews views;
    private final PublicAddress address;

    CheckController(Sent sent, KeptResults kept, ResultViews views, PublicAddress address) {
        this.sent = sent;
        this.kept = kept;
        this.views = views;
        this.address = address;
    }

    @GetMapping(BASE)
    CheckPage form(Frame frame) {
        return new CheckPage(frame, Errors.none(), "", 200, false);
    }

    @PostMapping(BASE)
    Answer check(
            Frame frame,
            @RequestParam(required = false) @Nullable MultipartFile sbom,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> vex,
            @RequestParam(defaultValue = "") String example)
            throws IOException {
        Sent.Source source;
        long size;
        if (!example.isEmpty()) {
            source = CheckController::example;
            size = 0;
        } else if (sbom != null && !sbom.isEmpty()) {
            source = sbom::getInputStream;
            size = sbom.getSize();
        } else if (!text.isBlank()) {
            byte[] pasted = text.getBytes(StandardCharsets.UTF_8);
            source = () -> new ByteArrayInputStream(pasted);
            size = pasted.length;
        } else {
            return refused(
                    frame, text, 422, frame.say("ファイルを選ぶか、SBOM を貼り付けてください。", "Choose a file, or paste an SBOM."));
        }
        try {
            return new Redirect(BASE + "/" + kept.keep(sent.check(source, size, CheckApi.sources(vex))));
        } catch (Problem problem) {
            return refused(
                    frame,
                    text,
                    problem.kind().status(),
                    frame.say(problem.what()) + (frame.japanese() ? "" : " ") + frame.say(problem.next()));
        }
    }

    private static CheckPage refused(Frame frame, String pasted, int status, String sentence) {
        return new CheckPage(frame, Errors.none().with("sbom", sentence), pasted, status, false);
    }

    private static InputStream example() {
        return Objects.requireNonNull(CheckController.class.getResourceAsStream(EXAMPLE));
    }

    /// The same for a script, which shows how far the sending has come: the document as the body.
    @PostMapping(path = BASE + "/sent", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> sent(HttpServletRequest request) throws IOException {
        Checked checked = sent.check(request::getInputStream, request.getContentLengthLong(), List.of());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Map.of("address", BASE + "/" + kept.keep(checked)));
    }

    @GetMapping(BASE + "/{result}")
    Answer result(
            Frame frame,
            HttpServletResponse response,
            @PathVariable String result,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String exploited,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String updates) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ResultFilter filter = new ResultFilter(severity, exploited, state, words.strip(), SortedBy.read(sort));
        return kept.result(result)
                .<Answer>map(
                        checked -> views.page(frame, BASE + "/" + result, checked, filter, page, updates.equals("all")))
                .orElseGet(() -> new CheckPage(frame, Errors.none(), "", 404, true));
    }

    @GetMapping(BASE + "/{result}/{form}")
    ResponseEntity<StreamingResponseBody> download(
            Frame frame, @PathVariable String result, @PathVariable String form) {
        Written written = Written.of(form)
                .orElseThrow(() -> Problem.notFound(Text.of("その形式はありません。", "There is no such form of a result.")));
        Checked checked = kept.result(result)
                .orElseThrow(() -> Problem.notFound(Text.of("この結果は、もう残っていません。", "This result is no longer there.")));
        return CheckApi.file(written, checked, frame, address.base());
    }

    @PostMapping(BASE + "/{result}/forget")
    Redirect forget(@PathVariable String result) {
        kept.forget(result);
        return new Redirect(BASE);
    }
}
