package tsukasa.plan.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileState;
import tsukasa.files.FormerFile;
import tsukasa.files.KeptFile;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.round.Round;
import tsukasa.plan.NewRecord;
import tsukasa.plan.RecordOutcome.Done;
import tsukasa.plan.Results;
import tsukasa.testing.OwnersDatabase;

/// Evidence that was kept before there were kept files: moved with its person and its day, by its hash, once.
@SpringBootTest(properties = "tsukasa.unscanned-files=quarantine")
class EvidenceTakeoverTests {
    private static final Visitor CLERK =
            new Visitor(UUID.randomUUID(), "以前の 担当", "x@example.jp", Set.of(Role.STAFF), null);
    private static final Instant THEN = Instant.parse("2021-07-01T03:00:00Z");
    private final Results results;
    private final Proofs proofs;
    private final FileKeeper files;
    private final JdbcClient owner;
    private final Round takeover;
    private final EvidenceStore evidence;
    private final TransactionOperations transactions;
    private final DataSource ownersDatabase;
    private final Settings settings;
    private final Path folder;

    @Autowired
    EvidenceTakeoverTests(
            Results results,
            Proofs proofs,
            FileKeeper files,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            List<Round> rounds,
            EvidenceStore evidence,
            TransactionOperations transactions,
            @Qualifier("ownOwner") DataSource ownersDatabase,
            Settings settings) {
        this.results = results;
        this.proofs = proofs;
        this.files = files;
        this.owner = owner;
        this.takeover = rounds.stream()
                .filter(round -> round.name().equals("evidence-takeover"))
                .findFirst()
                .orElseThrow();
        this.evidence = evidence;
        this.transactions = transactions;
        this.ownersDatabase = ownersDatabase;
        this.settings = settings;
        this.folder = settings.dataDir().resolve("files");
    }

    @BeforeEach
    void nothing_is_left_over() {
        owner.sql(
                        "delete from plan.record_evidence where evidence_id in (select id from plan.evidence where file is null)")
                .update();
        owner.sql("delete from plan.evidence where file is null").update();
    }

    private String entered() {
        NewRecord record = new NewRecord(
                "SEC-1.a",
                "以前の電力",
                LocalDate.of(2021, 7, 1),
                Optional.of("電力"),
                1,
                Optional.empty(),
                "",
                "security",
                Optional.empty());
        return ((Done) results.enter(record, CLERK)).id();
    }

    private static String hash(String content) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    private Path lay(String sha256, String content) throws IOException {
        Path shelf = Files.createDirectories(folder.resolve(sha256.substring(0, 2)));
        return longAgo(Files.writeString(shelf.resolve(sha256.substring(2)), content));
    }

