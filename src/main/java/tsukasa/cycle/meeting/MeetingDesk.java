package tsukasa.cycle.meeting;

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
import tsukasa.cycle.Meeting;
import tsukasa.cycle.Meeting.Event.What;
import tsukasa.cycle.Meeting.Item;
import tsukasa.cycle.Meeting.State;
import tsukasa.cycle.Meetings;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Writing;

/// The rules of meetings; who may call them is asked at the endpoints.
@Service
class MeetingDesk implements Meetings {
    static final int MOST_ITEMS = 12;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_PAPER = 500;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_MINUTES = 8_000;
    private static final Action CALLED = Action.of("meeting.called", "会議を招集", "Meeting called");
    private static final Action CHANGED = Action.of("meeting.changed", "会議の記録を変更", "Meeting changed");
    private static final Action CANCELLED = Action.of("meeting.cancelled", "会議を中止", "Meeting cancelled");
    private final MeetingStore store;
    private final AuditTrail trail;
    private final Clock clock;

    MeetingDesk(MeetingStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions meetingActions() {
        return KnownActions.of(CALLED, CHANGED, CANCELLED);
    }

    @Override
    public List<Meeting> of(String plan) {
        return store.of(plan);
    }

    @Override
    public Optional<Meeting> find(long id) {
        return store.find(id);
    }

    @Override
    @Transactional
    public CycleOutcome call(String plan, Called called, Visitor by) {
        List<Fault> faults = faults(called);
        if (!faults.isEmpty()) {
            return CycleOutcome.wrong(faults);
        }
        long id = store.call(plan, called);
        record(id, What.CALLED, CALLED, by);
        return new Done(id);
    }

    /// Minutes make it held: nobody writes what was said at a meeting that is still to come.
    @Override
    @Transactional
    public CycleOutcome change(long id, Called called, int read, Visitor by) {
        List<Fault> faults = faults(called);
        boolean minutes = called.agenda().stream()
                .anyMatch(item -> !item.said().isBlank() || !item.decision().isBlank());
        boolean toCome =
                called.heldOn().isAfter(clock.instant().atZone(Writing.JAPAN).toLocalDate());
        if (minutes && toCome) {
            faults.add(Fault.of(
                    "heldOn",
                    "これから開く会議に、議事や決定は書けません。",
                    "What was said and decided is written after the day of the meeting."));
        }
        if (!faults.isEmpty()) {
            return CycleOutcome.wrong(faults);
        }
        if (!store.change(id, called, minutes ? State.HELD : State.PLANNED, read)) {
            return overtaken(id);
        }
        record(id, minutes ? What.MINUTES : What.CHANGED, CHANGED, by);
        return new Done(id);
    }

    @Override
    @Transactional
    public CycleOutcome cancel(long id, int read, Visitor by) {
        if (!store.cancel(id, read)) {
            return overtaken(id);
        }
        record(id, What.CANCELLED, CANCELLED, by);
        return new Done(id);
    }

    private CycleOutcome overtaken(long id) {
        Meeting now = store.find(id).orElseThrow();
        String who = now.events().getLast().byName();
        return CycleOutcome.conflict(
                "先に" + who + "さんが変更しました（" + now.state().title().ja() + "）。今の内容を確かめてください。",
                who + " changed it first (" + now.state().title().en() + "). Look at it as it is now.");
    }

    private void record(long id, What what, Action action, Visitor by) {
        store.event(id, what, by, clock.instant());
        trail.record(
                Deed.did(action, Thing.of("meeting", String.valueOf(id), "")).by(Actor.of(by)));
    }

    private static List<Fault> faults(Called called) {
        List<Fault> faults = new ArrayList<>();
        if (called.title().isBlank() || called.title().length() > LONGEST_TITLE) {
            faults.add(Fault.of("title", "会議の名前を200字以内で書いてください。", "Name the meeting in at most 200 characters."));
        }
        tooLong(faults, "meetingPlace", called.place(), LONGEST_TITLE);
        tooLong(faults, "attendees", called.attendees(), LONGEST_TEXT);
        for (int number = 1; number <= called.agenda().size(); number++) {
            item(faults, number, called.agenda().get(number - 1));
        }
        return faults;
    }

    private static void item(List<Fault> faults, int number, Item item) {
        if (item.title().isBlank() || item.title().length() > LONGEST_TITLE) {
            faults.add(Fault.of(
                    "item" + number,
                    "議題" + number + "の題を200字以内で書いてください。",
                    "Give item " + number + " a title of at most 200 characters."));
        }
        tooLong(faults, "paper" + number, item.paper(), LONGEST_PAPER);
        tooLong(faults, "said" + number, item.said(), LONGEST_MINUTES);
        tooLong(faults, "decision" + number, item.decision(), LONGEST_TEXT);
    }

    private static void tooLong(List<Fault> faults, String field, String text, int longest) {
        if (text.length() > longest) {
            faults.add(Fault.of(field, longest + "字以内で書いてください。", "Write at most " + longest + " characters."));
        }
    }
}
