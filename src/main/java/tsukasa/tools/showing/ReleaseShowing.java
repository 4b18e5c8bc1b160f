package tsukasa.tools.showing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.advisories.Signing;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.tools.Downloads;
import tsukasa.tools.Parts;
import tsukasa.tools.Parts.Concern;
import tsukasa.tools.Release;
import tsukasa.tools.Tool;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;

/// Makes the page of a release.
@Component
class ReleaseShowing {
    private final ToolShowing showing;
    private final Downloads downloads;
    private final Parts parts;
    private final Signing signing;

    ReleaseShowing(ToolShowing showing, Downloads downloads, Parts parts, Signing signing) {
        this.showing = showing;
        this.downloads = downloads;
        this.parts = parts;
        this.signing = signing;
    }

    ReleasePage page(Frame f, String name, String version) {
        Tool tool = showing.tool(name);
        Release release = tool.release(version)
                .orElseThrow(() -> Problem.notFound(Text.of("その版はありません。", "There is no such release.")));
        Standing standing = Standing.of(tool, release);
        List<Concern> concerns = parts.concerns(release.parts());
        String title = f.say(tool.content().title());
        return new ReleasePage(
                f,
                title + " " + version,
                title,
                tool.name().address(),
                standing.status(),
                f.say(standing.word()),
                f.say(
                        f.writing().date(release.released()) + "公開",
                        "Released on " + f.writing().date(release.released())),
                withdrawn(f, release),
                f.say(release.notes()),
                release.offered() ? showing.offers(f, release) : List.of(),
                release.address() + "/SHA256SUMS",
                signing.keyAddress(),
                signing.fingerprint(),
                parts(f, release, concerns),
                checked(f, release, concerns),
                f.writing().number(downloads.byVersion(tool.name()).getOrDefault(version, 0L)),
                DownloadShowing.PATH + "?tool=" + tool.name());
    }

    private static @Nullable String withdrawn(Frame f, Release release) {
        Release.Withdrawal withdrawal = release.withdrawal();
        if (withdrawal == null) {
            return null;
        }
        String day = ToolShowing.day(f, withdrawal.at());
        return f.say(day + "に取り下げました。", "Withdrawn on " + day + ". ") + f.say(withdrawal.reason());
    }

    private static List<ReleasePage.Part> parts(Frame f, Release release, List<Concern> concerns) {
        Map<String, List<Concern>> each = concerns.stream().collect(Collectors.groupingBy(Concern::part));
        return release.parts().stream()
                .map(part -> new ReleasePage.Part(
                        part,
                        each.getOrDefault(part, List.of()).stream()
                                .map(concern -> concern(f, concern.verdict()))
                                .toList()))
                .toList();
    }

    private static ReleasePage.Concern concern(Frame f, Verdict verdict) {
        String number = verdict.cve() == null
                ? verdict.number().toString()
                : verdict.cve().toString();
        return new ReleasePage.Concern(
                number,
                "/vulnerabilities/" + number,
                verdict.answer() == Answer.AFFECTED ? Status.AT_RISK : Status.TO_BE_CHECKED,
                f.say(verdict.answer().title()),
                f.say(verdict.decisive().explain()));
    }

    private static String checked(Frame f, Release release, List<Concern> concerns) {
        if (release.parts().isEmpty()) {
            return f.say("ほかのソフトウェアは含まれていません。", "No other software comes with it.");
        }
        long affected = concerns.stream()
                .filter(concern -> concern.verdict().answer() == Answer.AFFECTED)
                .map(concern -> concern.verdict().entry())
                .distinct()
                .count();
        return affected == 0
                ? f.say(
                        "脆弱性対策情報データベースに、該当する脆弱性はありません。",
                        "The vulnerability database knows of none that affects its parts.")
                : f.say(
                        "脆弱性対策情報データベースの" + affected + "件が該当します。",
                        affected + " entries of the vulnerability database affect its parts.");
    }
}
