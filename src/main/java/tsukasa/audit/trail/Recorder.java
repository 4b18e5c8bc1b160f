package tsukasa.audit.trail;

import java.time.Clock;
import org.springframework.stereotype.Component;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;

@Component
class Recorder implements AuditTrail {
    private final WaitingStore store;
    private final Clock clock;

    Recorder(WaitingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void record(Deed deed) {
        Origin origin = Origin.present();
        Actor by = deed.by() == null ? origin.actor() : deed.by();
        store.add(deed, by, origin, clock.instant());
    }
}
