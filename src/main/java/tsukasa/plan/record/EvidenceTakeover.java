package tsukasa.plan.record;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
    private final Path folder;

    EvidenceTakeover(EvidenceStore evidence, FileKeeper files, TransactionOperations transactions, Settings settings) {
        this.evidence = evidence;
        this.files = files;
        this.transactions = transactions;
        this.folder = settings.dataDir().resolve("files");
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
        DAMAGED
    }

    private record Step(long evidence, End end) {}

    void takeAll(BooleanSupplier goesOn) throws IOException {
        int taken = 0;
        int left = 0;
        long after = 0;
        for (Optional<Step> step = next(after); step.isPresent() && goesOn.getAsBoolean(); step = next(after)) {
            after = step.get().evidence();
            taken += step.get().end() == End.TAKEN ? 1 : 0;
            left += step.get().end() == End.TAKEN ? 0 : 1;
        }
        clearFolder();
        if (taken > 0) {
            LOG.info("{} files of evidence were taken over into the kept files", taken);
        }
        if (left > 0) {
            LOG.error(
                    "{} files of evidence are not in {} as their records say; bring them back from a backup",
                    left,
                    folder);
        }
    }

    private Optional<Step> next(long after) {
        return transactions.execute(
                _ -> evidence.holdNextFormer(after).map(former -> new Step(former.id(), take(former))));
    }

    private End take(Former former) {
        Path place = folder.resolve(former.sha256().substring(0, 2))
                .resolve(former.sha256().substring(2));
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

    /// What no evidence waits for goes: what was taken over, and tables that were sent to be looked through.
    private void clearFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path shelf : inside(folder)) {
            if (Files.isDirectory(shelf)) {
                for (Path file : inside(shelf)) {
                    if (!evidence.awaits(shelf.getFileName().toString() + file.getFileName())) {
                        Files.delete(file);
                    }
                }
                deleteIfEmpty(shelf);
            } else {
                Files.delete(shelf);
            }
        }
        deleteIfEmpty(folder);
    }

    private static List<Path> inside(Path place) throws IOException {
        try (Stream<Path> children = Files.list(place)) {
            return children.toList();
        }
    }

    private static void deleteIfEmpty(Path place) throws IOException {
        try {
            Files.delete(place);
        } catch (DirectoryNotEmptyException stillNeeded) {
            LOG.debug("{} is still needed", place);
        }
    }
}
