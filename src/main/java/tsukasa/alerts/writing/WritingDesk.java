package tsukasa.alerts.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertDraft;
import tsukasa.alerts.AlertDraft.Kind;
import tsukasa.alerts.AlertDraft.State;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertOutcome;
import tsukasa.alerts.AlertOutcome.Changed;
import tsukasa.alerts.AlertOutcome.Done;
import tsukasa.alerts.AlertOutcome.Fault;
import tsukasa.alerts.AlertOutcome.SamePerson;
import tsukasa.alerts.AlertOutcome.Wrong;
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
    private static final int LONGEST_REASON = 2_000;
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
    public AlertOutcome begin(AlertWords words, Visitor by) {
        List<Fault> faults = WordsReading.tooLong(words);
        return faults.isEmpty() ? begun(Kind.FIRST, Optional.empty(), words, by) : new Wrong(faults);
    }

    /// What has ended may begin again with an update; what was withdrawn stays withdrawn.
    @Override
    public AlertOutcome begin(Kind kind, AlertNumber number, Visitor by) {
        Optional<Alert> alert = alerts.find(number)
                .filter(one -> kind != Kind.FIRST && one.standing() != Alert.Standing.WITHDRAWN)
                .filter(one -> kind != Kind.END || one.standing() == Alert.Standing.IN_FORCE);
        return alert.map(one -> begun(kind, Optional.of(number), AsTyped.of(one.content()), by))
                .orElse(new Changed());
    }

    private AlertOutcome begun(Kind kind, Optional<AlertNumber> of, AlertWords words, Visitor by) {
        Optional<Long> id = store.begin(kind, of, words, by, clock.instant());
        return id.map(one -> told(one, "written", "", BEGUN, by)).orElse(new Changed());
    }

    @Override
    public AlertOutcome write(long id, int seen, AlertWords words, Visitor by) {
        List<Fault> faults = WordsReading.tooLong(words);
        if (!faults.isEmpty()) {
            return new Wrong(faults);
        }
        return store.write(id, seen, words, by, clock.instant()) ? told(id, "written", "", WRITTEN, by) : new Changed();
    }

    @Override
    public AlertOutcome submit(long id, int seen, Visitor by) {
        Optional<AlertDraft> draft = at(id, seen, State.DRAFT);
        List<Fault> faults =
                draft.map(d -> reading.read(d.kind(), d.words()).faults()).orElse(List.of());
        if (!faults.isEmpty()) {
            return new Wrong(faults);
        }
        return draft.isPresent() && move(draft.get(), State.REVIEW, Optional.empty(), Optional.empty())
                ? told(id, "submitted", "", SUBMITTED, by)
                : new Changed();
    }

    @Override
    public AlertOutcome giveBack(long id, int seen, String reason, Visitor by) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return new Wrong(
                    List.of(Fault.of("reason", "理由を2,000字以内で書いてください。", "Write the reason, at most 2,000 characters.")));
        }
        Optional<AlertDraft> draft = at(id, seen, State.REVIEW).or(() -> at(id, seen, State.APPROVED));
        return draft.isPresent() && move(draft.get(), State.DRAFT, Optional.empty(), Optional.empty())
                ? told(id, "returned", reason.strip(), RETURNED, by)
                : new Changed();
    }

    /// Nobody approves what they wrote any part of.
    @Override
    public AlertOutcome publish(long id, int seen, Optional<Instant> due, Visitor by) {
        Optional<AlertDraft> draft = at(id, seen, State.REVIEW);
        if (draft.isEmpty()) {
            return new Changed();
        }
        if (draft.get().events().stream()
                .anyMatch(
                        event -> event.became().equals("written") && event.by().equals(by.id()))) {
            return new SamePerson();
        }
        Instant now = clock.instant();
        if (due.filter(when -> when.isBefore(now)).isPresent()) {
            return new Wrong(List.of(Fault.of("due", "これから先の日時を選んでください。", "Choose a time that is still to come.")));
        }
        if (!move(draft.get(), State.APPROVED, Optional.of(by.id()), Optional.of(due.orElse(now)))) {
            return new Changed();
        }
        AlertOutcome approved = told(id, "approved", "", APPROVED, by);
        return due.isPresent() ? approved : new Done(publisher.publish(id));
    }

    @Override
    public AlertOutcome discard(long id, int seen, Visitor by) {
        Optional<AlertDraft> draft = at(id, seen, State.DRAFT);
        return draft.isPresent() && move(draft.get(), State.DISCARDED, Optional.empty(), Optional.empty())
                ? told(id, "discarded", "", DISCARDED, by)
                : new Changed();
    }

    private Optional<AlertDraft> at(long id, int seen, State state) {
        return store.find(id).filter(draft -> draft.seen() == seen && draft.state() == state);
    }

    private boolean move(AlertDraft draft, State to, Optional<UUID> approver, Optional<Instant> due) {
        return store.move(draft, to, approver, due, clock.instant());
    }

    private AlertOutcome told(long id, String became, String note, Action action, Visitor by) {
        store.event(id, by.id(), by.displayName(), became, note, clock.instant());
        trail.record(Deed.did(action, Thing.of("alert-draft", String.valueOf(id), ""))
                .by(Actor.of(by))
                .because(note));
        return new Done(store.find(id).orElseThrow());
    }
}
