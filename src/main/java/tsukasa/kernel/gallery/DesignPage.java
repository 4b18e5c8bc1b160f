package tsukasa.kernel.gallery;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Text;
import tsukasa.kernel.chart.BarChart;
import tsukasa.kernel.chart.Bullet;
import tsukasa.kernel.chart.LineChart;
import tsukasa.kernel.chart.PrefectureMap;
import tsukasa.kernel.chart.Progress;
import tsukasa.kernel.chart.ScorePicture;
import tsukasa.kernel.chart.Sparkline;
import tsukasa.kernel.chart.YearBars;
import tsukasa.kernel.page.AttachedFile;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Emergency;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// The living style page. Its figures are invented.
public record DesignPage(Frame frame, Paging paging, SortedBy sorted, boolean share) implements Page {
    private static final List<@Nullable Double> ACTUAL = Arrays.asList(
            52_144.0, 52_980.0, 53_912.0, 55_120.0, 56_030.0, 56_711.0, 57_900.0, 58_996.0, 60_250.0, 61_284.0);
    private static final List<@Nullable Double> PACE = Arrays.asList(
            52_144.0, 53_500.0, 54_800.0, 56_300.0, 57_700.0, 59_000.0, 60_700.0, 62_200.0, 63_600.0, 64_900.0,
            66_500.0, 68_200.0, 70_000.0);

    @Override
    public String title() {
        return say("画面の部品", "Page components");
    }

    private String say(String ja, String en) {
        return frame.say(ja, en);
    }

    /// A row of the example of bullets.
    public record Measure(String title, String value, String target, Bullet bullet, Sparkline trend) {}

    public Errors errors() {
        return Errors.none()
                .with(
                        "corporate-number",
                        say("法人番号は13桁です。入力は12桁でした。", "A corporate number has 13 digits; you entered 12."))
                .with("industry", say("業種を選んでください。", "Choose an industry."));
    }

    public List<Field> fields() {
        return List.of(
                Field.text("corporate-number", say("法人番号", "Corporate number"))
                        .required()
                        .width(Field.Width.MEDIUM)
                        .hint(say("13桁の数字です。", "13 digits."))
                        .value("123456789012")
                        .inputMode("numeric")
                        .maxLength(20)
                        .errors(errors()),
                Field.text("company", say("事業者名", "Company name"))
                        .required()
                        .hint(say("登記のとおり。公表される名前です。", "As registered. It will be published."))
                        .value(say("有限会社みなと製作所", "Minato Works Ltd."))
                        .autocomplete("organization"),
                Field.select("industry", say("業種", "Industry"), industries())
                        .required()
                        .errors(errors()),
                Field.number("employees", say("常時使用する従業員", "Regular employees"))
                        .required()
                        .value("42")
                        .unit(say("名", "people")),
                Field.email("mail", say("メールアドレス", "Email address")).required(),
                Field.telephone("phone", say("電話番号", "Telephone")).optional(),
                Field.date("since", say("始めた日", "Start date")).optional().value("2021-12-01"));
    }

    public List<AttachedFile> files() {
        return List.of(
                new AttachedFile(
                        say("令和3年6月_進捗報告.pdf", "progress-2021-06.pdf"),
                        "#files",
                        "PDF",
                        "1.2 MB",
                        Status.VALID,
                        say("検査済み", "Scanned"),
                        "1"),
                new AttachedFile(
                        say("集計表.xlsx", "figures.xlsx"),
                        null,
                        "Excel",
                        "84 KB",
                        Status.WAITING_FOR_CORRECTION,
                        say("隔離中", "In quarantine"),
                        "2"));
    }

    public List<Field> moreFields() {
        return List.of(
                Field.radio(
                                "stars",
                                say("宣言する段階", "Level to declare"),
                                List.of(
                                        Option.of(
                                                "1",
                                                say("一つ星", "One star"),
                                                say("5つの基本に取り組む", "Keep five basic rules")),
                                        Option.of(
                                                "2",
                                                say("二つ星", "Two stars"),
                                                say("自社診断と基本方針を公開する", "Check yourself and publish a policy"))))
                        .required()
                        .value("2"),
                Field.checkboxes(
                                "consent",
                                say("公表", "Publication"),
                                List.of(
                                        Option.of("name", say("事業者名を公表する", "Publish the company's name")),
                                        Option.of("news", say("更新をメールで受け取る", "Get updates by email"))))
                        .optional()
                        .value("name"),
                Field.longText("note", say("備考", "Remarks"))
                        .optional()
                        .rows(3)
                        .hint(say("2,000字まで。", "Up to 2,000 characters."))
                        .maxLength(2000),
                Field.file("policy", say("基本方針の文書", "Policy document"))
                        .required()
                        .accept("application/pdf")
                        .hint(say("PDF、20MBまで。", "PDF, up to 20 MB.")),
                Field.fixed("receipt", say("受付番号", "Receipt number"), "SA-2021-61290"));
    }

