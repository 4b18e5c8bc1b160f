package tsukasa.alerts.writing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.alerts.Alert.Standing;
import tsukasa.alerts.AlertContent;
import tsukasa.alerts.AlertDraft;
import tsukasa.alerts.AlertDraft.Kind;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertPublished;
import tsukasa.alerts.AlertWords;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.Thing;
import tsukasa.kernel.Text;
import tsukasa.kernel.foureyes.DraftEvent.Became;
import tsukasa.kernel.foureyes.DraftState;
import tsukasa.kernel.round.Round;

/// Publishes what was approved, at once or when its time has come.
@Component
@Transactional
class Publisher {
    static final Action PUBLISHED = Action.of("alert.published", "注意喚起を公表", "Alert published");
    private static final String SELF = "alerts";
    private final DraftStore drafts;
    private final PublicationStore store;
    private final WordsReading reading;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Clock clock;

    Publisher(
            DraftStore drafts,
            PublicationStore store,
            WordsReading reading,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.reading = reading;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /// Approved, and their time has come.
    public List<Long> due() {
        return drafts.due(clock.instant());
    }

    /// Nothing happens where another node is at it, or it was given back meanwhile.
    public void publishIfDue(long id) {
        if (drafts.claim(id, clock.instant())) {
            publish(id);
        }
    }

    public AlertDraft publish(long id) {
        AlertDraft draft = drafts.find(id).orElseThrow();
        AlertContent content = reading.read(draft.kind(), draft.words())
                .content()
                .orElseThrow(() -> new IllegalStateException("draft " + id + " was approved and cannot be published"));
        Instant now = clock.instant();
        UUID approver = drafts.approver(id);
        PublicationStore.Edition edition = new PublicationStore.Edition(
                standing(draft.kind()), content, what(draft.kind(), draft.words()), draft.author(), approver, now);
        if (!drafts.move(draft, DraftState.PUBLISHED, Optional.of(approver), draft.due(), now)) {
            throw new IllegalStateException("draft " + id + " changed while it was published");
        }
        AlertPublished published = published(draft, edition);
        drafts.event(id, approver, "", Became.PUBLISHED, published.number().toString(), now);
        trail.record(Deed.did(
                        PUBLISHED,
                        Thing.of(
                                "alert",
                                published.number().toString(),
                                content.title().ja()))
                .by(Actor.system(SELF))
                .with("edition", published.edition())
                .with("draft", id));
        events.publishEvent(published);
        return drafts.find(id).orElseThrow();
    }

    private AlertPublished published(AlertDraft draft, PublicationStore.Edition edition) {
        Optional<AlertNumber> of = draft.of();
        return of.isPresent()
                ? new AlertPublished(of.get(), store.next(of.get(), edition))
                : new AlertPublished(store.first(draft.id(), edition), 1);
    }

    private static Standing standing(Kind kind) {
        return switch (kind) {
            case FIRST, UPDATE -> Standing.IN_FORCE;
            case END -> Standing.ENDED;
            case WITHDRAWAL -> Standing.WITHDRAWN;
        };
    }

    private static Text what(Kind kind, AlertWords words) {
        return kind == Kind.FIRST
                ? Text.of("公表しました。", "Published.")
                : Text.of(words.whatJa().strip(), words.whatEn().strip());
    }

    @Configuration(proxyBeanMethods = false)
    static class Rounds {
        @Bean
        Round alertRound(Publisher publisher) {
            return Round.every(
                    Duration.ofSeconds(10), "alerts", _ -> publisher.due().forEach(publisher::publishIfDue));
        }
    }
}
