package tsukasa.cycle.output;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.State;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.FollowUp;
import tsukasa.cycle.FollowUps;
import tsukasa.cycle.Issue;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.ItemYears;
import tsukasa.cycle.Reports;
import tsukasa.cycle.output.EvaluationReportPage.IssueLine;
import tsukasa.cycle.output.EvaluationReportPage.Measure;
import tsukasa.cycle.output.EvaluationReportPage.Result;
import tsukasa.cycle.output.EvaluationReportPage.Said;
import tsukasa.cycle.output.EvaluationReportPage.Sheet;
import tsukasa.cycle.output.EvaluationReportPage.Summary;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Indicator;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.Threshold;

/// Puts together what an evaluation report says, from the evaluations, the reports of the months and the follow-up.
@Component
class ReportContents {
    private final FollowUps followUps;
    private final Reports reports;

    ReportContents(FollowUps followUps, Reports reports) {
        this.followUps = followUps;
        this.reports = reports;
    }

    /// What was done for each measure, month by month. Read once for a whole report.
    record Doings(Map<Place, FollowUp> half, Map<Place, TreeMap<YearMonth, Reports.DoneInMonth>> months) {}

    Doings doings(Plan plan) {
        Map<Place, TreeMap<YearMonth, Reports.DoneInMonth>> months = new HashMap<>();
        reports.done(plan).stream()
                .filter(report -> !report.done().isBlank())
                .forEach(report -> months.computeIfAbsent(report.place(), place -> new TreeMap<>())
                        .put(report.month(), report));
        return new Doings(
                followUps.of(plan).stream().collect(Collectors.toMap(FollowUp::place, Function.identity())), months);
    }

    /// @param drafts whether words that are not final are shown
    Sheet sheet(Frame frame, ItemSheet sheet, ItemYears years, Doings doings, boolean drafts) {
        return new Sheet(
                anchor(sheet),
                label(sheet),
                title(frame, sheet),
                basics(frame, sheet),
                sheet.results().stream().map(result -> result(frame, result)).toList(),
                years,
                measures(frame, sheet, doings),
                sheet.suggestion()
                        .map(suggestion -> suggestion.byFigure().grade()
                                + suggestion
                                        .withQuality()
                                        .map(rule -> frame.say("（質によっては", " (with quality ")
                                                + rule.grade()
                                                + frame.say("）", ")"))
                                        .orElse(""))
                        .orElse("－"),
                said(frame, sheet.self(), drafts),
                said(frame, sheet.minister(), drafts),
                sheet.issues().stream().map(issue -> issue(frame, issue)).toList());
    }

    static String anchor(ItemSheet sheet) {
        return "item-" + sheet.item().map(item -> item.place().slug()).orElse("overall");
    }

    static String label(ItemSheet sheet) {
        return sheet.item().map(item -> item.place().label()).orElse("");
    }

    static String title(Frame frame, ItemSheet sheet) {
        return sheet.item().map(item -> frame.say(item.title())).orElse(frame.say("総合評定", "Overall evaluation"));
    }

    Summary summary(Frame frame, ItemSheet sheet, boolean drafts) {
        Said self = said(frame, sheet.self(), drafts);
        Said minister = said(frame, sheet.minister(), drafts);
        return new Summary(
                anchor(sheet),
                label(sheet),
                title(frame, sheet),
                flags(frame, sheet),
                self.grade(),
                minister.grade(),
                self.state().isEmpty() ? "" : self.state());
    }

    private static String flags(Frame frame, ItemSheet sheet) {
        return sheet.results().stream()
                .flatMap(result -> result.indicator().flags().stream())
                .distinct()
                .sorted()
                .map(flag -> switch (flag) {
                    case CORE_GOAL -> frame.say("基幹目標", "core goal");
                    case HIGH_IMPORTANCE -> frame.say("重要度：高", "high importance");
                    case HIGH_PRIORITY -> frame.say("優先度：高", "high priority");
                    case HIGH_DIFFICULTY -> frame.say("困難度：高", "high difficulty");
                })
                .collect(Collectors.joining(frame.say("　", ", ")));
    }

