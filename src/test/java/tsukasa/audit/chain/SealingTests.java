package tsukasa.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tsukasa.audit.AuditCheck.Range;
import tsukasa.audit.AuditVerdict;

class SealingTests {
    private final Chain chain = new Chain();

    @Test
    void an_entry_of_a_transaction_that_was_rolled_back_never_was() {
        chain.transaction.executeWithoutResult(status -> {
            chain.write(3);
            status.setRollbackOnly();
        });
        chain.write(1);
        chain.sealer().now();
        assertThat(chain.verdict().entries()).isEqualTo(1);
        assertThat(chain.verdict().sound()).isTrue();
    }

    @Test
    void an_entry_committed_late_takes_the_next_place_and_keeps_its_time() throws Exception {
        try (ExecutorService slow = Executors.newSingleThreadExecutor()) {
            var written = new java.util.concurrent.CountDownLatch(1);
            var goOn = new java.util.concurrent.CountDownLatch(1);
            Future<?> late = slow.submit(() -> chain.transaction.executeWithoutResult(_ -> {
                chain.write("late");
                written.countDown();
                await(goOn);
            }));
            await(written);
            chain.clock.step(Duration.ofDays(1));
            chain.write("early");
            chain.sealer().now();
            goOn.countDown();
            late.get();
        }
        chain.sealer().now();
        assertThat(chain.database.queryForList("select object_label from audit.entry order by day, seq", String.class))
                .containsExactly("early", "late");
        assertThat(chain.database.queryForList(
                        "select (occurred_at at time zone 'Asia/Tokyo')::date || ' ' || day from audit.entry order by seq",
                        String.class))
                .containsExactly("2022-01-13 2022-01-13", "2022-01-12 2022-01-13");
        assertThat(chain.verdict().sound()).isTrue();
    }

    private static void await(java.util.concurrent.CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_nodes_that_seal_at_once_make_one_chain() throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<? extends Future<?>> all = IntStream.range(0, 4)
                    .mapToObj(node -> nodes.submit(() -> {
                        Sealer sealer = chain.sealer();
                        for (int i = 0; i < 20; i++) {
                            if (node < 2) {
                                chain.write(5);
                            }
                            sealer.now();
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        AuditVerdict verdict = chain.verdict();
        assertThat(verdict.entries()).isEqualTo(200);
        assertThat(verdict.waiting()).isZero();
        assertThat(verdict.sound()).isTrue();
        assertThat(Files.readAllLines(chain.data.resolve("keys/audit.pub"))).hasSize(3);
    }

    @Test
    void a_clock_that_jumps_leaves_no_hole_and_one_that_goes_back_reopens_no_day() {
        chain.write(1);
        chain.sealer().now();
        chain.clock.step(Duration.ofDays(40));
        chain.write(1);
        chain.sealer().now();
        chain.clock.step(Duration.ofDays(-20));
        chain.write(1);
        chain.sealer().now();
        chain.clock.step(Duration.ofDays(21));
        chain.sealer().once();
        chain.clock.step(Duration.ofDays(-30));
        chain.write(1);
        chain.sealer().now();
        assertThat(chain.database.queryForList(
                        "select day || ' ' || entries from audit.day order by day", String.class))
                .containsExactly("2022-01-12 1", "2022-02-21 2", "2022-02-22 1");
        assertThat(chain.verdict().sound()).isTrue();
    }

    @Test
    void a_day_ends_at_midnight_in_japan() {
        chain.clock.step(Duration.ofHours(14).plusMinutes(59));
        chain.write(1);
        chain.sealer().now();
        chain.clock.step(Duration.ofMinutes(1));
        chain.write(1);
        chain.sealer().now();
        assertThat(chain.database.queryForList("select day || ' ' || closed from audit.day order by day", String.class))
                .containsExactly("2022-01-12 true", "2022-01-13 false");
    }

    @Test
    void a_day_is_closed_even_when_nothing_follows() {
        chain.write(1);
        chain.sealer().now();
        chain.clock.step(Duration.ofDays(1));
        chain.sealer().once();
        assertThat(new VerifyStore(chain.source).seals(Range.ALL))
                .singleElement()
                .matches(signed -> signed.seal().closed());
        assertThat(chain.verdict().sound()).isTrue();
    }

    @Test
    void the_key_is_its_owners_alone_and_the_roots_are_there_to_be_published() throws Exception {
        chain.write(2);
        chain.sealer().now();
        chain.clock.step(Duration.ofDays(1));
        chain.sealer().once();
        Path keys = chain.data.resolve("keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("audit.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(chain.data.resolve(PublishedRoots.FILE)))
                .matches("2022-01-12 [0-9a-f]{64} 2 [0-9a-f]{16} [0-9a-f]{128}\\R");
        assertThat(PublishedRoots.read(chain.data.resolve(PublishedRoots.FILE)))
                .containsOnlyKeys(LocalDate.of(2022, 1, 12));
    }

    @Test
    void no_two_sequences_of_values_look_the_same() {
        assertThat(new Canonical("x").add("ab").add("c").sha256())
                .isNotEqualTo(new Canonical("x").add("a").add("bc").sha256());
        assertThat(new Canonical("x").add((String) null).sha256())
                .isNotEqualTo(new Canonical("x").add("").sha256());
        assertThat(new Canonical("x").add("a".repeat(5_000)).sha256())
                .isNotEqualTo(new Canonical("x").add("a".repeat(5_001)).sha256());
    }
}
