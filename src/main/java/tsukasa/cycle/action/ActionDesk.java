package tsukasa.cycle.action;

import java.time.Clock;
import java.time.LocalDate;
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
import tsukasa.cycle.Actions;
import tsukasa.cycle.AgreedAction;
import tsukasa.cycle.AgreedAction.Origin;
import tsukasa.cycle.AgreedAction.State;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Visitor;

/// The rules of actions; who may call them is asked at the endpoints.
@Service
class ActionDesk implements Actions {
    private static final Action AGREED = Action.of("action.agreed", "取組を決めた", "Action agreed");
    private static final Action FOLLOWED = Action.of("action.followed", "取組の状況を記録", "Action followed up");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_NOTE = 2_000;
    private final ActionStore store;
    private final People people;
    private final AuditTrail trail;
    private final Clock clock;

    ActionDesk(ActionStore store, People people, AuditTrail trail, Clock clock) {
        this.store = store;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions actionActions() {
        return KnownActions.of(AGREED, FOLLOWED);
    }

    @Override
    public List<AgreedAction> of(String plan) {
        return store.of(plan);
    }

    @Override
    public List<AgreedAction> from(Origin origin, String originId) {
        return store.from(origin, originId);
    }

    @Override
    public Optional<AgreedAction> find(long id) {
        return store.find(id);
    }

    @Override
    @Transactional
    public CycleOutcome agree(Agreed agreed, Visitor by) {
        List<Fault> faults = new ArrayList<>();
        if (agreed.title().isBlank() || agreed.title().length() > LONGEST_TITLE) {
            faults.add(
                    Fault.of("action", "何をするかを300字以内で書いてください。", "Say what will be done, in at most 300 characters."));
        }
        if (agreed.department().isBlank()) {
            faults.add(Fault.of("department", "担当の部署を選んでください。", "Choose the department."));
        }
        Optional<Person> owner = agreed.owner().flatMap(people::find);
        if (agreed.owner().isPresent() && owner.isEmpty()) {
            faults.add(Fault.of("owner", "担当者を一覧から選んでください。", "Choose the owner from the list."));
        }
        if (!faults.isEmpty()) {
            return CycleOutcome.wrong(faults);
        }
        long id = store.agree(agreed, owner.map(Person::displayName).orElse(""));
        store.event(id, 0, State.OPEN, agreed.due(), "", by, clock.instant());
        record(AGREED, id, by, State.OPEN);
        return new Done(id);
    }

    @Override
    @Transactional
    public CycleOutcome follow(long id, State state, LocalDate due, String note, int read, Visitor by) {
        AgreedAction action = store.find(id).orElseThrow();
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            return CycleOutcome.wrong(
                    "note",
                    "何をしたか、なぜ変えるかを2,000字以内で書いてください。",
                    "Say what was done or why it changes, in at most 2,000 characters.");
        }
        if (!store.event(id, read, state, due, note, by, clock.instant())) {
            String who = store.find(id).orElseThrow().events().getLast().byName();
            return CycleOutcome.conflict(
                    "開いている間に、" + who + "さんが先に記録しました。今の内容を確かめてください。", who + " was first. Look at it as it is now.");
        }
        record(FOLLOWED, action.id(), by, state);
        return new Done(id);
    }

    private void record(Action action, long id, Visitor by, State state) {
        trail.record(Deed.did(action, Thing.of("action", String.valueOf(id), ""))
                .by(Actor.of(by))
                .with("state", state.name()));
    }
}