    /// 1. 当該事務及び事業に関する基本情報
    private static List<Fact> basics(Frame frame, ItemSheet sheet) {
        Plan plan = sheet.plan();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(frame.say("根拠", "Legal basis"), frame.say(plan.legalBasis())));
        String flags = flags(frame, sheet);
        facts.add(Fact.of(frame.say("重要度・困難度", "Importance, difficulty"), flags.isEmpty() ? "－" : flags));
        String departments = sheet.item().stream()
                .flatMap(item -> plan.measures().stream()
                        .filter(measure -> measure.place().within(item.place())))
                .flatMap(measure -> plan.departmentOf(measure).stream())
                .distinct()
                .flatMap(id -> plan.department(id).stream())
                .map(department -> frame.say(department.title()))
                .collect(Collectors.joining(frame.say("、", ", ")));
        if (!departments.isEmpty()) {
            facts.add(Fact.of(frame.say("担当", "Departments"), departments));
        }
        return facts;
    }

    private static Result result(Frame frame, ItemSheet.Result result) {
        Threshold threshold = result.threshold();
        return new Result(
                threshold.id(),
                frame.say(threshold.title()),
                baseline(frame, result.indicator(), threshold),
                target(frame, threshold),
                figure(frame, threshold, result.value()),
                result.link(),
                result.achievement().map(a -> frame.writing().percentCut(a)).orElse("－"),
                result.achievement().map(ReportContents::bar).orElse(-1));
    }

    static int bar(Fraction achievement) {
        return (int) Math.clamp(Math.floor(achievement.approximate() * 100), 0, 100);
    }

    private static String baseline(Frame frame, Indicator indicator, Threshold threshold) {
        Optional<Long> start = threshold.pace().start();
        return start.or(() -> indicator.references().stream()
                        .flatMap(reference -> reference.baseline().stream())
                        .findFirst())
                .map(frame.writing()::number)
                .orElse("－");
    }

    static String figure(Frame frame, Threshold threshold, Optional<Fraction> value) {
        if (value.isEmpty()) {
            return "－";
        }
        if (threshold.unit().ratio()) {
            return frame.writing().percentCut(value.get());
        }
        String unit = frame.say(threshold.unit().title());
        return frame.writing().amount(value.get(), false) + (frame.japanese() ? unit : " " + unit);
    }

    static String target(Frame frame, Threshold threshold) {
        Fraction target = threshold.target();
        boolean odd =
                threshold.unit().ratio() && !target.times(Fraction.of(100)).isWhole();
        return odd ? target.toString() : figure(frame, threshold, Optional.of(target));
    }

    /// 3. 年度計画 and 業務実績, measure by measure.
    private static List<Measure> measures(Frame frame, ItemSheet sheet, Doings doings) {
        return sheet.item().stream()
                .flatMap(item -> sheet.plan().measures().stream()
                        .filter(measure -> measure.place().within(item.place())))
                .map(measure -> new Measure(
                        measure.place().label(),
                        frame.say(measure.title()),
                        outcome(measure, doings),
                        done(frame, sheet.plan(), measure, doings)))
                .toList();
    }

    private static String outcome(PlanItem measure, Doings doings) {
        return Optional.ofNullable(doings.months().get(measure.place()))
                .flatMap(months -> months.descendingMap().values().stream()
                        .map(Reports.DoneInMonth::outcome)
                        .filter(outcome -> !outcome.isBlank())
                        .findFirst())
                .or(() -> Optional.ofNullable(doings.half().get(measure.place()))
                        .map(FollowUp::outcome)
                        .filter(outcome -> !outcome.isBlank()))
                .orElse("");
    }

    /// The first half as the follow-up sums it up, else by its months; the second half by its months.
    private static List<Fact> done(Frame frame, Plan plan, PlanItem measure, Doings doings) {
        List<Fact> done = new ArrayList<>();
        YearMonth half = YearMonth.from(plan.year().halfEnd());
        FollowUp followUp = doings.half().get(measure.place());
        if (followUp != null) {
            done.add(Fact.of(frame.say("上期", "First half"), followUp.words()));
        }
        doings.months().getOrDefault(measure.place(), new TreeMap<>()).forEach((month, report) -> {
            if (followUp == null || month.isAfter(half)) {
                done.add(Fact.of(frame.writing().month(month), report.done()));
            }
        });
        return done;
    }

    private static Said said(Frame frame, Optional<Evaluation> evaluation, boolean drafts) {
        Optional<Evaluation> shown = evaluation.filter(found -> drafts || found.state() == State.APPROVED);
        Words words = shown.map(Evaluation::words).orElse(Words.NONE);
        return new Said(
                words.grade().isEmpty() ? "－" : words.grade(),
                words.reason(),
                words.response(),
                words.improvement(),
                shown.filter(found -> found.state() != State.APPROVED)
                        .map(found -> frame.say(found.state().title()))
                        .orElse(""));
    }

    static IssueLine issue(Frame frame, Issue issue) {
        return new IssueLine(
                frame.say(issue.origin().title()) + frame.say("　", ", ") + issue.raisedBy(),
                issue.text(),
                issue.answer().response(),
                issue.answer()
                        .clause()
                        .map(clause -> clause.plan() + " " + new Place(clause.place()).label())
                        .orElse(""),
                frame.say(issue.state().title()));
    }
}
