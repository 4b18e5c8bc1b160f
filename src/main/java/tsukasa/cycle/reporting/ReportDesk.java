package tsukasa.cycle.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closings;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.MonthlyReport;
import tsukasa.cycle.MonthlyReport.Progress;
import tsukasa.cycle.MonthlyReport.State;
import tsukasa.cycle.MonthlyReport.Words;
import tsukasa.cycle.Reports;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// The rules of reporting; who may call them is asked at the endpoints.
@Service
class ReportDesk implements Reports {
    private static final Action REPORTED = Action.of("report.submitted", "月次報告を出した", "Monthly report submitted");
    private static final Action RETURNED = Action.of("report.returned", "月次報告を差し戻した", "Monthly report returned");
    private static final int LONGEST = 4_000;
    private static final int LONGEST_REASON = 2_000;
    private final ReportStore store;
    private final Closings closings;
    private final AuditTrail trail;
    private final Clock clock;
    private final int dueDay;

    /// @param dueDay the day of the next month by which a report is in time
    ReportDesk(
            ReportStore store,
            Closings closings,
            AuditTrail trail,
            Clock clock,
            @Value("${tsukasa.reports-due-day:10}") int dueDay) {
        if (dueDay < 1 || dueDay > 28) {
            throw new IllegalArgumentException("tsukasa.reports-due-day is a day from 1 to 28, not " + dueDay);
        }
        this.store = store;
        this.closings = closings;
        this.trail = trail;
        this.clock = clock;
        this.dueDay = dueDay;
    }

    @Bean
    static KnownActions reportActions() {
        return KnownActions.of(REPORTED, RETURNED);
    }

    @Override
    public Map<String, Map<YearMonth, Integer>> matrix(Plan plan) {
        return store.matrix(plan.id());
    }

    @Override
    public Optional<MonthlyReport> find(Plan plan, Place place, YearMonth month) {
        return store.find(plan.id(), place, month);
    }

    @Override
    public List<MonthlyReport> of(Plan plan, YearMonth month) {
        return store.of(plan.id(), month);
    }

    @Override
    public List<Reports.DoneInMonth> done(Plan plan) {
        return store.done(plan.id());
    }

    @Override
    public List<MonthlyReport> about(Plan plan, Place place) {
        return store.about(plan.id(), place);
    }

    @Override
    public LocalDate due(YearMonth month) {
        return month.plusMonths(1).atDay(dueDay);
    }

    @Override
    @Transactional
    public CycleOutcome write(Plan plan, Place place, YearMonth month, Words words, int read, Visitor by) {
        Optional<MonthlyReport> now = store.find(plan.id(), place, month);
        if (now.filter(report -> report.state() == State.SUBMITTED).isPresent()) {
            return CycleOutcome.conflict(
                    "報告済みです。直すときは、もう一度報告してください。", "It is reported already. To change it, report again.");
        }
        return put(plan, place, month, words, read, State.DRAFT, by);
    }

    @Override
    @Transactional
    public CycleOutcome submit(Plan plan, Place place, YearMonth month, Words words, int read, Visitor by) {
        return put(plan, place, month, words, read, State.SUBMITTED, by);
    }

    private CycleOutcome put(Plan plan, Place place, YearMonth month, Words words, int read, State to, Visitor by) {
        Optional<CycleOutcome> locked = locked(plan, month);
        if (locked.isPresent()) {
            return locked.get();
        }
        List<Fault> faults = faults(words, to);
        return faults.isEmpty() ? next(plan, place, month, words, read, to, by, null) : CycleOutcome.wrong(faults);
    }

    @Override
    public Optional<CycleOutcome> locked(Plan plan, YearMonth month) {
        LocalDate today = clock.instant().atZone(Writing.JAPAN).toLocalDate();
        if (month.atDay(1).isAfter(today)) {
            return Optional.of(CycleOutcome.conflict("この月はまだ始まっていません。", "That month has not begun."));
        }
        return closings.of(plan.id()).stream()
                .filter(closing -> closing.state() == Closing.State.CLOSED)
                .filter(closing -> !closing.period().last().isBefore(month.atEndOfMonth()))
                .findFirst()
                .map(closing -> CycleOutcome.conflict(
                        "「" + closing.period().part().title().ja() + "」が締められています。直すには、先に再開が必要です。",
                        closing.period().part().title().en()
                                + " is closed. It has to be reopened before this changes."));
    }

