package tsukasa.files.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.files.FileHolder;
import tsukasa.files.FileId;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileSettings;
import tsukasa.files.FileState;
import tsukasa.files.FileType;
import tsukasa.files.FormerFile;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.files.NewFile;
import tsukasa.files.RemoveOutcome;
import tsukasa.files.ScanVerdict;
import tsukasa.files.TakeOverOutcome;
import tsukasa.files.VirusScanner;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.keys.KeysUnavailable;

/// Takes a file in: onto the disk, looked at, scanned, recorded. Until it is recorded it is on its way and leaves no
/// trace when something fails.
@Service
class KeepingDesk implements FileKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(KeepingDesk.class);
    private final FileStore files;
    private final ContentStore contents;
    private final Shelves shelves;
    private final Vault vault;
    private final TakingOver takingOver;
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
            Shelves shelves,
            Vault vault,
            TakingOver takingOver,
            VirusScanner scanner,
            FileSettings settings,
            Readers readers,
            FileDeeds deeds,
            Disposal disposal,
            TransactionOperations transactions,
            Clock clock) {
        this.files = files;
        this.contents = contents;
        this.shelves = shelves;
        this.vault = vault;
        this.takingOver = takingOver;
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
        try (Vault.Arrival arrival = shelves.take(file)) {
            if (arrival.size() == 0) {
                return new KeepOutcome.Empty();
            }
            if (arrival.size() > LARGEST) {
                return new KeepOutcome.TooBig(LARGEST);
            }
            String name = ShownName.of(file.name());
            return switch (Inspection.of(arrival::open, name, file.archives())) {
                case Inspection.Found.Not(var why) -> why;
                case Inspection.Found.Type(var type) -> scanned(file, name, type, arrival, by);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KeysUnavailable e) {
            throw withoutKeys(e);
        }
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
        KeptFile kept = files.add(
                shelves.lay(arrival, state, now), new Entry(file, name, type, by.id(), by.displayName(), now));
        deeds.kept(kept, by);
        return kept;
    }

    @Override
    public Optional<KeptFile> find(FileId id) {
        return files.find(id);
    }

    @Override
    public List<KeptFile> all(Collection<FileId> ids) {
        return files.all(ids);
    }

    @Override
    public TakeOverOutcome takeOver(FormerFile former) {
        try {
            return takingOver.takeOver(former);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KeysUnavailable e) {
            throw withoutKeys(e);
        }
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
