package tsukasa.scheme.mine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;
import tsukasa.scheme.Scheme;

/// ロゴ: given out after its terms have been accepted, and that is recorded.
@Controller
class LogoController {
    private final OwnDesk own;
    private final AcceptanceStore acceptances;
    private final Clock clock;

    LogoController(OwnDesk own, AcceptanceStore acceptances, Clock clock) {
        this.own = own;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    @GetMapping("/{scheme}/manage/{token}/logo")
    LogoPage terms(Frame frame, HttpServletResponse response, @PathVariable String scheme, @PathVariable String token) {
        return page(frame, own.open(scheme, token, response), Errors.none());
    }

    @PostMapping("/{scheme}/manage/{token}/logo")
    Answer accept(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String scheme,
            @PathVariable String token) {
        OwnEntry entry = own.open(scheme, token, response);
        if (!"true".equals(request.getParameter("accepted"))) {
            return page(
                    frame,
                    entry,
                    Errors.none()
                            .with(
                                    "accepted",
                                    frame.say(
                                            "利用条件を読み、同意に印を付けてください。", "Read the terms and tick that you accept them.")));
        }
        int version = terms(entry).version();
        acceptances.record(entry.entry().number(), version, clock.instant(), "contact");
        return new Redirect(entry.path() + "/logo");
    }

    private LogoPage page(Frame frame, OwnEntry entry, Errors errors) {
        return new LogoPage(
                frame,
                entry.scheme(),
                entry.level(),
                entry.entry().number(),
                acceptances.acceptedAt(entry.entry().number(), terms(entry).version()),
                terms(entry),
                errors,
                entry.path());
    }

    @GetMapping("/{scheme}/manage/{token}/logo/{file}")
    ResponseEntity<byte[]> file(
            HttpServletResponse response,
            @PathVariable String scheme,
            @PathVariable String token,
            @PathVariable String file) {
        OwnEntry entry = own.open(scheme, token, response);
        if (acceptances
                .acceptedAt(entry.entry().number(), terms(entry).version())
                .isEmpty()) {
            throw notAccepted();
        }
        Emblem emblem = Emblem.of(entry.scheme(), entry.level());
        String name = entry.scheme().id() + "-" + entry.entry().level();
        return switch (file) {
            case "logo.svg" ->
                download(
                        MediaType.parseMediaType("image/svg+xml"),
                        name + ".svg",
                        emblem.svg().getBytes(StandardCharsets.UTF_8));
            case "logo.png" -> download(MediaType.IMAGE_PNG, name + ".png", emblem.png(1024));
            default -> throw Problem.notFound(Text.of("このファイルはありません。", "There is no such file."));
        };
    }

    private static ResponseEntity<byte[]> download(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private static Scheme.Terms terms(OwnEntry entry) {
        return entry.scheme()
                .terms()
                .orElseThrow(() -> Problem.notFound(Text.of("この制度にロゴはありません。", "This scheme has no logo.")));
    }

    private static Problem notAccepted() {
        return new Problem(
                Kind.NOT_ALLOWED,
                Text.of("ロゴは、利用条件に同意した方だけが受け取れます。", "The logo is for those who have accepted its terms."),
                Text.of("ロゴの画面で、利用条件に同意してください。", "Accept the terms on the page of the logo."));
    }
}
