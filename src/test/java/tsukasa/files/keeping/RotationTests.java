package tsukasa.files.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsukasa.files.FileExamples.STAFF;
import static tsukasa.files.FileExamples.confidential;
import static tsukasa.files.FileExamples.open;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.files.KeptFile;

/// `files rotate`: a new key, and everything sealed anew with it.
class RotationTests extends FurnishedKeeping {
    private final Map<KeptFile, String> kept = new HashMap<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private long first;

    @BeforeEach
    void confidentialFiles() throws Exception {
        for (int i = 0; i < 5; i++) {
            String content = "機密 " + i + " " + "x".repeat(i * 3_000);
            kept.put(
                    kept(desk.keep(confidential(i + ".txt", content.getBytes(StandardCharsets.UTF_8)), STAFF)),
                    content);
        }
        kept.put(kept(desk.keep(open("open.txt", "公開".getBytes(StandardCharsets.UTF_8)), STAFF)), "公開");
        first = ring.keys().newest();
        Files.writeString(
                data.resolve("tsukasa.properties"),
                "tsukasa.database-url=" + source.unwrap(HikariDataSource.class).getJdbcUrl()
                        + "\ntsukasa.database-user=postgres\n");
    }

    private int rotate() {
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return new FilesRotateCommand().run(List.of("--data", data.toString()), out, out);
    }

    private List<Long> keys() {
        return database.sql("select distinct key_id from files.content where sealed order by 1")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private void allReadable() throws Exception {
        for (Map.Entry<KeptFile, String> one : kept.entrySet()) {
            assertThat(text(one.getKey())).isEqualTo(one.getValue());
        }
    }

    private void anHourLater() throws Exception {
        for (Path file : onDisk()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2021-06-01T00:00:00Z")));
        }
        disposal.sweep();
    }

    @Test
    void what_was_kept_is_sealed_by_the_new_key_and_reads_as_before() throws Exception {
        List<Path> before = onDisk();
        assertThat(rotate()).as(told.toString(StandardCharsets.UTF_8)).isZero();
        long newest = ring.keys().newest();
        assertThat(newest).isNotEqualTo(first);
        assertThat(keys()).containsExactly(newest);
        allReadable();
        anHourLater();
        assertThat(onDisk()).as("the old ones are swept").hasSize(6);
        assertThat(onDisk().stream().filter(before::contains))
                .as("only the open one stays as it was")
                .hasSize(1);
        allReadable();
    }

    @Test
    void a_rotation_that_was_killed_on_its_way_leaves_all_readable_and_is_done_again_whole() throws Exception {
        long second = ring.rotate();
        KeptFiles killed = new KeptFiles(new ContentStore(database), vault, ring, killedAtThe(3));
        assertThatThrownBy(() -> killed.reseal(second)).hasMessage("killed");
        assertThat(keys()).containsExactlyInAnyOrder(first, second);
        allReadable();
        assertThat(rotate()).as(told.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(keys()).containsExactly(ring.keys().newest());
        allReadable();
        anHourLater();
        assertThat(onDisk()).as("nothing is left of what was cut short").hasSize(6);
        allReadable();
    }

    /// The new file lies there already, its record does not.
    private TransactionOperations killedAtThe(int nth) {
        AtomicInteger count = new AtomicInteger();
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                return transactions.execute(status -> {
                    T done = action.doInTransaction(status);
                    if (count.incrementAndGet() == nth) {
                        throw new IllegalStateException("killed");
                    }
                    return done;
                });
            }
        };
    }

    @Test
    void one_that_cannot_be_read_stays_under_its_key_is_told_and_keeps_no_other_from_being_sealed() throws Exception {
        List<Path> sealed = new ArrayList<>(onDisk());
        Path damaged = sealed.stream()
                .filter(file -> file.toFile().length() > 9_000)
                .findFirst()
                .orElseThrow();
        Files.writeString(damaged, "damaged");
        assertThat(rotate()).isEqualTo(1);
        assertThat(keys()).containsExactlyInAnyOrder(first, ring.keys().newest());
        assertThat(database.sql("select count(*) from files.content where key_id = :first")
                        .param("first", first)
                        .query(Long.class)
                        .single())
                .isOne();
    }
}
