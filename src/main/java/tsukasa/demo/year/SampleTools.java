package tsukasa.demo.year;

import java.util.List;
import tsukasa.demo.year.SampleTool.Version;

/// What the agency of the demonstration offers, in words of our own.
final class SampleTools {
    private static final String LOGGING = "pkg:maven/org.apache.logging.log4j/log4j-core@";

    static final SampleTool LOG_CHECK = new SampleTool(
            "access-log-check",
            "access_log_check.py",
            SampleTool.words(
                            "アクセスログ点検",
                            "Access log check",
                            "ウェブサーバーのアクセスログから、攻撃のあとを見つけます。",
                            "Finds traces of attacks in the access log of a web server.",
                            "ログを手元で調べます。ログを外へ送ることはありません。\n\n見つけるのは、ディレクトリの遡り、SQLの埋め込み、スクリプトの埋め込み、JNDIの参照です。見つかったことは、攻撃が成功したことを意味しません。",
                            "It reads the log where it lies; nothing is sent anywhere.\n\nIt looks for path traversal, SQL and script injection, and JNDI lookups. A finding does not mean that an attack succeeded.")
                    .with("name", "access-log-check")
                    .with("audiences", "operators,developers")
                    .with("platforms", "Python 3.8以降（Windows、macOS、Linux）"),
            List.of(
                    new Version(
                            "1.0",
                            "2021-05-20",
                            "最初の版です。SQLとスクリプトの埋め込みを見つけます。",
                            "The first release. It finds SQL and script injection.",
                            List.of(),
                            List.of(14, 31, 22, 19, 17, 9, 4, 3, 1)),
                    new Version(
                            "1.1",
                            "2021-10-08",
                            "ディレクトリの遡りを見つけられるようにしました（CVE-2021-41773など）。",
                            "Finds path traversal (CVE-2021-41773 and the like).",
                            List.of(),
                            List.of(58, 41, 23, 3)),
                    new Version(
                            "1.2",
                            "2021-12-13",
                            "JNDIの参照を見つけられるようにしました（CVE-2021-44228）。",
                            "Finds JNDI lookups (CVE-2021-44228).",
                            List.of(),
                            List.of(246, 74))));

    static final SampleTool BOM_REPORT = new SampleTool(
            "bom-report",
            "BomReport.java",
            SampleTool.words(
                            "部品表レポート",
                            "BOM report",
                            "ソフトウェア部品表を点検サービスに送り、該当する脆弱性を一覧にします。",
                            "Sends a software bill of materials to the check and lists what affects it.",
                            "ビルドのたびに部品表を点検できます。送った部品表は、点検のあとに残りません。\n\nCycloneDXとSPDXの部品表を受け付けます。",
                            "Checks a bill of materials with every build. What is sent is not kept.\n\nIt takes CycloneDX and SPDX.")
                    .with("name", "bom-report")
                    .with("audiences", "developers")
                    .with("platforms", "Java 11以降")
                    .with("source", "https://code.example.jp/security/bom-report"),
            List.of(
                    new Version(
                            "2.0.0",
                            "2021-06-15",
                            "点検サービスの新しい形式に対応しました。",
                            "Speaks the new format of the check.",
                            List.of(LOGGING + "2.13.3"),
                            List.of(21, 33, 27, 24, 29, 11, 6)),
                    new Version(
                            "2.1.0",
                            "2021-11-02",
                            "SPDXの部品表を受け付けます。",
                            "Takes bills of materials in SPDX.",
                            List.of(LOGGING + "2.14.1"),
                            List.of(38, 19)),
                    new Version(
                            "2.1.1",
                            "2021-12-20",
                            "Log4jを2.17.0に更新しました。",
                            "Updates Log4j to 2.17.0.",
                            List.of(LOGGING + "2.17.0"),
                            List.of(52, 18)),
                    new Version(
                            "2.1.2",
                            "2022-01-06",
                            "Log4jを2.17.1に更新しました（CVE-2021-44832）。",
                            "Updates Log4j to 2.17.1 (CVE-2021-44832).",
                            List.of(LOGGING + "2.17.1"),
                            List.of(26))));

    static final SampleTool VERSIONS = new SampleTool(
            "version-collector",
            "collect-versions.sh",
            SampleTool.words(
                            "バージョン収集",
                            "Version collector",
                            "入っているソフトウェアの名前とバージョンを、表にして書き出します。",
                            "Writes the names and versions of installed software as a table.",
                            "書き出した表は、台帳づくりやバージョンの確認に使えます。\n\nよく使われるソフトウェアは、バージョンチェッカのページでも確かめられます。",
                            "Use the table for your inventory, or to check versions.\n\nThe version checker page does the same for common desktop software.")
                    .with("name", "version-collector")
                    .with("audiences", "operators,users")
                    .with("platforms", "Debian、Ubuntu、Red Hat Enterprise Linux、Alpine Linux"),
            List.of(
                    new Version(
                            "1.0",
                            "2021-04-22",
                            "最初の版です。",
                            "The first release.",
                            List.of(),
                            List.of(9, 17, 15, 12, 14, 6, 3, 2, 2, 1)),
                    new Version(
                            "1.1",
                            "2021-09-07",
                            "Alpine Linuxに対応しました。",
                            "Works on Alpine Linux.",
                            List.of(),
                            List.of(28, 24, 21, 33, 12))));

    static final SampleTool HEADERS = new SampleTool(
            "header-check",
            "check-headers.sh",
            SampleTool.words(
                            "応答ヘッダー点検",
                            "Header check",
                            "ウェブページの応答に、足りない安全対策のヘッダーがないかを調べます。",
                            "Tells which security headers the answer of a web page lacks.",
                            "自分が管理するページだけを調べてください。\n\n後継のツールはありません。ブラウザーの開発者向け機能で同じことを確かめられます。",
                            "Only check pages of your own.\n\nNothing follows it: the developer tools of browsers show the same.")
                    .with("name", "header-check")
                    .with("audiences", "developers,operators")
                    .with("platforms", "curlのある環境（macOS、Linux）"),
            List.of(new Version(
                    "3.2",
                    "2021-04-15",
                    "Referrer-Policyも調べます。",
                    "Looks at Referrer-Policy as well.",
                    List.of(),
                    List.of(12, 14, 11, 9, 10, 7, 2, 1, 1))));

    /// Of the report: found to be affected by CVE-2021-44228.
    static final List<String> WITHDRAWN = List.of("2.0.0", "2.1.0");

    static final String WITHDRAWN_ON = "2021-12-13";

    /// Waits for its approval.
    static final Version WAITING = new Version(
            "1.3", "2022-01-17", "圧縮したログをそのまま調べられるようにします。", "Reads compressed logs as they are.", List.of(), List.of());

    static final List<SampleTool> ALL = List.of(HEADERS, VERSIONS, LOG_CHECK, BOM_REPORT);

    private SampleTools() {}
}
