package tsukasa.demo.year;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.alerts.AlertDraft;
import tsukasa.alerts.AlertDraft.Kind;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertWords;
import tsukasa.alerts.AlertWriting;
import tsukasa.identity.Visitor;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.foureyes.DraftOutcome;

/// What the agency warned of in the year: well-known vulnerabilities, in words of our own made of their facts.
@Component
class Warnings {
    private static final String CONTACT = "セキュリティセンター security@example.jp";
    private static final AlertWords SPOOLER = new AlertWords(
            "Windowsの印刷スプーラーの脆弱性（CVE-2021-34527）について",
            "Vulnerability in the Windows print spooler (CVE-2021-34527)",
            "Windowsの印刷スプーラーに、離れた場所からプログラムを実行される脆弱性があります。攻撃の手順が公開されています。",
            "The print spooler of Windows lets others run programs from afar. How to attack it is public.",
            "修正が提供されるまで、印刷を使わないサーバーではスプーラーを止めてください。提供されたら直ちに適用してください。",
            "Until a fix is out, stop the spooler on servers that do not print. Apply the fix as soon as it is there.",
            "CRITICAL",
            "cpe:2.3:o:microsoft:windows_10",
            "CVE-2021-34527",
            "https://msrc.microsoft.com/update-guide/vulnerability/CVE-2021-34527 Microsoft",
            CONTACT,
            "",
            "");

    private static final AlertWords WEB_SERVER = new AlertWords(
            "Apache HTTP Serverのパストラバーサルの脆弱性（CVE-2021-41773）について",
            "Path traversal in Apache HTTP Server (CVE-2021-41773)",
            "公開していないファイルを読み取られるおそれがあります。設定によっては、プログラムを実行されます。攻撃が確認されています。",
            "Files that are not published can be read; with some settings, programs can be run. Attacks have been observed.",
            "修正された版に更新してください。2.4.48以前には、この脆弱性はありません。",
            "Update to a fixed version. Versions up to 2.4.48 are not affected.",
            "HIGH",
            "cpe:2.3:a:apache:http_server | 2.4.49",
            "CVE-2021-41773",
            "https://httpd.apache.org/security/vulnerabilities_24.html Apache HTTP Server Project",
            CONTACT,
            "",
            "");

    private static final AlertWords LOGGING = new AlertWords(
            "Apache Log4jの任意のコード実行の脆弱性（CVE-2021-44228）について",
            "Code execution in Apache Log4j (CVE-2021-44228)",
            "ログに書き込まれる文字列から、離れた場所のプログラムを実行される脆弱性です。多くの製品がLog4jを使っています。\n\n国内でも攻撃が観測されています。",
            "Text that is written to a log can make Log4j run a program from elsewhere. Many products use Log4j.\n\nAttacks are seen in Japan as well.",
            "使っている製品がLog4jを含むかを確かめ、修正された版に更新してください。更新できないときは、開発元が示す回避策をとってください。",
            "Find out whether your products contain Log4j, and update to a fixed version. Where you cannot, apply the workaround of the vendor.",
            "CRITICAL",
            "cpe:2.3:a:apache:log4j | 2.0-beta9以上、2.15.0未満",
            "CVE-2021-44228",
            "https://logging.apache.org/security.html Apache Logging Services",
            CONTACT,
            "",
            "");

    private static final AlertWords WAITING = new AlertWords(
            "年度末に向けたVPN機器の点検のお願い",
            "Please check VPN appliances before the fiscal year ends",
            "既知の脆弱性が残るVPN機器を入口とする侵入が続いています。",
            "Intrusions through VPN appliances with known vulnerabilities go on.",
            "機器の版を確かめ、更新してください。使わない機器は止めてください。",
            "Check the versions of your appliances and update them. Stop those you do not use.",
            "MEDIUM",
            "",
            "",
            "",
            CONTACT,
            "",
            "");

    private final AlertWriting desk;
    private final Cast cast;

    Warnings(AlertWriting desk, Cast cast) {
        this.desk = desk;
        this.cast = cast;
    }

    void tell(SimulatedClock clock) {
        clock.at(Instant.parse("2021-07-02T05:00:00Z"), () -> published(begun(SPOOLER)));
        AlertNumber web = clock.at(Instant.parse("2021-10-06T01:30:00Z"), () -> published(begun(WEB_SERVER)));
        clock.at(
                Instant.parse("2021-10-08T02:00:00Z"),
                () -> next(
                        Kind.UPDATE,
                        web,
                        "2.4.50の修正は十分でなく、2.4.51が公開されました（CVE-2021-42013）。",
                        "The fix in 2.4.50 was incomplete; 2.4.51 is out (CVE-2021-42013)."));
        clock.at(
                Instant.parse("2021-11-30T04:00:00Z"),
                () -> next(Kind.END, web, "修正された版が広く行き渡りました。", "Fixed versions have spread widely."));
        AlertNumber logging = clock.at(Instant.parse("2021-12-11T00:30:00Z"), () -> published(begun(LOGGING)));
        clock.at(
                Instant.parse("2021-12-20T03:00:00Z"),
                () -> next(
                        Kind.UPDATE,
                        logging,
                        "2.15.0にも脆弱性があるため（CVE-2021-45046）、2.17.0以降への更新をお願いします。",
                        "2.15.0 is vulnerable as well (CVE-2021-45046): please update to 2.17.0 or later."));
        clock.at(Instant.parse("2022-01-11T06:00:00Z"), () -> begun(WAITING));
    }

    /// Written and submitted.
    private AlertDraft begun(AlertWords words) {
        Visitor writer = cast.playing(Cast.STAFF);
        AlertDraft draft = done(desk.begin(words, writer));
        return done(desk.submit(draft.id(), draft.seen(), writer));
    }

    private AlertNumber published(AlertDraft sent) {
        return done(desk.publish(sent.id(), sent.seen(), Optional.empty(), cast.playing(Cast.SUPERVISOR)))
                .of()
                .orElseThrow();
    }

    private void next(Kind kind, AlertNumber number, String ja, String en) {
        Visitor writer = cast.playing(Cast.STAFF);
        AlertDraft draft = done(desk.begin(kind, number, writer));
        AlertDraft said =
                done(desk.write(draft.id(), draft.seen(), draft.words().saying(ja, en), writer));
        published(done(desk.submit(said.id(), said.seen(), writer)));
    }

    private static AlertDraft done(DraftOutcome<AlertDraft> outcome) {
        if (outcome instanceof DraftOutcome.Done<AlertDraft>(AlertDraft draft)) {
            return draft;
        }
        throw new IllegalStateException("an alert of the demonstration was refused: " + outcome);
    }
}
