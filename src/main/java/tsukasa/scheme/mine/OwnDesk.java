package tsukasa.scheme.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Letters;
import tsukasa.scheme.Letters.Managed;
import tsukasa.scheme.RegisterEntry;
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

    /// An entry that stands.
    OwnEntry open(String schemeId, String token, HttpServletResponse response) {
        OwnEntry entry = openAny(schemeId, token, response);
        if (entry.withdrawn()) {
            throw withdrawn(entry);
        }
        return entry;
    }

    /// Nothing behind the link stays in a cache or a search engine.
    OwnEntry openAny(String schemeId, String token, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        Managed managed = letters.managed(token).orElseThrow(OwnDesk::gone);
        Scheme scheme =
                schemes.version(scheme(schemeId).id(), managed.version()).orElseThrow(OwnDesk::gone);
        OwnEntry.Said said = scheme.confidential()
                ? said(scheme, managed)
                : registers
                        .entry(scheme.id(), managed.number(), today)
                        .map(OwnDesk::said)
                        .orElseThrow(OwnDesk::gone);
        return new OwnEntry(scheme, token, said, managed.answers(), managed.withdrawn());
    }

    private static OwnEntry.Said said(RegisterEntry entry) {
        return new OwnEntry.Said(entry.number(), entry.name(), entry.level(), entry.prefecture(), entry.validFrom());
    }

    /// No register knows it: what the case itself says.
    private static OwnEntry.Said said(Scheme scheme, Managed managed) {
        return new OwnEntry.Said(
                managed.number(),
                managed.name(),
                scheme.levelOf(managed.answers().values()),
                Prefecture.ofCode(managed.answers().text(scheme.register().prefecture()))
                        .orElseThrow(OwnDesk::gone),
                managed.since());
    }

    private static Problem withdrawn(OwnEntry entry) {
        return new Problem(
                Kind.CONFLICT,
                Text.of("この登録は取り下げられています。", "This entry was withdrawn."),
                Text.of(
                        "管理用のリンクを開き直すと、取下げを取り消せます。番号は " + entry.entry().number() + " です。",
                        "Open the link again to take the withdrawal back. The number is "
                                + entry.entry().number() + "."));
    }

    private static Problem gone() {
        return new Problem(
                Kind.GONE,
                Text.of(
                        "この管理用のリンクは使えません。7日の期限が過ぎたか、アドレスが違います。",
                        "This link does not work. Its 7 days are over, or the address is wrong."),
                Text.of("登録の番号を入力して、新しいリンクを受け取ってください。", "Enter the number of your entry to get a new link."));
    }
}
