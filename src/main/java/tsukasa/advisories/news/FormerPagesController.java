package tsukasa.advisories.news;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Redirect;
import tsukasa.vulnerability.EntryId;

/// The addresses of entries that clients of MyJVN make of their numbers by themselves.
@Controller
class FormerPagesController {
    private static final String END = ".html";

    @GetMapping("/ja/contents/{year}/{file}")
    Answer japanese(@PathVariable String year, @PathVariable String file) {
        return new Redirect(page(year, file) + "?lang=ja");
    }

    @GetMapping("/en/contents/{year}/{file}")
    Answer english(@PathVariable String year, @PathVariable String file) {
        return new Redirect(page(year, file) + "?lang=en");
    }

    private static String page(String year, String file) {
        String number = file.endsWith(END) ? file.substring(0, file.length() - END.length()) : "";
        return EntryId.read(number)
                .filter(id -> id.toString().startsWith("JVNDB-" + year + "-"))
                .map(id -> "/vulnerabilities/" + id)
                .orElseThrow(() -> Problem.notFound(Text.of("この名前のページはありません。", "There is no page of this name.")));
    }
}
