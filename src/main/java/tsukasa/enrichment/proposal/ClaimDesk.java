package tsukasa.enrichment.proposal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.enrichment.Claims;
import tsukasa.identity.Visitor;

@Component
@Transactional
class ClaimDesk implements Claims {
    private final ClaimStore store;
    private final Clock clock;

    ClaimDesk(ClaimStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Map<Long, Claim> of(Collection<Long> entries) {
        Map<Long, Claim> claims = new HashMap<>();
        store.of(entries, clock.instant()).forEach(claim -> claims.put(claim.entry(), claim));
        return claims;
    }

    @Override
    public List<Claim> all() {
        return store.of(store.all(clock.instant()), clock.instant());
    }

    @Override
    public boolean take(long entry, Visitor by) {
        return store.take(entry, by, clock.instant());
    }

    @Override
    public void release(long entry, Visitor by) {
        store.release(entry, by);
    }
}
