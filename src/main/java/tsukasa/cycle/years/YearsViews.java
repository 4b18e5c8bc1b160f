package tsukasa.cycle.years;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.cycle.ItemYears;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.cycle.years.YearsImportDesk.Checked;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.RowFault;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.Threshold;

/// Draws what was entered about earlier years.
@Component
class YearsViews {
    static final int SHOWN_YEARS = 5;
    private static final int SHOWN = 200;
    private final PastDesk desk;

    YearsViews(PastDesk desk) {
        this.desk = desk;
    }

    static String base(Plan plan) {
        return "/staff/evaluation/" + plan.id() + "/years";
    }

    YearsPage page(
            Frame frame,
            Visitor visitor,
            Plan plan,
            String rows,
            Errors errors,
            Checked.@Nullable Report checked,
            int answer) {
        PastRules rules = desk.rules(plan);
        List<PastFigure> entered = desk.entered(plan);
        List<FiscalYear> years = years(plan);
        boolean mayEnter = visitor.may(Permission.COORDINATE_CYCLE);
        long holding = entered.stream()
                .filter(figure -> !figure.said().equals(Said.NOTHING))
                .count();
        return new YearsPage(
                frame,
                base(plan),
                frame.say(plan.title()),
                frame.say(
                        "前の年度の計画が登録されていないとき、印刷された報告書の値を記入します。今、" + holding + "件あります。",
                        "Where the plan of an earlier year is not here, its printed report says what was reached. "
                                + holding + " figures are entered."),
                years.stream().map(frame.writing()::year).toList(),
                groups(frame, plan, years, rules, entered, mayEnter),
                mayEnter,
                rows,
                errors,
                checked == null ? null : report(frame, plan, checked),
                answer);
    }

    static List<FiscalYear> years(Plan plan) {
        return IntStream.rangeClosed(1, SHOWN_YEARS)
                .mapToObj(before -> new FiscalYear(plan.year().year() - before))
                .sorted()
                .toList();
    }

    /// The items with targets one by one, the others together: of those there is only money.
    private static List<YearsPage.Group> groups(
            Frame frame,
            Plan plan,
            List<FiscalYear> years,
            PastRules rules,
            List<PastFigure> entered,
            boolean mayEnter) {
        List<YearsPage.Group> groups = new ArrayList<>();
        List<YearsPage.Line> others = new ArrayList<>();
        Text inputs = Text.of("予算・決算（百万円）、従事人員", "Budget, settlement (million yen), staff");
        for (PlanItem item : plan.evaluated()) {
            List<YearsPage.Line> lines = new ArrayList<>();
            plan.indicators().stream()
                    .filter(indicator -> indicator.section().equals(item.place()))
                    .flatMap(indicator -> indicator.thresholds().stream())
                    .forEach(threshold -> lines.add(new YearsPage.Line(
                            threshold.id(),
                            frame.say(threshold.title()),
                            cells(frame, plan, threshold.id(), years, rules, entered, mayEnter))));
            List<YearsPage.Cell> cells = cells(frame, plan, item.place().value(), years, rules, entered, mayEnter);
            if (lines.isEmpty()) {
                others.add(new YearsPage.Line(item.place().label(), frame.say(item.title()), cells));
            } else {
                lines.add(new YearsPage.Line("", frame.say(inputs), cells));
                groups.add(new YearsPage.Group(item.place().label(), frame.say(item.title()), lines));
            }
        }
        if (!others.isEmpty()) {
            String title = frame.say("指標のない項目の", "Items without indicators: ") + frame.say(inputs);
            groups.add(new YearsPage.Group("", title, others));
        }
        return groups;
    }

    private static List<YearsPage.Cell> cells(
            Frame frame,
            Plan plan,
            String subject,
            List<FiscalYear> years,
            PastRules rules,
            List<PastFigure> entered,
            boolean mayEnter) {
        return years.stream()
                .map(year -> cell(frame, plan, subject, year, rules, entered, mayEnter))
                .toList();
    }

    private static YearsPage.Cell cell(
            Frame frame,
            Plan plan,
            String subject,
            FiscalYear year,
            PastRules rules,
            List<PastFigure> entered,
            boolean mayEnter) {
        Optional<PastFigure> found = PastDesk.latest(entered, subject, year)
                .filter(figure -> !figure.said().equals(Said.NOTHING));
        String address = address(plan, subject, year);
        String label = name(frame, plan, subject) + " " + frame.writing().year(year);
        if (rules.keeper(subject, year).isPresent() && rules.threshold(subject).isPresent()) {
            return new YearsPage.Cell(frame.say("計画あり", "By its plan"), "", null, "", label);
        }
        return found.map(figure -> new YearsPage.Cell(
                        main(frame, plan, subject, figure.said()),
                        rest(frame, plan, subject, figure.said()),
                        address,
                        mayEnter ? frame.say("経過・訂正", "History, correct") : frame.say("経過", "History"),
                        label))
                .orElseGet(() -> mayEnter
                        ? new YearsPage.Cell("", "", address, frame.say("記入する", "Enter"), label)
                        : new YearsPage.Cell("－", "", null, "", label));
    }

