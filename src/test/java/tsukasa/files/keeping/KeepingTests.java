package tsukasa.files.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsukasa.files.FileExamples.REPORT;
import static tsukasa.files.FileExamples.STAFF;
import static tsukasa.files.FileExamples.confidential;
import static tsukasa.files.FileExamples.open;
import static tsukasa.files.FileExamples.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tsukasa.audit.Deed;
import tsukasa.files.FileHolder;
import tsukasa.files.FileState;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.files.RemoveOutcome;
import tsukasa.files.ScanVerdict;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;

/// Files are kept once, whole, sealed where confidential, and go when their time is over.
class KeepingTests extends FurnishedKeeping {
    @Test
    void the_same_content_lies_on_the_disk_once_and_goes_with_the_last_record_that_holds_it() throws Exception {
        KeptFile first = kept(desk.keep(open("a.pdf", pdf("same")), STAFF));
        KeptFile second = kept(desk.keep(open("b.pdf", pdf("same")), STAFF));
        assertThat(first.sha256()).isEqualTo(second.sha256());
        assertThat(onDisk())
                .singleElement()
                .satisfies(file -> assertThat(file.toString().replace("/", "")).endsWith(first.sha256()));
        assertThat(desk.of(REPORT)).extracting(KeptFile::name).containsExactly("a.pdf", "b.pdf");

        assertThat(desk.remove(first.id(), "まちがい", STAFF)).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(text(second)).contains("same");
        assertThat(desk.remove(second.id(), "まちがい", STAFF)).isEqualTo(RemoveOutcome.REMOVED);
        until(() -> onDisk().isEmpty());
        assertThat(desk.find(second.id())).map(KeptFile::state).contains(FileState.GONE);
        assertThat(desk.remove(second.id(), "もう一度", STAFF)).isEqualTo(RemoveOutcome.NOT_THERE);
        assertThat(deeds)
                .extracting(deed -> deed.action().word())
                .containsExactly("file.kept", "file.kept", "file.removed", "file.removed");
    }

