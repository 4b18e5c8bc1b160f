package tsukasa.kernel.start;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import tsukasa.kernel.Settings;
import tsukasa.kernel.round.Round;

/// Takes over events whose listener did not finish, because its node died or it failed: each is marked in the database
/// by whoever takes it, so it is taken by one node. What a live node is still at is left to it for a while.
@Configuration(proxyBeanMethods = false)
class EventsWatch {
    private final IncompleteEventPublications events;
    private final Duration patience;
    private Duration older;

    /// On the embedded database nobody else can be at work, so whatever was left over at the start is ours at once.
    EventsWatch(
            IncompleteEventPublications events,
            Settings settings,
            @Value("${tsukasa.events-takeover:5m}") Duration patience) {
        this.events = events;
        this.patience = patience;
        boolean alone = settings.databaseUrl() == null || settings.databaseUrl().isBlank();
        this.older = alone ? Duration.ZERO : patience;
    }

    @Bean
    Round takingOverEvents() {
        return Round.every(patience.dividedBy(5), "events-takeover", _ -> take())
                .fromTheStart();
    }

    /// Only the first look finds nothing but what was left over, whether it succeeds or not: from then on events are
    /// under way here.
    private void take() {
        Duration now = older;
        older = patience;
        events.resubmitIncompletePublicationsOlderThan(now);
    }
}