    static String address(Plan plan, String subject, FiscalYear year) {
        String slug = plan.threshold(subject).isPresent()
                ? subject
                : plan.itemAt(subject).map(item -> item.place().slug()).orElse(subject);
        return base(plan) + "/" + slug + "/" + year.year();
    }

    static String name(Frame frame, Plan plan, String subject) {
        return plan.threshold(subject)
                .map(threshold -> threshold.id() + " " + frame.say(threshold.title()))
                .or(() -> plan.itemAt(subject).map(item -> item.place().label() + " " + frame.say(item.title())))
                .orElse(subject);
    }

    /// The result of a target; the settlement of an item, else its budget or its people.
    private static String main(Frame frame, Plan plan, String subject, Said said) {
        return plan.threshold(subject)
                .map(threshold -> written(frame, threshold, said.value()))
                .orElseGet(() -> said.settlement().isPresent()
                        ? ItemYears.Input.millions(frame, said.settlement())
                        : said.budget().isPresent()
                                ? ItemYears.Input.millions(frame, said.budget())
                                : people(frame, said));
    }

    private static String rest(Frame frame, Plan plan, String subject, Said said) {
        if (plan.threshold(subject).isPresent()) {
            return said.target()
                    .map(target -> frame.say("目標 ", "target ")
                            + new ItemYears.Output(plan.threshold(subject).get(), List.of())
                                    .goal(frame, Optional.of(target)))
                    .orElse("");
        }
        return Stream.of(
                        said.settlement().isEmpty()
                                ? Optional.<String>empty()
                                : said.budget()
                                        .map(yen -> frame.say("予算 ", "budget ")
                                                + ItemYears.Input.millions(frame, Optional.of(yen))),
                        said.money() ? said.staff().map(_ -> people(frame, said)) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(frame.say("　", ", ")));
    }

    private static String people(Frame frame, Said said) {
        return said.staff()
                .map(staff -> frame.writing().number(staff) + frame.say("名", " people"))
                .orElse("－");
    }

    static String written(Frame frame, Threshold threshold, Optional<Fraction> figure) {
        return new ItemYears.Output(threshold, List.of()).said(frame, figure);
    }

    static String all(Frame frame, Plan plan, String subject, Said said) {
        if (said.equals(Said.NOTHING)) {
            return frame.say("取下げ", "taken back");
        }
        String rest = rest(frame, plan, subject, said);
        return main(frame, plan, subject, said)
                + (rest.isEmpty() ? "" : frame.say("（", " (") + rest + frame.say("）", ")"));
    }

    private static YearsPage.Report report(Frame frame, Plan plan, Checked.Report checked) {
        YearReport report = checked.report();
        List<RowFault> faults = report.wrong().stream()
                .flatMap(row -> row.wrong().stream().map(wrong -> RowFault.of(frame, row.row(), wrong)))
                .toList();
        return new YearsPage.Report(
                checked.file(),
                checked.name(),
                frame.say(report.what()),
                summary(frame, report),
                report.digest(),
                faults.stream().limit(SHOWN).toList(),
                Math.max(0, faults.size() - SHOWN),
                report.wrong().size(),
                report.rows().stream()
                        .filter(YearRow::good)
                        .limit(SHOWN)
                        .map(row -> good(frame, plan, row))
                        .toList(),
                report.changing().size());
    }

    private static String summary(Frame frame, YearReport report) {
        int rows = report.rows().size();
        int changing = report.changing().size();
        int wrong = report.wrong().size();
        int same = rows - changing - wrong;
        return frame.say(
                rows + "行を読みました。記入できるのは" + changing + "行"
                        + (report.corrections() > 0 ? "（うち訂正" + report.corrections() + "行）" : "") + "、今の値と同じものが" + same
                        + "行、直すところがあるのは" + wrong + "行です。"
                        + (report.open() > 0 ? "値のない" + report.open() + "行は、そのままにします。" : ""),
                rows + " rows were read: " + changing + " can be entered"
                        + (report.corrections() > 0 ? " (" + report.corrections() + " of them corrections)" : "") + ", "
                        + same + " say what stands already, " + wrong + " need correction."
                        + (report.open() > 0 ? " " + report.open() + " rows without a figure were left alone." : ""));
    }

    private static YearsPage.Good good(Frame frame, Plan plan, YearRow row) {
        PastFigure.Entry entry = row.entry().orElseThrow();
        return new YearsPage.Good(
                row.row(),
                name(frame, plan, entry.subject()),
                frame.writing().year(entry.year()),
                row.now()
                        .map(now -> all(frame, plan, now.subject(), now.said()))
                        .orElse(""),
                all(frame, plan, entry.subject(), entry.said()),
                entry.source(),
                row.same()
                        ? frame.say("変わりません", "No change")
                        : row.now().isPresent() ? frame.say("訂正", "Correction") : frame.say("新しく記入", "New"));
    }
}