    @Test
    void a_confidential_file_is_never_in_the_clear_on_the_disk_nor_told_by_its_name_there() throws Exception {
        KeptFile file = kept(
                desk.keep(confidential("secret.txt", "機密の内容です。".repeat(2000).getBytes(StandardCharsets.UTF_8)), STAFF));
        Path there = onDisk().getFirst();
        assertThat(Files.readString(there, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String("機密の".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertThat(there.toString()).doesNotContain(file.sha256().substring(4));
        assertThat(text(file)).startsWith("機密の内容です。");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/files.json"))))
                .isEqualTo("rw-------");

        kept(desk.keep(open("same.txt", "機密の内容です。".repeat(2000).getBytes(StandardCharsets.UTF_8)), STAFF));
        assertThat(onDisk()).as("sealed and open apart").hasSize(2);
    }

    @Test
    void without_its_key_a_confidential_file_is_refused_in_words_and_no_new_key_is_made() throws Exception {
        KeptFile file = kept(desk.keep(confidential("a.txt", "a".getBytes(StandardCharsets.UTF_8)), STAFF));
        Path key = data.resolve("keys/files.json");
        Path aside = Files.move(key, data.resolve("aside"));
        assertThatThrownBy(() -> desk.open(file.id()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.what().en()).contains("key"));
        assertThatThrownBy(() -> desk.keep(confidential("b.txt", "b".getBytes(StandardCharsets.UTF_8)), STAFF))
                .isInstanceOf(Problem.class);
        assertThat(key).doesNotExist();
        assertThat(kept(desk.keep(open("c.txt", "c".getBytes(StandardCharsets.UTF_8)), STAFF)))
                .isNotNull();
        Files.writeString(key, "{damaged");
        assertThatThrownBy(() -> desk.open(file.id())).isInstanceOf(Problem.class);
        Files.move(aside, key, StandardCopyOption.REPLACE_EXISTING);
        assertThat(text(file)).isEqualTo("a");
    }

    @Test
    void after_a_rotation_old_files_open_and_new_ones_are_sealed_by_the_new_key() throws Exception {
        KeptFile old = kept(desk.keep(confidential("old.txt", "old".getBytes(StandardCharsets.UTF_8)), STAFF));
        long before = ring.keys().newest();
        long after = ring.rotate();
        assertThat(after).isNotEqualTo(before);
        KeptFile fresh = kept(desk.keep(confidential("new.txt", "new".getBytes(StandardCharsets.UTF_8)), STAFF));
        assertThat(text(old)).isEqualTo("old");
        assertThat(text(fresh)).isEqualTo("new");
        assertThat(database.sql("select key_id from files.content order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(before, after);
    }

    @Test
    void a_changed_or_exchanged_content_is_noticed_before_its_end_is_given_out() throws Exception {
        KeptFile open = kept(desk.keep(open("a.txt", "harmless".getBytes(StandardCharsets.UTF_8)), STAFF));
        Files.writeString(onDisk().getFirst(), "harmful!");
        assertThatThrownBy(() -> text(open)).isInstanceOf(IOException.class);
        Files.writeString(onDisk().getFirst(), "harm");
        assertThatThrownBy(() -> text(open)).isInstanceOf(IOException.class);

        KeptFile sealed =
                kept(desk.keep(confidential("b.txt", "b".repeat(9000).getBytes(StandardCharsets.UTF_8)), STAFF));
        Path there = onDisk().stream()
                .filter(file -> file.toFile().length() > 8000)
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(there);
        bytes[bytes.length / 2] ^= 1;
        Files.write(there, bytes);
        assertThatThrownBy(() -> text(sealed)).isInstanceOf(IOException.class);
    }

    @Test
    void what_is_rolled_back_was_never_kept_and_is_swept_from_the_disk() throws Exception {
        transactions.executeWithoutResult(status -> {
            kept(desk.keep(open("a.txt", "rolled back".getBytes(StandardCharsets.UTF_8)), STAFF));
            status.setRollbackOnly();
        });
        assertThat(desk.of(REPORT)).isEmpty();
        kept(desk.keep(open("b.txt", "stays".getBytes(StandardCharsets.UTF_8)), STAFF));
        Path half = Files.writeString(data.resolve("kept/arriving/file1.part"), "half");
        assertThat(disposal.sweep()).as("too young to be sure").isZero();
        for (Path file : onDisk()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
        assertThat(disposal.sweep()).isEqualTo(1);
        assertThat(half).doesNotExist();
        assertThat(onDisk())
                .singleElement()
                .satisfies(file -> assertThat(Files.readString(file)).isEqualTo("stays"));
    }

    @Test
    void empty_too_big_and_wrong_files_leave_no_trace() throws Exception {
        assertThat(desk.keep(open("a.txt", new byte[0]), STAFF)).isInstanceOf(KeepOutcome.Empty.class);
        byte[] big = Arrays.copyOf(pdf("big"), (int) KeepingDesk.LARGEST + 1);
        assertThat(desk.keep(open("a.pdf", big), STAFF)).isInstanceOf(KeepOutcome.TooBig.class);
        assertThat(desk.keep(confidential("a.pdf", "text".getBytes(StandardCharsets.UTF_8)), STAFF))
                .isInstanceOf(KeepOutcome.OtherThanItsName.class);
        verdict = new ScanVerdict.Infected("Eicar");
        assertThat(desk.keep(open("a.pdf", pdf("x")), STAFF)).isEqualTo(new KeepOutcome.Infected("Eicar"));
        assertThat(onDisk()).isEmpty();
        assertThat(deeds)
                .singleElement()
                .satisfies(deed -> assertThat(deed.kind()).isEqualTo(Deed.Kind.REFUSED));
    }

    @Test
    void what_could_not_be_scanned_waits_in_quarantine_and_is_scanned_later() throws Exception {
        verdict = new ScanVerdict.NotScanned("away");
        KeepOutcome outcome = desk.keep(open("a.pdf", pdf("x")), STAFF);
        assertThat(outcome).isInstanceOf(KeepOutcome.Quarantined.class);
        KeptFile file = kept(outcome);
        Visitor other = new Visitor(UUID.randomUUID(), "別の人", "o@example.jp", STAFF.roles(), null);
        assertThat(desk.mayOpen(file, Optional.of(STAFF)))
                .as("whoever brought it")
                .isTrue();
        assertThat(desk.mayOpen(file, Optional.of(other))).isFalse();
        assertThat(rescanning.scanWaiting()).isZero();
        verdict = new ScanVerdict.Clean();
        assertThat(rescanning.scanWaiting()).isEqualTo(1);
        KeptFile scanned = desk.find(file.id()).orElseThrow();
        assertThat(scanned.state()).isEqualTo(FileState.CLEAN);
        assertThat(desk.mayOpen(scanned, Optional.of(other))).isTrue();
        assertThat(desk.mayOpen(scanned, Optional.empty())).isFalse();
    }

    @Test
    void what_turns_out_to_be_harmful_is_opened_by_nobody_and_not_kept_again() throws Exception {
        verdict = new ScanVerdict.NotScanned("away");
        KeptFile file = kept(desk.keep(open("a.pdf", pdf("x")), STAFF));
        verdict = new ScanVerdict.Infected("Eicar");
        rescanning.scanWaiting();
        KeptFile found = desk.find(file.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(FileState.INFECTED);
        assertThat(desk.mayOpen(found, Optional.of(STAFF))).isFalse();
        assertThat(oversight.release(file.id(), "平気", STAFF)).isFalse();
        verdict = new ScanVerdict.NotScanned("away");
        assertThat(desk.keep(open("b.pdf", pdf("x")), STAFF)).isInstanceOf(KeepOutcome.Infected.class);
    }

    @Test
    void an_administrator_releases_holds_and_disposes_for_a_reason() throws Exception {
        verdict = new ScanVerdict.NotScanned("away");
        KeptFile file = kept(desk.keep(open("a.pdf", pdf("x")), STAFF));
        assertThat(oversight.quarantined()).isEqualTo(1);
        assertThat(oversight.release(file.id(), "別の手段で検査した", STAFF)).isTrue();
        assertThat(oversight.release(file.id(), "別の手段で検査した", STAFF)).isFalse();
        assertThat(desk.find(file.id())).map(KeptFile::state).contains(FileState.RELEASED);
        assertThat(oversight.hold(file.id(), "係争中", STAFF)).isTrue();
        assertThat(desk.remove(file.id(), "不要", STAFF)).isEqualTo(RemoveOutcome.ON_HOLD);
        assertThat(oversight.lift(file.id(), "解決した", STAFF)).isTrue();
        assertThat(oversight.dispose(file.id(), "不要", STAFF)).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(oversight.hold(file.id(), "遅い", STAFF)).isFalse();
        assertThat(deeds)
                .extracting(deed -> deed.action().word())
                .containsExactly("file.kept", "file.released", "file.held", "file.lifted", "file.removed");
    }

    @Test
    void a_file_goes_on_the_day_after_its_retention_unless_it_is_held() throws Exception {
        KeptFile ends = kept(desk.keep(open("a.txt", "ends".getBytes(StandardCharsets.UTF_8)), STAFF));
        KeptFile held = kept(desk.keep(open("b.txt", "held".getBytes(StandardCharsets.UTF_8)), STAFF));
        oversight.hold(held.id(), "開示請求の対象", STAFF);
        assertThat(ends.keepUntil()).map(Object::toString).contains("2027-03-31");
        clock.step(Duration.between(clock.instant(), Instant.parse("2027-03-31T14:59:00Z")));
        assertThat(disposal.endNext()).as("23:59 of the last day in Japan").isFalse();
        clock.step(Duration.ofMinutes(2));
        assertThat(disposal.endNext()).isTrue();
        assertThat(disposal.endNext()).isFalse();
        assertThat(desk.find(ends.id())).map(KeptFile::state).contains(FileState.GONE);
        assertThat(text(held)).isEqualTo("held");
        until(() -> onDisk().size() == 1);
        assertThat(deeds.getLast().action().word()).isEqualTo("file.ended");
        assertThatThrownBy(() -> text(ends)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nodes_that_look_at_the_same_time_end_each_file_once() throws Exception {
        for (int i = 0; i < 20; i++) {
            kept(desk.keep(open(i + ".txt", ("ends " + i).getBytes(StandardCharsets.UTF_8)), STAFF));
        }
        clock.step(Duration.ofDays(365 * 7));
        Runnable ending = () -> {
            while (disposal.endNext()) {
                // until nothing is left
            }
        };
        List<Thread> nodes = List.of(
                Thread.ofPlatform().start(ending),
                Thread.ofPlatform().start(ending),
                Thread.ofPlatform().start(ending));
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(desk.of(REPORT)).isEmpty();
        assertThat(deeds.stream().filter(deed -> deed.action().word().equals("file.ended")))
                .hasSize(20)
                .doesNotHaveDuplicates();
        until(() -> onDisk().isEmpty());
    }

    @Test
    void files_go_from_a_draft_to_what_was_made_of_it() throws Exception {
        KeptFile file = kept(desk.keep(open("a.txt", "a".getBytes(StandardCharsets.UTF_8)), STAFF));
        FileHolder report = new FileHolder("test-report", "R-2");
        assertThat(desk.handOver(REPORT, report)).isEqualTo(1);
        assertThat(desk.of(REPORT)).isEmpty();
        assertThat(desk.of(report)).extracting(KeptFile::id).containsExactly(file.id());
    }

    @Test
    void keeping_and_removing_the_same_content_at_once_never_loses_one_that_is_still_held() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<?>> work = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                work.add(people.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        KeptFile file =
                                kept(desk.keep(open("a.txt", "contended".getBytes(StandardCharsets.UTF_8)), STAFF));
                        assertThat(text(file)).isEqualTo("contended");
                        desk.remove(file.id(), "次へ", STAFF);
                    }
                    return null;
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
        KeptFile last = kept(desk.keep(open("a.txt", "contended".getBytes(StandardCharsets.UTF_8)), STAFF));
        Thread.sleep(300);
        assertThat(text(last)).isEqualTo("contended");
    }

    @Test
    void a_name_is_shown_without_what_deceives() {
        assertThat(ShownName.of("C:\\temp\\報告書.pdf")).isEqualTo("報告書.pdf");
        assertThat(ShownName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(ShownName.of("gnp\u202Efdp.exe\r\n")).isEqualTo("gnpfdp.exe");
        assertThat(ShownName.of("..")).isEqualTo("file");
        assertThat(ShownName.of("あ".repeat(300) + ".pdf")).hasSize(200).endsWith(".pdf");
    }
}
