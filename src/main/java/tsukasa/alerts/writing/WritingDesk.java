package tsukasa.alerts.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertDraft;
import tsukasa.alerts.AlertDraft.Kind;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertWords;
import tsukasa.alerts.AlertWriting;
import tsukasa.alerts.Alerts;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftEvent.Became;
import tsukasa.kernel.foureyes.DraftOutcome;
import tsukasa.kernel.foureyes.DraftOutcome.Changed;
import tsukasa.kernel.foureyes.DraftOutcome.Done;
import tsukasa.kernel.foureyes.DraftOutcome.Wrong;
import tsukasa.kernel.foureyes.DraftState;
import tsukasa.kernel.foureyes.FourEyes;
import tsukasa.kernel.page.Fault;

/// The rules of writing and approving.
@Component
@Transactional
class WritingDesk implements AlertWriting {
    private static final Action BEGUN = Action.of("alert.begun", "注意喚起の案を作成", "Draft of an alert begun");
    private static final Action WRITTEN = Action.of("alert.written", "注意喚起の案を変更", "Draft of an alert changed");
    private static final Action SUBMITTED = Action.of("alert.submitted", "注意喚起の承認を依頼", "Alert submitted for approval");
    private static final Action RETURNED = Action.of("alert.returned", "注意喚起の案を差戻し", "Draft of an alert returned");
    private static final Action APPROVED = Action.of("alert.approved", "注意喚起を承認", "Alert approved");
    private static final Action DISCARDED = Action.of("alert.discarded", "注意喚起の案を破棄", "Draft of an alert discarded");
    private final FourEyes<AlertDraft, Visitor> steps = new FourEyes<>(new Drafts());
    private final DraftStore store;
    private final Publisher publisher;
    private final WordsReading reading;
    private final Alerts alerts;
    private final AuditTrail trail;
    private final Clock clock;

    WritingDesk(
            DraftStore store, Publisher publisher, WordsReading reading, Alerts alerts, AuditTrail trail, Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.reading = reading;
        this.alerts = alerts;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions alertActions() {
        return KnownActions.of(BEGUN, WRITTEN, SUBMITTED, RETURNED, APPROVED, DISCARDED, Publisher.PUBLISHED);
    }

    @Override
    public List<AlertDraft> open() {
        return store.open();
    }

    @Override
    public Optional<AlertDraft> find(long id) {
        return store.find(id);
    }

    @Override
    public Optional<AlertDraft> openFor(AlertNumber number) {
        return store.openFor(number);
    }

    @Override
    public DraftOutcome<AlertDraft> begin(AlertWords words, Visitor by) {
        List<Fault> faults = WordsReading.tooLong(words);
        return faults.isEmpty() ? begun(Kind.FIRST, Optional.empty(), words, by) : new Wrong<>(faults);
    }

    /// What has ended may begin again with an update; what was withdrawn stays withdrawn.
    @Override
    public DraftOutcome<AlertDraft> begin(Kind kind, AlertNumber number, Visitor by) {
        Optional<Alert> alert = alerts.find(number)
                .filter(one -> kind != Kind.FIRST && one.standing() != Alert.Standing.WITHDRAWN)
                .filter(one -> kind != Kind.END || one.standing() == Alert.Standing.IN_FORCE);
        return alert.map(one -> begun(kind, Optional.of(number), AsTyped.of(one.content()), by))
                .orElse(new Changed<>());
    }

    private DraftOutcome<AlertDraft> begun(Kind kind, Optional<AlertNumber> of, AlertWords words, Visitor by) {
        Optional<Long> id = store.begin(kind, of, words, by, clock.instant());
        return id.map(one -> begun(one, by)).orElse(new Changed<>());
    }

    @Override
    public DraftOutcome<AlertDraft> write(long id, int seen, AlertWords words, Visitor by) {
        List<Fault> faults = WordsReading.tooLong(words);
        if (!faults.isEmpty()) {
            return new Wrong<>(faults);
        }
        return store.write(id, seen, words, by, clock.instant())
                ? steps.told(id, Became.WRITTEN, "", by)
                : new Changed<>();
    }

    @Override
    public DraftOutcome<AlertDraft> submit(long id, int seen, Visitor by) {
        return steps.submit(
                id, seen, by, draft -> reading.read(draft.kind(), draft.words()).faults());
    }

    @Override
    public DraftOutcome<AlertDraft> giveBack(long id, int seen, String reason, Visitor by) {
        return steps.giveBack(id, seen, reason, by);
    }

    @Override
    public DraftOutcome<AlertDraft> publish(long id, int seen, Optional<Instant> due, Visitor by) {
        return steps.approve(id, seen, by, draft -> approved(draft, due, by));
    }

    private DraftOutcome<AlertDraft> approved(AlertDraft draft, Optional<Instant> due, Visitor by) {
        Instant now = clock.instant();
        if (due.filter(when -> when.isBefore(now)).isPresent()) {
            return new Wrong<>(Fault.of("due", "これから先の日時を選んでください。", "Choose a time that is still to come."));
        }
        if (!store.move(draft, DraftState.APPROVED, Optional.of(by.id()), Optional.of(due.orElse(now)), now)) {
            return new Changed<>();
        }
        DraftOutcome<AlertDraft> approved = steps.told(draft.id(), Became.APPROVED, "", by);
        return due.isPresent() ? approved : new Done<>(publisher.publish(draft.id()));
    }

    @Override
    public DraftOutcome<AlertDraft> discard(long id, int seen, Visitor by) {
        return steps.discard(id, seen, by, _ -> {});
    }

    private DraftOutcome<AlertDraft> begun(long id, Visitor by) {
        tell(id, Became.WRITTEN, "", BEGUN, by);
        return new Done<>(store.find(id).orElseThrow());
    }

    private void tell(long id, Became became, String note, Action action, Visitor by) {
        store.event(id, by.id(), by.displayName(), became, note, clock.instant());
        trail.record(Deed.did(action, Thing.of("alert-draft", String.valueOf(id), ""))
                .by(Actor.of(by))
                .because(note));
    }

    private final class Drafts implements FourEyes.Keeping<AlertDraft, Visitor> {
        @Override
        public Optional<AlertDraft> find(long id) {
            return store.find(id);
        }

        @Override
        public boolean move(AlertDraft draft, DraftState to) {
            return store.move(draft, to, Optional.empty(), Optional.empty(), clock.instant());
        }

        @Override
        public void tell(long id, Became became, String note, Visitor by) {
            WritingDesk.this.tell(id, became, note, action(became), by);
        }

        private static Action action(Became became) {
            return switch (became) {
                case WRITTEN -> WRITTEN;
                case SUBMITTED -> SUBMITTED;
                case RETURNED -> RETURNED;
                case APPROVED -> APPROVED;
                case PUBLISHED -> Publisher.PUBLISHED;
                case DISCARDED -> DISCARDED;
            };
        }
    }
}
