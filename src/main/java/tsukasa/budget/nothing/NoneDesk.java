package tsukasa.budget.nothing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import tsukasa.budget.Borrowing;
import tsukasa.budget.MoneyYears;
import tsukasa.budget.NoneOutcome;
import tsukasa.budget.NoneRegister;
import tsukasa.budget.NoneStanding;
import tsukasa.budget.NoneStanding.Event;
import tsukasa.budget.NoneStanding.State;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// The rules of 「なし」.
@Service
class NoneDesk implements NoneRegister {
    private static final Action CONFIRMED = Action.of("none.confirmed", "「なし」を確認", "None confirmed");
    private static final Action PROPOSED = Action.of("none.proposed", "「なし」からの登録を申請", "Entry against none proposed");
    private static final Action ENTERED = Action.of("none.entered", "「なし」からの登録を承認", "Entry against none approved");
    private static final Action RETURNED = Action.of("none.returned", "「なし」からの登録を差戻し", "Entry against none returned");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_REASON = 2_000;
    private final NoneStore store;
    private final Borrowing borrowing;
    private final MoneyYears years;
    private final AuditTrail trail;
    private final Clock clock;

    NoneDesk(NoneStore store, Borrowing borrowing, MoneyYears years, AuditTrail trail, Clock clock) {
        this.store = store;
        this.borrowing = borrowing;
        this.years = years;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions noneActions() {
        return KnownActions.of(CONFIRMED, PROPOSED, ENTERED, RETURNED);
    }

    @Override
    public List<NoneStanding> of(Plan plan) {
        Map<String, List<Event>> events = store.events(plan.id());
        Optional<Place> limit = years.rules(plan).borrowing().map(b -> b.place());
        boolean nothingBorrowed = borrowing.none(plan);
        return plan.items().stream()
                .filter(item -> item.none() || limit.equals(Optional.of(item.place())))
                .map(item -> standing(
                        item,
                        limit,
                        nothingBorrowed,
                        events.getOrDefault(item.place().value(), List.of())))
                .toList();
    }

    private static NoneStanding standing(
            PlanItem item, Optional<Place> limit, boolean nothingBorrowed, List<Event> events) {
        boolean ofBorrowing = limit.equals(Optional.of(item.place()));
        State state = ofBorrowing && !nothingBorrowed ? State.ENTERED : state(events);
        return new NoneStanding(item.place(), item.title(), ofBorrowing, state, events);
    }

    /// Once something was entered, it stays so, whatever else is proposed and returned.
    private static State state(List<Event> events) {
        if (!events.isEmpty() && events.getLast().became().equals("PROPOSED")) {
            return State.PROPOSED;
        }
        if (events.stream().anyMatch(event -> event.became().equals("ENTERED"))) {
            return State.ENTERED;
        }
        return events.stream().anyMatch(event -> event.became().equals("CONFIRMED"))
                ? State.CONFIRMED
                : State.AS_PLANNED;
    }

    @Override
    @Transactional
    public NoneOutcome confirm(Plan plan, Place place, int seen, Visitor by) {
        return of(plan, place)
                .map(now -> switch (now.state()) {
                    case AS_PLANNED, CONFIRMED ->
                        state(plan, now, seen, "CONFIRMED", Optional.empty(), Optional.empty(), Optional.empty(), by);
                    case PROPOSED -> new NoneOutcome.Changed();
                    case ENTERED -> new NoneOutcome.NotNone();
                })
                .orElse(new NoneOutcome.NotThere());
    }

    @Override
    @Transactional
    public NoneOutcome propose(
            Plan plan, Place place, int seen, String subject, Optional<Long> yen, String reason, Visitor by) {
        Optional<NoneStanding> now = of(plan, place).filter(standing -> !standing.borrowing());
        if (now.isEmpty()) {
            return new NoneOutcome.NotThere();
        }
        if (unusable(subject, LONGEST_SUBJECT)
                || unusable(reason, LONGEST_REASON)
                || yen.filter(y -> y < 0 || y > 10_000_000_000_000L).isPresent()) {
            return new NoneOutcome.NoReason();
        }
        return now.get().state() == State.PROPOSED
                ? new NoneOutcome.Changed()
                : state(
                        plan,
                        now.get(),
                        seen,
                        "PROPOSED",
                        Optional.of(subject.strip()),
                        yen,
                        Optional.of(reason.strip()),
                        by);
    }

    @Override
    @Transactional
    public NoneOutcome approve(Plan plan, Place place, int seen, Visitor by) {
        Optional<NoneStanding> now = of(plan, place).filter(standing -> standing.state() == State.PROPOSED);
        if (now.isEmpty()) {
            return new NoneOutcome.Changed();
        }
        Event proposed = now.get().events().getLast();
        return proposed.by().equals(by.id())
                ? new NoneOutcome.SamePerson()
                : state(plan, now.get(), seen, "ENTERED", proposed.subject(), proposed.yen(), proposed.reason(), by);
    }

    @Override
    @Transactional
    public NoneOutcome giveBack(Plan plan, Place place, int seen, String reason, Visitor by) {
        Optional<NoneStanding> now = of(plan, place).filter(standing -> standing.state() == State.PROPOSED);
        if (now.isEmpty()) {
            return new NoneOutcome.Changed();
        }
        return unusable(reason, LONGEST_REASON)
                ? new NoneOutcome.NoReason()
                : state(
                        plan,
                        now.get(),
                        seen,
                        "RETURNED",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(reason.strip()),
                        by);
    }

    private static boolean unusable(String text, int longest) {
        return text.isBlank() || text.length() > longest || text.indexOf(0) >= 0;
    }

    private NoneOutcome state(
            Plan plan,
            NoneStanding now,
            int seen,
            String became,
            Optional<String> subject,
            Optional<Long> yen,
            Optional<String> reason,
            Visitor by) {
        if (now.events().size() != seen
                || !store.state(plan.id(), now.place(), seen + 1, became, subject, yen, reason, by, clock.instant())) {
            return new NoneOutcome.Changed();
        }
        Action action = switch (became) {
            case "CONFIRMED" -> CONFIRMED;
            case "PROPOSED" -> PROPOSED;
            case "ENTERED" -> ENTERED;
            default -> RETURNED;
        };
        trail.record(Deed.did(
                        action,
                        Thing.of(
                                "none",
                                plan.id() + "/" + now.place().slug(),
                                now.title().ja()))
                .by(Actor.of(by))
                .because(reason.orElse(null))
                .with("subject", subject.orElse(null)));
        return new NoneOutcome.Done();
    }
}
