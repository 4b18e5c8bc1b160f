package tsukasa.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import tsukasa.audit.AuditCheck;
import tsukasa.audit.AuditVerdict;
import tsukasa.kernel.Settings;

@Component
class CheckDesk implements AuditCheck {
    private final VerifyStore store;
    private final Settings settings;

    CheckDesk(VerifyStore store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public AuditVerdict check(Range range, LongConsumer progress) {
        try {
            return new Verifier(store, Trusted.ofFolder(settings.dataDir()), progress).verify(range);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys or the published roots cannot be read", e);
        }
    }
}
