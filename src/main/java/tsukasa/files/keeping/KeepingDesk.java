package tsukasa.files.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.files.Confidentiality;
import tsukasa.files.FileHolder;
import tsukasa.files.FileId;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileSettings;
import tsukasa.files.FileState;
import tsukasa.files.FileType;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.files.NewFile;
import tsukasa.files.RemoveOutcome;
import tsukasa.files.ScanVerdict;
import tsukasa.files.VirusScanner;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;

/// Takes a file in: onto the disk, looked at, scanned, recorded. Until it is recorded it is on its way and leaves no
/// trace when something fails.
@Service
class KeepingDesk implements FileKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(KeepingDesk.class);
    private final FileStore files;
    private final ContentStore contents;
    private final Vault vault;
    private final KeyRing ring;
    private final VirusScanner scanner;
    private final FileSettings settings;
    private final Readers readers;
    private final FileDeeds deeds;
    private final Disposal disposal;
    private final TransactionOperations transactions;
    private final Clock clock;

    KeepingDesk(
            FileStore files,
            ContentStore contents,
            Vault vault,
            KeyRing ring,
            VirusScanner scanner,
            FileSettings settings,
            Readers readers,
            FileDeeds deeds,
            Disposal disposal,
            TransactionOperations transactions,
            Clock clock) {
        this.files = files;
        this.contents = contents;
        this.vault = vault;
        this.ring = ring;
        this.scanner = scanner;
        this.settings = settings;
        this.readers = readers;
        this.deeds = deeds;
        this.disposal = disposal;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public KeepOutcome keep(NewFile file, Visitor by) {
        try (Vault.Arrival arrival = vault.take(
                file.content(), file.confidentiality() == Confidentiality.CONFIDENTIAL ? sealingKeys() : null)) {
            if (arrival.size() == 0) {
                return new KeepOutcome.Empty();
            }
            if (arrival.size() > LARGEST) {
                return new KeepOutcome.TooBig(LARGEST);
            }
            String name = ShownName.of(file.name());
            return switch (Inspection.of(arrival::open, name)) {
                case Inspection.Found.Not(var why) -> why;
                case Inspection.Found.Type(var type) -> scanned(file, name, type, arrival, by);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KeysUnavailable e) {
            throw withoutKeys(e);
        }
    }

    /// The first confidential file makes the first key; where some are sealed already, a missing key is a fault.
    private KeyRing.Keys sealingKeys() throws KeysUnavailable {
        if (!ring.there() && !contents.anySealed()) {
            ring.make();
        }
        return ring.keys();
    }

    static Problem withoutKeys(KeysUnavailable e) {
        LOG.error("{}; bring it back from its backup, see docs/operations.md", e.getMessage());
        return new Problem(
                Problem.Kind.MAINTENANCE,
                Text.of(
                        "機密ファイルの鍵を読めないため、開くことも保存することもできません。",
                        "The key of confidential files cannot be read, so none can be opened or kept."),
                Text.of("運用担当に知らせてください。ファイルは失われていません。", "Tell your operators. No file is lost."));
    }

    private KeepOutcome scanned(NewFile file, String name, FileType type, Vault.Arrival arrival, Visitor by) {
        return switch (scanner.scan(() -> opened(arrival))) {
            case ScanVerdict.Infected(String finding) -> {
                deeds.refusedInfected(file, name, finding, by);
                yield new KeepOutcome.Infected(finding);
            }
            case ScanVerdict.Clean _ -> recorded(file, name, type, arrival, FileState.CLEAN, by);
            case ScanVerdict.NotScanned _ ->
                recorded(
                        file,
                        name,
                        type,
                        arrival,
                        settings.acceptsUnscanned() ? FileState.UNSCANNED : FileState.QUARANTINED,
                        by);
        };
    }

    private static InputStream opened(Vault.Arrival arrival) {
        try {
            return arrival.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A content that was found harmful before is not kept again, not even while nothing is scanned.
    private KeepOutcome recorded(
            NewFile file, String name, FileType type, Vault.Arrival arrival, FileState state, Visitor by) {
        Optional<String> known = contents.finding(arrival.sha256());
        if (known.isPresent()) {
            deeds.refusedInfected(file, name, known.get(), by);
            return new KeepOutcome.Infected(known.get());
        }
        KeptFile kept = transactions.execute(_ -> record(file, name, type, arrival, state, by));
        return switch (kept.state()) {
            case QUARANTINED, INFECTED -> new KeepOutcome.Quarantined(kept);
            case CLEAN, UNSCANNED, RELEASED, GONE -> new KeepOutcome.Kept(kept);
        };
    }

    private KeptFile record(
            NewFile file, String name, FileType type, Vault.Arrival arrival, FileState state, Visitor by) {
        Instant now = clock.instant();
        StoredContent content = stored(arrival, state, now);
        Optional<LocalDate> until = file.retention().until(LocalDate.ofInstant(now, Writing.JAPAN));
        KeptFile kept = files.add(FileId.fresh(), content, file, name, type, by, now, until);
        deeds.kept(kept, by);
        return kept;
    }

    private StoredContent stored(Vault.Arrival arrival, FileState state, Instant now) {
        contents.lock(arrival.sha256());
        Optional<StoredContent> known =
                contents.find(arrival.sha256(), arrival.sealed()).flatMap(there -> contents.again(there.id()));
        @Nullable Instant scannedAt = state == FileState.CLEAN ? now : null;
        if (known.isEmpty()) {
            settle(arrival);
            return contents.add(arrival, state, scannedAt, now);
        }
        StoredContent there = known.get();
        if (scannedAt != null && there.state() != FileState.INFECTED) {
            contents.scanned(there.id(), FileState.CLEAN, null, now);
        }
        return there;
    }

    private void settle(Vault.Arrival arrival) {
        try {
            contents.lock(arrival.storedSha256());
            vault.settle(arrival);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<KeptFile> find(FileId id) {
        return files.find(id);
    }

    @Override
    public List<KeptFile> of(FileHolder holder) {
        return files.of(holder);
    }

    @Override
    public InputStream open(FileId id) {
        StoredContent content =
                contents.of(id).orElseThrow(() -> new IllegalStateException("file " + id + " has no content any more"));
        try {
            return vault.open(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KeysUnavailable e) {
            throw withoutKeys(e);
        }
    }

    @Override
    public RemoveOutcome remove(FileId id, String reason, Visitor by) {
        return disposal.dispose(id, reason, by);
    }

    @Override
    public int handOver(FileHolder from, FileHolder to) {
        return files.handOver(from, to);
    }

    @Override
    public boolean mayOpen(KeptFile file, Optional<Visitor> visitor) {
        boolean letOut = file.state().givenOut()
                || file.state() == FileState.QUARANTINED
                        && visitor.map(v -> v.id().equals(file.keptBy())).orElse(false);
        return letOut && readers.mayRead(file.holder(), visitor);
    }
}
