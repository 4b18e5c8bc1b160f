package tsukasa.plan.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileType;
import tsukasa.files.FormerFile;
import tsukasa.files.KeptFile;
import tsukasa.files.TakeOverOutcome;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Settings;
import tsukasa.kernel.database.NamedActor;
import tsukasa.kernel.database.NamedActors;
import tsukasa.kernel.round.Round;
import tsukasa.plan.record.EvidenceStore.Former;

/// Takes evidence over from where it was kept before, `files/ab/cd…` in the data folder. Each file is read, held
/// against its hash, kept and recorded in one transaction, and leaves its old place after that; so a kill in between
/// repeats one at most, and no byte stays in both places.
@Component
class EvidenceTakeover {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceTakeover.class);
    private static final String ACTOR = "evidence-takeover";
    private final EvidenceStore evidence;
    private final FileKeeper files;
    private final TransactionOperations transactions;
    private final FormerFolder folder;

    EvidenceTakeover(EvidenceStore evidence, FileKeeper files, TransactionOperations transactions, Settings settings) {
        this.evidence = evidence;
        this.files = files;
        this.transactions = transactions;
        this.folder = new FormerFolder(settings.dataDir().resolve("files"), evidence, transactions);
    }

    @Bean
    static NamedActors takeoverActors() {
        return NamedActors.of(NamedActor.of(
                ACTOR, "以前の保管場所にある証拠を、保管ファイルへ移す", "Moves evidence from where it was kept before to the kept files"));
    }

    @Bean
    static Round takingOverEvidence(EvidenceTakeover takeover) {
        return Round.every(Duration.ofHours(1), ACTOR, takeover::takeAll)
                .as(ACTOR)
                .fromTheStart();
    }

    private enum End {
        TAKEN,
        MISSING,
        DAMAGED,
        FAILED
    }

    private record Step(long evidence, End end) {}

    void takeAll(BooleanSupplier goesOn) {
        Map<End, Integer> ends = new EnumMap<>(End.class);
        long after = 0;
        for (Optional<Step> step = next(after); step.isPresent() && goesOn.getAsBoolean(); step = next(after)) {
            after = step.get().evidence();
            ends.merge(step.get().end(), 1, Integer::sum);
        }
        tell(ends);
        folder.clear();
    }

    private void tell(Map<End, Integer> ends) {
        int taken = ends.getOrDefault(End.TAKEN, 0);
        int lost = ends.getOrDefault(End.MISSING, 0) + ends.getOrDefault(End.DAMAGED, 0);
        int failed = ends.getOrDefault(End.FAILED, 0);
        if (taken > 0) {
            LOG.info("{} files of evidence were taken over into the kept files", taken);
        }
        if (lost > 0) {
            LOG.error(
                    "{} files of evidence are not in {} as their records say; bring them back from a backup",
                    lost,
                    folder);
        }
        if (failed > 0) {
            LOG.error("{} files of evidence stay in {} until they can be read and kept", failed, folder);
        }
    }

    /// A file that cannot be read or kept stays where it is and stops no other; without keys, or without the database,
    /// none can be taken over.
    private Optional<Step> next(long after) {
        AtomicLong held = new AtomicLong(after);
        try {
            return transactions.execute(_ -> evidence.holdNextFormer(after).map(former -> {
                held.set(former.id());
                return new Step(former.id(), take(former));
            }));
        } catch (Problem withoutKeys) {
            throw withoutKeys;
        } catch (RuntimeException failure) {
            if (held.get() == after) {
                throw failure;
            }
            LOG.warn("evidence {} could not be taken over, next try in an hour: {}", held.get(), failure.toString());
            return Optional.of(new Step(held.get(), End.FAILED));
        }
    }

    private End take(Former former) {
        Path place = folder.place(former.sha256());
        if (!Files.isRegularFile(place)) {
            return End.MISSING;
        }
        return switch (files.takeOver(asFile(former, place))) {
            case TakeOverOutcome.TakenOver(KeptFile file) -> {
                evidence.takenOver(former.id(), file.id());
                yield End.TAKEN;
            }
            case TakeOverOutcome.NotTheSame _ -> End.DAMAGED;
        };
    }

    private static FormerFile asFile(Former former, Path place) {
        return new FormerFile(
                Proofs.file(former.id(), former.name(), () -> Files.newInputStream(place)),
                FileType.ofMediaType(former.mediaType()).orElseThrow(),
                former.sha256(),
                former.addedBy(),
                former.addedByName(),
                former.addedAt());
    }
}
