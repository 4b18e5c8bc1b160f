package tsukasa.kernel.page;

import java.util.List;
import tsukasa.kernel.Text;

/// The menus of header and footer. A line stands here only when its page exists.
public final class Menu {
    public static final List<Entry> MAIN = List.of(
            new Entry(Area.SERVICES, Text.of("サービス", "Services"), "/#services"),
            new Entry(Area.REGISTERS, Text.of("調べる", "Look up"), "/vulnerabilities"),
            new Entry(Area.PLAN, Text.of("計画と実績", "Plan and results"), "/plan/fy2021/indicators"),
            new Entry(Area.ABOUT, Text.of("機構について", "About"), "/about"));

    public static final List<Column> FOOT = List.of(
            new Column(
                    Text.of("サービス", "Services"),
                    List.of(
                            new Entry(
                                    Area.SERVICES,
                                    Text.of("SECURITY ACTION 自己宣言", "SECURITY ACTION declaration"),
                                    "/security-action"),
                            new Entry(
                                    Area.REGISTERS,
                                    Text.of("宣言した事業者を探す", "Find companies that declared"),
                                    "/security-action/register"),
                            new Entry(Area.REGISTERS, Text.of("脆弱性を探す", "Find vulnerabilities"), "/vulnerabilities"),
                            new Entry(Area.REGISTERS, Text.of("注意喚起", "Alerts"), "/alerts"),
                            new Entry(Area.REGISTERS, Text.of("注意喚起のメール配信", "Alerts by mail"), "/alerts/mail"),
                            new Entry(Area.REGISTERS, Text.of("SBOMを確かめる", "Check an SBOM"), "/sbom-check"),
                            new Entry(
                                    Area.REGISTERS,
                                    Text.of("ソフトのバージョンを確かめる", "Check software versions"),
                                    "/version-checker"),
                            new Entry(Area.REGISTERS, Text.of("見守りリスト", "Watch lists"), "/watch"),
                            new Entry(Area.REGISTERS, Text.of("対策ツール", "Tools"), "/tools"),
                            new Entry(Area.REGISTERS, Text.of("CVSS計算", "CVSS calculator"), "/cvss"))),
            new Column(
                    Text.of("計画と実績", "Plan and results"),
                    List.of(
                            new Entry(Area.PLAN, Text.of("17の目標", "The 17 targets"), "/plan/fy2021/indicators"),
                            new Entry(Area.PLAN, Text.of("年度計画", "The annual plan"), "/plan/fy2021"),
                            new Entry(
                                    Area.PLAN,
                                    Text.of("予算・収支計画・資金計画", "Budget and financial plans"),
                                    "/plan/fy2021/tables"),
                            new Entry(Area.PLAN, Text.of("予算の執行", "Budget execution"), "/money/fy2021"))),
            new Column(
                    Text.of("データ", "Data"),
                    List.of(
                            new Entry(Area.ABOUT, Text.of("データとAPI", "Data and API"), "/about/data"),
                            new Entry(
                                    Area.ABOUT,
                                    Text.of("脆弱性対策情報のAPI", "Vulnerability APIs"),
                                    "/about/data/vulnerabilities"),
                            new Entry(Area.NONE, Text.of("計画のAPI", "The plan's API"), "/plan/fy2021/api"))),
            new Column(
                    Text.of("この機構", "This agency"),
                    List.of(
                            new Entry(Area.ABOUT, Text.of("機構について", "About"), "/about"),
                            new Entry(Area.ABOUT, Text.of("アクセシビリティ方針", "Accessibility"), "/about/accessibility"),
                            new Entry(Area.ABOUT, Text.of("個人情報の取扱い", "Privacy"), "/about/privacy"),
                            new Entry(Area.NONE, Text.of("画面の部品", "Page components"), "/design"))));

    private Menu() {}

    /// Which part of the site a page belongs to; its menu entry carries the accent line.
    public enum Area {
        NONE,
        SERVICES,
        REGISTERS,
        PLAN,
        ABOUT,
        STAFF
    }

    public record Entry(Area area, Text title, String address) {}

    public record Column(Text title, List<Entry> entries) {}
}