    private static Path longAgo(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    /// As the platform left it before: a row without a file, its content under its hash in the data folder.
    private void before(String sha256, String... records) {
        long id = owner.sql("""
                        insert into plan.evidence (sha256, name, media_type, size, added_by, added_by_name, added_at)
                        values (:sha256, '名簿.csv', 'text/csv', 1, :by, :name, :at) returning id
                        """)
                .param("sha256", sha256)
                .param("by", CLERK.id())
                .param("name", CLERK.displayName())
                .param("at", java.sql.Timestamp.from(THEN))
                .query(Long.class)
                .single();
        owner.sql(
                        "insert into plan.record_evidence select number, :id from plan.record where record_id = any(:records)")
                .param("id", id)
                .param("records", records)
                .update();
    }

    private void look() throws Exception {
        look(new AtomicInteger(Integer.MAX_VALUE));
    }

    /// As the round goes by itself, under its own name.
    private void look(AtomicInteger most) throws Exception {
        Acting present = Walls.present();
        Walls.enter(takeover.acting());
        try {
            takeover.work().look(() -> most.decrementAndGet() > 0);
        } finally {
            Walls.enter(present);
        }
    }

    private String read(KeptFile file) throws IOException {
        try (var in = files.open(file.id())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Optional<KeptFile> file(String record) {
        return proofs.of(List.of(record)).getFirst().file();
    }

    @Test
    void it_moves_with_its_person_and_day_stays_readable_and_leaves_its_old_place() throws Exception {
        String first = entered();
        String second = entered();
        String content = "会社,日\n見本電力,2021-07-01\n";
        Path place = lay(hash(content), content);
        Path imported = lay(hash("a,b\n"), "a,b\n");
        longAgo(Files.writeString(folder.resolve("arriving1.part"), "x"));
        before(hash(content), first, second);
        before(hash(content), entered());
        look();
        KeptFile kept = file(first).orElseThrow();
        assertThat(read(kept)).isEqualTo(content);
        assertThat(kept.keptByName()).isEqualTo(CLERK.displayName());
        assertThat(kept.keptAt()).isEqualTo(THEN);
        assertThat(kept.keepUntil()).contains(LocalDate.of(2032, 3, 31));
        assertThat(kept.confidential()).isTrue();
        assertThat(kept.state()).as("given out before, given out now").isEqualTo(FileState.UNSCANNED);
        assertThat(files.mayOpen(kept, Optional.of(CLERK))).isTrue();
        assertThat(file(second)).contains(kept);
        assertThat(List.of(place, imported, folder))
                .allSatisfy(gone -> assertThat(gone).doesNotExist());
        assertThat(owner.sql("select count(*) from files.content where sha256 = :sha256")
                        .param("sha256", hash(content))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void one_that_was_interrupted_goes_on_where_it_was() throws Exception {
        List<String> records = List.of(entered(), entered(), entered());
        for (String record : records) {
            lay(hash("証拠 " + record), "証拠 " + record);
            before(hash("証拠 " + record), record);
        }
        look(new AtomicInteger(2));
        assertThat(records.stream().filter(record -> file(record).isPresent())).hasSize(2);
        look();
        for (String record : records) {
            assertThat(read(file(record).orElseThrow())).isEqualTo("証拠 " + record);
        }
        int rows = rows();
        look();
        assertThat(rows()).isEqualTo(rows);
        assertThat(folder).doesNotExist();
    }

    private int rows() {
        return owner.sql("select count(*) from files.file").query(Integer.class).single();
    }

    @Test
    void what_is_missing_or_was_changed_is_left_alone_and_keeps_nothing_from_moving() throws Exception {
        String missing = entered();
        String changed = entered();
        String sound = entered();
        before(hash("nowhere"), missing);
        before(hash("as it was"), changed);
        before(hash("sound"), sound);
        Path place = lay(hash("as it was"), "as somebody made it");
        lay(hash("sound"), "sound");
        look();
        assertThat(file(missing)).isEmpty();
        assertThat(file(changed)).isEmpty();
        assertThat(place).hasContent("as somebody made it");
        assertThat(read(file(sound).orElseThrow())).isEqualTo("sound");
        lay(hash("as it was"), "as it was");
        look();
        assertThat(read(file(changed).orElseThrow()))
                .as("brought back from a backup")
                .isEqualTo("as it was");
    }

    @Test
    void nothing_leaves_its_old_place_while_a_backup_is_taken() throws Exception {
        String record = entered();
        Path place = lay(hash("in the backup"), "in the backup");
        before(hash("in the backup"), record);
        try (Connection backup = ownersDatabase.getConnection();
                Statement statement = backup.createStatement()) {
            statement.execute("select pg_advisory_lock(7544)");
            look();
            assertThat(file(record)).isPresent();
            assertThat(place).hasContent("in the backup");
            statement.execute("select pg_advisory_unlock(7544)");
        }
        look();
        assertThat(place).doesNotExist();
    }

    @Test
    void what_came_a_moment_ago_stays_for_its_record_may_not_be_written_yet() throws Exception {
        Path old = lay(hash("old"), "old");
        Path fresh = lay(hash("fresh"), "fresh");
        Files.setLastModifiedTime(fresh, FileTime.from(Instant.now()));
        look();
        assertThat(old).doesNotExist();
        assertThat(fresh).hasContent("fresh");
        longAgo(fresh);
        look();
        assertThat(folder).doesNotExist();
    }

    @Test
    void one_that_cannot_be_read_stops_no_other_but_without_keys_none_is_tried() throws Exception {
        String unreadable = entered();
        String sound = entered();
        lay(hash("unreadable"), "unreadable");
        lay(hash("readable"), "readable");
        before(hash("unreadable"), unreadable);
        before(hash("readable"), sound);
        Problem withoutKeys = new Problem(Problem.Kind.MAINTENANCE, Text.of("鍵がない", "no key"), Text.of("知らせる", "tell"));
        assertThatThrownBy(() -> takeAll(failingAt(hash("unreadable"), withoutKeys)))
                .isSameAs(withoutKeys);
        assertThat(file(sound)).isEmpty();
        takeAll(failingAt(hash("unreadable"), new UncheckedIOException(new AccessDeniedException("it"))));
        assertThat(file(unreadable)).isEmpty();
        assertThat(read(file(sound).orElseThrow())).isEqualTo("readable");
        look();
        assertThat(read(file(unreadable).orElseThrow())).isEqualTo("unreadable");
    }

    private FileKeeper failingAt(String sha256, RuntimeException failure) {
        return (FileKeeper) Proxy.newProxyInstance(
                FileKeeper.class.getClassLoader(), new Class<?>[] {FileKeeper.class}, (_, method, arguments) -> {
                    if (arguments[0] instanceof FormerFile former
                            && former.sha256().equals(sha256)) {
                        throw failure;
                    }
                    return method.invoke(files, arguments);
                });
    }

    private void takeAll(FileKeeper keeper) {
        Acting present = Walls.present();
        Walls.enter(takeover.acting());
        try {
            new EvidenceTakeover(evidence, keeper, transactions, settings).takeAll(() -> true);
        } finally {
            Walls.enter(present);
        }
    }
}
