package tsukasa.demo.year;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.kernel.database.Walls;
import tsukasa.watching.Decision;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.Justification;
import tsukasa.watching.Letters;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;

/// What two people of the demonstration watch, and what they decided about some of it.
@Component
class WatchedProducts {
    private final WatchLists lists;
    private final Findings findings;
    private final Cast cast;

    WatchedProducts(WatchLists lists, Findings findings, Cast cast) {
        this.lists = lists;
        this.findings = findings;
        this.cast = cast;
    }

    void tell() {
        Visitor company = cast.playing(Cast.COMPANY);
        Walls.as(company.acting(), () -> ofCompany(company.id()));
        Visitor analyst = cast.playing(Cast.ANALYST);
        Walls.as(analyst.acting(), () -> ofAnalyst(analyst.id()));
    }

    private int ofCompany(UUID company) {
        WatchList servers = lists.make(company, "社内のサーバー", "本番環境で動かしているもの。毎月1日に見直す。", Language.JA);
        lists.add(
                company,
                servers.id(),
                List.of(
                        cpe("Apache HTTP Server", "2.4.17", "a:apache:http_server:2.4.17"),
                        cpe("OpenSSL", "1.0.1f", "a:openssl:openssl:1.0.1f"),
                        cpe("ISC BIND", "9.9.5", "a:isc:bind:9.9.5"),
                        cpe("Samba", "4.5.0", "a:samba:samba:4.5.0")),
                null);
        lists.tell(company, servers.id(), Letters.DAILY, Language.JA);
        WatchList product = lists.make(company, "製品「受付くん」の部品", "", Language.JA);
        lists.add(
                company,
                product.id(),
                List.of(
                        cpe("Apache Log4j", "2.14.1", "a:apache:log4j:2.14.1"),
                        cpe("Spring Framework", "5.3.17", "a:vmware:spring_framework:5.3.17"),
                        cpe("jQuery", "1.12.4", "a:jquery:jquery:1.12.4")),
                null);
        lists.tell(company, product.id(), Letters.AT_ONCE, Language.JA);
        return decide(company, servers);
    }

    private int ofAnalyst(UUID analyst) {
        WatchList desk = lists.make(analyst, "分析デスクの端末", "", Language.JA);
        return lists.add(
                        analyst,
                        desk.id(),
                        List.of(
                                cpe("Mozilla Firefox", "45.0", "a:mozilla:firefox:45.0"),
                                cpe("Adobe Acrobat Reader DC", "", "a:adobe:acrobat_reader_dc:*"),
                                cpe("7-Zip", "18.01", "a:7-zip:7-zip:18.01")),
                        null)
                .added();
    }

    private static NewItem cpe(String title, String version, String name) {
        return new NewItem(title, version, List.of("cpe:2.3:" + name + ":*:*:*:*:*:*:*"));
    }

    /// Of the most urgent ones, one was looked at, one does not matter here, one was put right.
    private int decide(UUID owner, WatchList list) {
        List<Finding> found = findings.list(owner, FindingQuestion.waiting(Set.of(list.id()), 3))
                .findings();
        List<Decision> decisions = List.of(
                new Decision(FindingState.REVIEWED, null, "検証環境で確かめています。"),
                new Decision(
                        FindingState.NOT_AFFECTED, Justification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH, "この機能は使っていません。"),
                new Decision(FindingState.FIXED, null, "修正を適用しました。"));
        for (int each = 0; each < Math.min(found.size(), decisions.size()); each++) {
            findings.decide(owner, Cast.COMPANY.name(), List.of(found.get(each).id()), decisions.get(each));
        }
        return found.size();
    }
}
