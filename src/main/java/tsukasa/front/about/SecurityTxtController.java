package tsukasa.front.about;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// `security.txt` (RFC 9116): whom finders of weaknesses of this site write to.
@Controller
class SecurityTxtController {
    private final SecurityContact contact;

    SecurityTxtController(SecurityContact contact) {
        this.contact = contact;
    }

    @GetMapping(path = SecurityContact.PATH, produces = MediaType.TEXT_PLAIN_VALUE + ";charset=utf-8")
    @ResponseBody
    String text() {
        return contact.text()
                .orElseThrow(() -> Problem.notFound(Text.of(
                        "このサイトの脆弱性の連絡先は、まだ定められていません。",
                        "Nobody has been named yet to tell of weaknesses of this site.")));
    }
}