    private static List<Fault> faults(Words words, State to) {
        List<Fault> faults = new ArrayList<>();
        tooLong(faults, "done", words.done());
        tooLong(faults, "trouble", words.trouble());
        tooLong(faults, "outcome", words.outcome());
        if (to == State.DRAFT) {
            return faults;
        }
        if (words.progress().isEmpty()) {
            faults.add(Fault.of("progress", "進捗を選んでください。", "Choose how it goes."));
        } else if (words.progress().get() != Progress.NOTHING && words.done().isBlank()) {
            faults.add(Fault.of("done", "この月に実施したことを書いてください。", "Say what was done this month."));
        } else if (words.progress().get() == Progress.BEHIND && words.trouble().isBlank()) {
            faults.add(Fault.of("trouble", "遅れている理由と対応を書いてください。", "Say why it is behind and what is done about it."));
        }
        return faults;
    }

    private static void tooLong(List<Fault> faults, String field, String text) {
        if (text.length() > LONGEST) {
            faults.add(Fault.of(field, "4,000字以内で書いてください。", "Write at most 4,000 characters."));
        }
    }

    private CycleOutcome next(
            Plan plan,
            Place place,
            YearMonth month,
            Words words,
            int read,
            State to,
            Visitor by,
            @Nullable String why) {
        String department = plan.item(place).flatMap(plan::departmentOf).orElseThrow();
        var next = new ReportStore.Next(to, words, why, by, clock.instant());
        Optional<Long> id = store.next(plan.id(), place, month, department, read, next);
        if (id.isEmpty()) {
            return overtaken(store.find(plan.id(), place, month));
        }
        if (to != State.DRAFT) {
            trail.record(Deed.did(to == State.SUBMITTED ? REPORTED : RETURNED, thing(plan, place, month))
                    .by(Actor.of(by))
                    .because(why)
                    .with("revision", read + 1));
        }
        return new Done(id.get());
    }

    private static Thing thing(Plan plan, Place place, YearMonth month) {
        return Thing.of("report", plan.id() + "/" + month + "/" + place.slug(), "");
    }

    private static CycleOutcome overtaken(Optional<MonthlyReport> now) {
        String who = now.map(report -> report.latest().byName()).orElse("");
        return CycleOutcome.conflict(
                "開いている間に、" + who + "さんが先に保存しました。下の内容は保存されていません。今の版を確かめてから、もう一度保存してください。",
                who
                        + " saved while you were writing. What is below is not saved: look at the version of now, then save again.");
    }

    @Override
    @Transactional
    public int nothingPlanned(Plan plan, List<Place> places, YearMonth month, Visitor by) {
        if (locked(plan, month).isPresent()) {
            return 0;
        }
        Words nothing = new Words(Optional.of(Progress.NOTHING), "", "", "", List.of());
        int reported = 0;
        for (Place place : places) {
            boolean known = plan.item(place).filter(plan::promises).isPresent();
            if (known
                    && store.find(plan.id(), place, month).isEmpty()
                    && next(plan, place, month, nothing, 0, State.SUBMITTED, by, null) instanceof Done) {
                reported++;
            }
        }
        return reported;
    }

    @Override
    @Transactional
    public CycleOutcome giveBack(Plan plan, Place place, YearMonth month, int read, String why, Visitor by) {
        Optional<MonthlyReport> now = store.find(plan.id(), place, month);
        if (now.isEmpty() || now.get().state() != State.SUBMITTED) {
            return CycleOutcome.conflict("報告されていないものは差し戻せません。", "What is not reported cannot be returned.");
        }
        Optional<CycleOutcome> locked = locked(plan, month);
        if (locked.isPresent()) {
            return locked.get();
        }
        return why.isBlank() || why.length() > LONGEST_REASON
                ? CycleOutcome.wrong(
                        "why", "何が足りないかを2,000字以内で書いてください。", "Say what is missing, in at most 2,000 characters.")
                : next(plan, place, month, now.get().words(), read, State.RETURNED, by, why.strip());
    }

    /// Which measures nobody has reported, by department.
    Map<String, List<PlanItem>> missing(Plan plan, YearMonth month) {
        var reported = store.of(plan.id(), month).stream()
                .filter(report -> report.state() == State.SUBMITTED)
                .map(MonthlyReport::place)
                .collect(java.util.stream.Collectors.toSet());
        return plan.measures().stream()
                .filter(item -> !reported.contains(item.place()))
                .filter(item -> plan.departmentOf(item).isPresent())
                .collect(java.util.stream.Collectors.groupingBy(
                        item -> plan.departmentOf(item).orElseThrow()));
    }
}
