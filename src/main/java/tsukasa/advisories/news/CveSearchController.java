package tsukasa.advisories.news;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.advisories.news.CveSearchPage.Outcome;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;

/// From a CVE number to the entry, as many tools and texts link to it. By GET and POST; neither changes anything.
@Controller
class CveSearchController {
    private static final int SHOWN = 60;
    private final Entries entries;

    CveSearchController(Entries entries) {
        this.entries = entries;
    }

    @GetMapping("/cvesearch")
    Answer get(Frame frame, @RequestParam(name = "cveId", required = false) String cveId) {
        return answer(frame, Optional.ofNullable(cveId).orElse("").strip());
    }

    @PostMapping("/cvesearch")
    Answer post(Frame frame, @RequestParam(name = "cveId", required = false) String cveId) {
        return answer(frame, Optional.ofNullable(cveId).orElse("").strip());
    }

    private Answer answer(Frame frame, String asked) {
        Optional<CveId> cve = asked.length() > SHOWN ? Optional.empty() : CveId.read(asked);
        if (cve.isEmpty()) {
            String shown = asked.codePoints()
                    .limit(SHOWN)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            return new CveSearchPage(frame, shown, asked.isEmpty() ? Outcome.NOTHING_ASKED : Outcome.NO_NUMBER);
        }
        List<EntryHead> known = entries.known(cve.get().toString());
        if (known.isEmpty()) {
            return new CveSearchPage(frame, cve.get().toString(), Outcome.UNKNOWN);
        }
        String language = frame.query().contains("lang=en") ? "?lang=en" : "";
        String number = known.size() == 1
                ? known.getFirst().number().toString()
                : cve.get().toString();
        return new Redirect("/vulnerabilities/" + number + language);
    }
}
