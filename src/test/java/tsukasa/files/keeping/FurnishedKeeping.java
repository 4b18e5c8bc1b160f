package tsukasa.files.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.files.FileExamples.REPORT;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.audit.Deed;
import tsukasa.files.FileReaders;
import tsukasa.files.FileSettings;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.files.ScanVerdict;
import tsukasa.files.VirusScanner;
import tsukasa.identity.AccessSettings;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.keys.KeyRing;
import tsukasa.testing.ModuleDatabase;
import tsukasa.testing.SteppingClock;

/// Everything that keeps files, furnished by hand on a database of its own, for tests that look inside.
abstract class FurnishedKeeping {
    final DataSource source = ModuleDatabase.with("files");
    final JdbcClient database = JdbcClient.create(source);
    final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    final SteppingClock clock = SteppingClock.at("2021-06-01T03:00:00Z");
    final List<Deed> deeds = Collections.synchronizedList(new ArrayList<>());
    ScanVerdict verdict = new ScanVerdict.Clean();

    private static final AccessSettings WITH_ONE_PROOF = new AccessSettings(
            AccessSettings.SecondFactor.OPTIONAL,
            false,
            Duration.ofHours(24),
            new AccessSettings.Sessions(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO));

    @TempDir
    Path data;

    KeyRing<StreamingAead> ring;
    Vault vault;
    Disposal disposal;
    KeepingDesk desk;
    OversightDesk oversight;
    Rescanning rescanning;

    @BeforeEach
    void furnish() {
        FileSettings settings = new FileSettings(null, null, null, null, data, false);
        FileStore files = new FileStore(database);
        ContentStore contents = new ContentStore(database);
        FileDeeds told = new FileDeeds(deeds::add);
        ring = KeyRing.forStreams(KeepingSetup.WHOSE_KEYS, settings.key());
        vault = new Vault(settings.folder(), ring);
        disposal = new Disposal(files, contents, vault, told, transactions, clock);
        Shelves shelves = new Shelves(contents, vault, ring);
        desk = new KeepingDesk(
                files,
                contents,
                shelves,
                vault,
                new TakingOver(shelves, contents, files, scanner(), told, transactions, clock),
                scanner(),
                settings,
                readers(),
                told,
                disposal,
                transactions,
                clock);
        oversight = new OversightDesk(new OversightStore(database), files, contents, disposal, told, clock);
        rescanning = new Rescanning(contents, vault, scanner(), told, transactions, clock);
    }

    private VirusScanner scanner() {
        return new VirusScanner() {
            @Override
            public boolean configured() {
                return true;
            }

            @Override
            public ScanVerdict scan(Supplier<InputStream> content) {
                return verdict;
            }
        };
    }

    private static Readers readers() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("reports", new FileReaders() {
            @Override
            public String kind() {
                return REPORT.kind();
            }

            @Override
            public Text title() {
                return Text.same("Report");
            }

            @Override
            public boolean mayRead(Optional<Visitor> visitor, String id) {
                return visitor.isPresent();
            }
        });
        return new Readers(beans.getBeanProvider(FileReaders.class), WITH_ONE_PROOF);
    }

    KeptFile kept(KeepOutcome outcome) {
        return switch (outcome) {
            case KeepOutcome.Kept(KeptFile file) -> file;
            case KeepOutcome.Quarantined(KeptFile file) -> file;
            case KeepOutcome.Refused refused ->
                throw new AssertionError(refused.why().en());
        };
    }

    List<Path> onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("kept"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    String text(KeptFile file) throws IOException {
        try (InputStream in = desk.open(file.id())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void until(BooleanSupplier condition) throws Exception {
        for (int i = 0; i < 100 && !condition.asBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.asBoolean()).isTrue();
    }

    interface BooleanSupplier {
        boolean asBoolean() throws Exception;
    }
}
