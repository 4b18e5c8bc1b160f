package tsukasa.cycle.issue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issue.Answer;
import tsukasa.cycle.Issue.State;
import tsukasa.cycle.Issues;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// The rules of issues; who may call them is asked at the endpoints.
@Service
class IssueDesk implements Issues {
    private static final Action RAISED = Action.of("issue.raised", "課題を登録", "Issue raised");
    private static final Action ANSWERED = Action.of("issue.answered", "課題の対応を記録", "Issue dealt with");
    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 200;
    private final IssueStore store;
    private final PlanShelf shelf;
    private final AuditTrail trail;
    private final Clock clock;

    IssueDesk(IssueStore store, PlanShelf shelf, AuditTrail trail, Clock clock) {
        this.store = store;
        this.shelf = shelf;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions issueActions() {
        return KnownActions.of(RAISED, ANSWERED);
    }

    @Override
    public List<Issue> of(FiscalYear year) {
        return store.of(year);
    }

    @Override
    public Optional<Issue> find(long id) {
        return store.find(id);
    }

    @Override
    @Transactional
    public CycleOutcome raise(Raised raised, Visitor by) {
        List<Fault> faults = faults(raised);
        if (!faults.isEmpty()) {
            return CycleOutcome.wrong(faults);
        }
        Optional<Long> id = store.raise(raised);
        if (id.isEmpty()) {
            return CycleOutcome.conflict("同じ課題がすでに登録されています。", "The same issue was entered before.");
        }
        store.event(id.get(), 0, State.OPEN, Answer.NONE, by, clock.instant());
        trail.record(Deed.did(RAISED, Thing.of("issue", String.valueOf(id.get()), ""))
                .by(Actor.of(by)));
        return new Done(id.get());
    }

    List<Fault> faults(Raised raised) {
        List<Fault> faults = new ArrayList<>();
        need(faults, "text", raised.text(), LONGEST, "課題の内容", "the issue");
        need(faults, "raisedBy", raised.raisedBy(), LONGEST_NAME, "だれの意見か", "who raised it");
        need(faults, "section", raised.section(), 80, "計画の箇所", "the place in the plan");
        Optional<Plan> plan = planOf(raised.year());
        if (!raised.section().isBlank()
                && plan.isPresent()
                && plan.get().itemAt(raised.section()).isEmpty()
                && !raised.section().equals("overall")) {
            faults.add(Fault.of(
                    "section",
                    "その年度の計画に「" + raised.section() + "」という箇所はありません。",
                    "The plan of that year has no place “" + raised.section() + "”."));
        }
        if (raised.raisedOn()
                .isAfter(clock.instant()
                        .atZone(tsukasa.kernel.page.Writing.JAPAN)
                        .toLocalDate())) {
            faults.add(Fault.of("raisedOn", "日付が先の日になっています。", "The day lies in the future."));
        }
        return faults;
    }

    private static void need(List<Fault> faults, String field, String text, int longest, String ja, String en) {
        if (text.isBlank() || text.length() > longest || text.indexOf(0) >= 0) {
            faults.add(Fault.of(
                    field,
                    ja + "を" + longest + "字以内で書いてください。",
                    "Write " + en + ", at most " + longest + " characters."));
        }
    }

    Optional<Plan> planOf(FiscalYear year) {
        return shelf.plans().stream().filter(plan -> plan.year().equals(year)).findFirst();
    }

    @Override
    @Transactional
    public CycleOutcome answer(long id, State state, Answer answer, int read, Visitor by) {
        Issue issue = store.find(id).orElseThrow();
        List<Fault> faults = faults(issue, state, answer);
        if (!faults.isEmpty()) {
            return CycleOutcome.wrong(faults);
        }
        if (!store.event(id, read, state, answer, by, clock.instant())) {
            String who = store.find(id).orElseThrow().events().getLast().byName();
            return CycleOutcome.conflict(
                    "開いている間に、" + who + "さんが先に記録しました。今の内容を確かめてから、もう一度記録してください。",
                    who + " was first. Look at it as it is now, then record again.");
        }
        trail.record(Deed.did(ANSWERED, Thing.of("issue", String.valueOf(id), ""))
                .by(Actor.of(by))
                .with("state", state.name()));
        return new Done(id);
    }

    @Override
    @Transactional
    public boolean answeredBy(long id, Optional<Issue.Clause> clause, String response, Visitor by) {
        Issue issue = store.find(id).orElseThrow();
        if (issue.state() == State.NOT_TAKEN_UP || issue.answer().clause().isPresent()) {
            return true;
        }
        Answer now = issue.answer();
        Answer answer = new Answer(now.response().isBlank() ? response : now.response(), now.change(), clause);
        if (!store.event(id, issue.events().size(), State.ANSWERED, answer, by, clock.instant())) {
            return false;
        }
        trail.record(Deed.did(ANSWERED, Thing.of("issue", String.valueOf(id), ""))
                .by(Actor.of(by))
                .with("state", State.ANSWERED.name())
                .with("clause", clause.map(c -> c.plan() + " " + c.place()).orElse("")));
        return true;
    }

    private List<Fault> faults(Issue issue, State state, Answer answer) {
        List<Fault> faults = new ArrayList<>();
        tooLong(faults, "response", answer.response());
        tooLong(faults, "change", answer.change());
        if (state != State.OPEN && answer.response().isBlank()) {
            faults.add(Fault.of(
                    "response", "どう対応したか、対応しない場合はその理由を書いてください。", "Say what was done, or why nothing will be."));
        }
        answer.clause().ifPresent(clause -> {
            Optional<Plan> plan = shelf.plan(clause.plan());
            if (plan.isEmpty() || plan.get().itemAt(clause.place()).isEmpty()) {
                faults.add(Fault.of(
                        "clause",
                        "「" + clause.plan() + "」に「" + clause.place() + "」という箇所はありません。",
                        "“" + clause.plan() + "” has no place “" + clause.place() + "”."));
            } else if (plan.get().year().compareTo(issue.year()) <= 0) {
                faults.add(Fault.of(
                        "clause",
                        "課題を出した評価より後の年度の計画を選んでください。",
                        "Choose a plan of a later year than the evaluation that raised it."));
            }
        });
        return faults;
    }

    private static void tooLong(List<Fault> faults, String field, String text) {
        if (text.length() > LONGEST || text.indexOf(0) >= 0) {
            faults.add(Fault.of(field, "4,000字以内で書いてください。", "Write at most 4,000 characters."));
        }
    }
}