    private List<Option> industries() {
        return List.of(
                Option.of("E", say("製造業", "Manufacturing")),
                Option.of("D", say("建設業", "Construction")),
                Option.of("G", say("情報通信業", "Information and communications")));
    }

    public List<Field> filters() {
        return List.of(
                Field.search("q", say("名前・番号", "Name or number")),
                Field.select(
                                "prefecture",
                                say("都道府県", "Prefecture"),
                                List.of(Option.of("", say("すべて", "All")), Option.of("34", say("広島県", "Hiroshima"))))
                        .width(Field.Width.FULL));
    }

    public List<Chip> chips() {
        return List.of(
                Chip.inForce(say("36道県", "36 prefectures"), "#filters"),
                Chip.inForce(say("二つ星", "Two stars"), "#filters"),
                new Chip(say("製造業", "Manufacturing"), "#filters", false, 1_204L),
                Chip.offered(say("建設業", "Construction"), "#filters"));
    }

    public List<Tab> tabs() {
        return List.of(
                new Tab(say("内容", "Content"), "#tabs", true),
                new Tab(say("やりとり 3", "Messages 3"), "#tabs", false),
                new Tab(say("添付 2", "Attachments 2"), "#tabs", false),
                new Tab(say("履歴", "History"), "#tabs", false));
    }

