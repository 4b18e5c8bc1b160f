package tsukasa.scheme.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Letters;
import tsukasa.scheme.Registers;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;

/// Opens an entry for those who hold a management link.
@Component
class OwnDesk {
    private final Schemes schemes;
    private final Letters letters;
    private final Registers registers;
    private final Clock clock;

    OwnDesk(Schemes schemes, Letters letters, Registers registers, Clock clock) {
        this.schemes = schemes;
        this.letters = letters;
        this.registers = registers;
        this.clock = clock;
    }

    Scheme scheme(String id) {
        return schemes.find(id)
                .orElseThrow(() -> Problem.notFound(Text.of("お探しのページはありません。", "There is no page at this address.")));
    }

    /// Nothing behind the link stays in a cache or a search engine.
    OwnEntry open(String schemeId, String token, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        Scheme scheme = scheme(schemeId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        return letters.managed(token)
                .flatMap(number -> registers
                        .entry(scheme.id(), number, today)
                        .flatMap(entry -> registers
                                .allAnswers(scheme.id(), number)
                                .map(answers -> new OwnEntry(scheme, token, entry, new Answers(answers)))))
                .orElseThrow(OwnDesk::gone);
    }

    private static Problem gone() {
        return new Problem(
                Kind.GONE,
                Text.of(
                        "この管理用のリンクは使えません。7日の期限が過ぎたか、登録が取り下げられています。",
                        "This link does not work. Its 7 days are over, or the entry was withdrawn."),
                Text.of("登録の番号を入力して、新しいリンクを受け取ってください。", "Enter the number of your entry to get a new link."));
    }
}
