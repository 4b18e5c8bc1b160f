package tsukasa.identity.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.identity.Mandate;
import tsukasa.identity.Mandates;
import tsukasa.kernel.page.Writing;

/// Looked up anew whenever it is asked for: what was ended is over with the next request.
@Component
class PresentMandates implements Mandates {
    private final MandateStore store;
    private final Clock clock;

    PresentMandates(MandateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Through several delegates at once, the one that reaches furthest.
    @Override
    public Optional<Mandate> of(UUID person, UUID giver) {
        return store.held(person, giver, today()).stream()
                .map(Held::mandate)
                .max(java.util.Comparator.comparing(Mandate::extent));
    }

    @Override
    public List<Held> held(UUID person) {
        return store.held(person, null, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
    }
}
