package tsukasa.files.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.files.FileState;
import tsukasa.files.FormerFile;
import tsukasa.files.KeptFile;
import tsukasa.files.ScanVerdict;
import tsukasa.files.TakeOverOutcome;
import tsukasa.files.VirusScanner;
import tsukasa.kernel.keys.KeysUnavailable;

/// Takes files over that were kept elsewhere: as they are, held against the hash of their record.
@Component
class TakingOver {
    private final Shelves shelves;
    private final ContentStore contents;
    private final FileStore files;
    private final VirusScanner scanner;
    private final FileDeeds deeds;
    private final TransactionOperations transactions;
    private final Clock clock;

    TakingOver(
            Shelves shelves,
            ContentStore contents,
            FileStore files,
            VirusScanner scanner,
            FileDeeds deeds,
            TransactionOperations transactions,
            Clock clock) {
        this.shelves = shelves;
        this.contents = contents;
        this.files = files;
        this.scanner = scanner;
        this.deeds = deeds;
        this.transactions = transactions;
        this.clock = clock;
    }

    TakeOverOutcome takeOver(FormerFile former) throws IOException, KeysUnavailable {
        try (Vault.Arrival arrival = shelves.take(former.file())) {
            if (!arrival.sha256().equals(former.sha256())) {
                return new TakeOverOutcome.NotTheSame(arrival.sha256());
            }
            ScanVerdict verdict = scanner.scan(() -> opened(arrival));
            return new TakeOverOutcome.TakenOver(transactions.execute(_ -> recorded(former, arrival, verdict)));
        }
    }

    private static InputStream opened(Vault.Arrival arrival) {
        try {
            return arrival.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It was given out before, so it waits for its scan without being shut away.
    private KeptFile recorded(FormerFile former, Vault.Arrival arrival, ScanVerdict verdict) {
        Instant now = clock.instant();
        FileState state = verdict instanceof ScanVerdict.Clean ? FileState.CLEAN : FileState.UNSCANNED;
        StoredContent content = shelves.lay(arrival, state, now);
        finding(verdict, content)
                .filter(_ -> content.state() != FileState.INFECTED)
                .ifPresent(found -> {
                    contents.scanned(content.id(), FileState.INFECTED, found, now);
                    deeds.foundLater(content.sha256(), found);
                });
        KeptFile kept = files.add(
                content,
                new Entry(
                        former.file(),
                        ShownName.of(former.file().name()),
                        former.type(),
                        former.keptBy(),
                        former.keptByName(),
                        former.keptAt()));
        deeds.takenOver(kept);
        return kept;
    }

    /// What was found in this content, now or before.
    private Optional<String> finding(ScanVerdict verdict, StoredContent content) {
        return switch (verdict) {
            case ScanVerdict.Infected(String finding) -> Optional.of(finding);
            case ScanVerdict.Clean _, ScanVerdict.NotScanned _ -> contents.finding(content.sha256());
        };
    }
}
