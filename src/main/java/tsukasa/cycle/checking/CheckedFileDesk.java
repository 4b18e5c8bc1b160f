package tsukasa.cycle.checking;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.cycle.CheckedFiles;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.table.SentFile;

@Service
class CheckedFileDesk implements CheckedFiles {
    private static final Duration KEPT = Duration.ofDays(7);
    private final CheckedFileStore store;
    private final Clock clock;

    CheckedFileDesk(CheckedFileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long keep(String purpose, SentFile file, Visitor by) {
        store.forget(clock.instant().minus(KEPT));
        return store.keep(purpose, file, sha256(file.content()), by, clock.instant());
    }

    @Override
    @Transactional
    public Optional<Kept> open(long id, String purpose, Visitor by) {
        return store.open(id, purpose, by);
    }

    @Override
    @Transactional
    public void entered(long id) {
        store.entered(id, clock.instant());
    }

    private static String sha256(byte[] content) {
        return Sha256.hex(content);
    }
}