    public List<String> steps() {
        return List.of(
                say("取組の確認", "Measures"), say("事業者の情報", "Company"), say("宣言と公表", "Declaration"), say("内容の確認", "Check"));
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of(say("かかる時間", "Time needed"), say("約10分", "About 10 minutes")),
                Fact.of(say("手数料", "Fee"), say("なし", "None")),
                Fact.of(say("定義", "Definition"), say("第3版", "Version 3"), "#facts"));
    }

    public List<Moment> moments() {
        return List.of(
                Moment.next("2022-01-17", say("審査の期限", "Review due")),
                Moment.latest("2022-01-11 10:20", say("補正を依頼した", "Correction asked for")),
                Moment.past("2022-01-07 09:05", say("形式の確認を終えた", "Form check finished")),
                Moment.past("2021-12-28 16:42", say("自己宣言を提出した", "Declaration submitted")));
    }

    public Emergency emergency() {
        return new Emergency(
                say(
                        "ログ記録ライブラリの欠陥が悪用されています。今日中に更新してください。",
                        "A flaw in a logging library is being exploited. Update today."),
                "12-11 10:00",
                "12-13 09:30",
                say("対策を見る", "See what to do"),
                "#emergency");
    }

    private List<String> months() {
        return frame.japanese()
                ? List.of("2021年3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "2022年3月")
                : List.of(
                        "Mar 2021",
                        "Apr",
                        "May",
                        "Jun",
                        "Jul",
                        "Aug",
                        "Sep",
                        "Oct",
                        "Nov",
                        "Dec",
                        "Jan",
                        "Feb",
                        "Mar 2022");
    }

    public LineChart line() {
        return LineChart.of(
                        frame.language(),
                        say(
                                "参加企業数の月次推移。12月末は61,284社で、ペースを3,616社下回ります。",
                                "Participating companies by month: 61,284 at the end of December, 3,616 below the pace."),
                        months(),
                        ACTUAL)
                .pace(PACE)
                .forecast(66_400, 65_300, 67_600)
                .target(70_000);
    }

    public BarChart bars() {
        return BarChart.of(
                        frame.language(),
                        say("月ごとの相談件数。12月が最も多く3,120件です。", "Consultations by month, most in December: 3,120."),
                        months().subList(1, 10),
                        Arrays.asList(2310.0, 2420.0, 2705.0, null, 2840.0, 2790.0, 2911.0, 3004.0, 3120.0))
                .target(2800);
    }

    public List<Measure> measures() {
        return List.of(
                measure(say("目標に近い", "Near its target"), 61_284.0, 64_900.0, 66_400.0, 70_000),
                measure(say("目盛りの外", "Beyond the scale"), 186.0, 75.0, 201.0, 100),
                measure(say("予測が目盛りの外", "Forecast beyond the scale"), 33_804.0, 22_000.0, 44_100.0, 29_269),
                measure(say("ペースが目標と同じ", "Pace equals target"), 53.1, 55.0, 53.1, 55),
                measure(say("集計前", "Not counted yet"), null, 70.0, null, 70));
    }

    private Measure measure(
            String title, @Nullable Double value, double pace, @Nullable Double forecast, double target) {
        String shown = value == null ? "－" : frame.writing().number(Math.round(value));
        String message = title + ": " + shown + " / " + frame.writing().number(Math.round(target));
        List<@Nullable Double> trend = value == null
                ? List.of()
                : Arrays.asList(value * 0.2, value * 0.35, value * 0.5, null, value * 0.8, value);
        return new Measure(
                title,
                shown,
                frame.writing().number(Math.round(target)),
                new Bullet(message, value, pace, forecast, target),
                Sparkline.of(say("推移", "Trend") + ": " + title, trend)
                        .places(12)
                        .within(0, target * 1.3));
    }

    public Sparkline monthly() {
        return Sparkline.of(
                        say("月ごとの件数", "Cases by month"),
                        Arrays.asList(231.0, 242.0, 270.0, 280.0, 284.0, 279.0, 291.0, 300.0, 312.0))
                .places(12)
                .asBars();
    }

    /// Three years from print, the fourth counted.
    public YearBars years() {
        return new YearBars(
                say("4年度の実績と目標", "Results and targets over four years"),
                List.of("2018", "2019", "2020", "2021"),
                Arrays.asList(41.0, 48.0, 52.0, 61.0),
                Arrays.asList(40.0, 50.0, 50.0, 55.0),
                List.of(true, true, true, false));
    }

    public Progress progress() {
        return new Progress(say("目標の87.5%です。", "87.5% of the target."), 61_284.0, 70_000);
    }

    public PrefectureMap map() {
        Map<Prefecture, Double> values = new EnumMap<>(Prefecture.class);
        for (Prefecture prefecture : Prefecture.outsideMetropolitanAreas()) {
            int order = prefecture.ordinal() + 1;
            values.put(prefecture, share ? 1.2 + order * 7 % 23 * 0.3 : 540.0 + order * 977 % 4700);
        }
        String message = share
                ? say("道県別の参加企業の割合。", "Share of companies participating, by prefecture.")
                : say("道県別の参加企業数。", "Participating companies by prefecture.");
        PrefectureMap map = PrefectureMap.of(
                        frame.language(),
                        message,
                        share ? say("参加企業の割合（%）", "Participating (%)") : say("参加企業数（社）", "Participating companies"),
                        values)
                .scope(Prefecture.outsideMetropolitanAreas());
        return share ? map.suffix("%") : map;
    }

    public List<Tab> mapViews() {
        return List.of(
                new Tab(say("社数", "Count"), frame.withParameter("map", "count") + "#map", !share),
                new Tab(say("割合", "Share"), frame.withParameter("map", "share") + "#map", share));
    }

    public ScorePicture score() {
        return new ScorePicture(
                Text.same("CVSS 3.1"),
                71,
                Text.of("重要", "High"),
                List.of(
                        new ScorePicture.Band(Text.of("注意", "Low"), 0),
                        new ScorePicture.Band(Text.of("警告", "Medium"), 40),
                        new ScorePicture.Band(Text.of("重要", "High"), 70),
                        new ScorePicture.Band(Text.of("緊急", "Critical"), 90)),
                List.of(new ScorePicture.Group(
                        Text.of("基本評価基準", "Base"),
                        List.of(
                                new ScorePicture.Row(
                                        Text.of("攻撃元区分", "Attack vector"),
                                        List.of(
                                                new ScorePicture.Choice(Text.of("ネットワーク", "Network"), true),
                                                new ScorePicture.Choice(Text.of("隣接", "Adjacent"), false),
                                                new ScorePicture.Choice(Text.of("ローカル", "Local"), false),
                                                new ScorePicture.Choice(Text.of("物理", "Physical"), false))),
                                new ScorePicture.Row(
                                        Text.of("必要な特権レベル", "Privileges required"),
                                        List.of(
                                                new ScorePicture.Choice(Text.of("不要", "None"), false),
                                                new ScorePicture.Choice(Text.of("低", "Low"), true),
                                                new ScorePicture.Choice(Text.of("高", "High"), false)))))),
                "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N");
    }
}
