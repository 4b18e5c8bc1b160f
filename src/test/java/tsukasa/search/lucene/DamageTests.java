package tsukasa.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.search.Applied;
import tsukasa.search.IndexRole;
import tsukasa.search.SearchAnswer;
import tsukasa.search.SearchBatch;
import tsukasa.search.SearchDocument;
import tsukasa.search.SearchIndexContract;
import tsukasa.search.SearchQuestion;
import tsukasa.search.SearchShape;

/// An index is a cache: whatever happens to its folder, a start succeeds and the mark tells the truth.
class DamageTests {
    private static final SearchShape SHAPE = SearchIndexContract.SHAPE;

    private static final int LENGTH_OF_A_FOOTER = 16;

    @TempDir
    Path folder;

    private LuceneIndex open() {
        return new LuceneIndex(SHAPE, folder);
    }

    private static SearchBatch one(String id) {
        return SearchBatch.puts(SearchDocument.of(id).text("title", "脆弱性 " + id).done());
    }

    private static long found(LuceneIndex index) {
        return ((SearchAnswer) index.search(SearchQuestion.of("脆弱性"))).total();
    }

    private void filled() {
        try (LuceneIndex index = open()) {
            index.apply(one("a"), 1);
            index.apply(one("b"), 2);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void what_was_applied_is_there_after_a_new_start() {
        filled();
        try (LuceneIndex index = open()) {
            assertThat(index.mark()).isEqualTo(2);
            assertThat(found(index)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".fdt", ".doc", ".dvd", ".tim", ".si", "segments_"})
    void a_file_cut_short_is_found_out_and_everything_made_anew(String kind) throws IOException {
        filled();
        for (Path file : files()) {
            if (file.getFileName().toString().contains(kind)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        }
        startsAnew();
    }

    @Test
    void missing_files_are_found_out() throws IOException {
        filled();
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith("_0")) {
                Files.delete(file);
            }
        }
        startsAnew();
    }

    @Test
    void a_byte_changed_behind_a_lost_power_is_found_out() throws IOException {
        filled();
        Files.delete(folder.resolve("whole"));
        for (Path file : files()) {
            if (file.getFileName().toString().endsWith(".fdt")) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(new byte[] {0x55}), channel.size() - LENGTH_OF_A_FOOTER - 1);
                }
            }
        }
        try (LuceneIndex index = open()) {
            await().until(() -> index.mark() == 0);
            assertThat(index.apply(one("c"), 9)).isEqualTo(new Applied.Done(9));
        }
    }

    @Test
    void a_folder_deleted_under_a_running_index_is_noticed() throws IOException {
        try (LuceneIndex index = open()) {
            index.apply(one("a"), 1);
            for (Path file : files()) {
                Files.delete(file);
            }
            assertThat(index.mark()).isZero();
            assertThat(index.apply(one("b"), 5)).isEqualTo(new Applied.Done(5));
            assertThat(found(index)).isEqualTo(1);
        }
    }

    @Test
    void another_shape_makes_the_index_anew() {
        filled();
        SearchShape other = new SearchShape(SHAPE.name(), SHAPE.revision() + 1, SHAPE.fields(), SHAPE.names());
        try (LuceneIndex index = new LuceneIndex(other, folder)) {
            assertThat(index.mark()).isZero();
            assertThat(index.documents()).isZero();
        }
    }

    @Test
    void of_two_on_a_folder_one_writes_and_the_other_sees_it_and_takes_over() {
        LuceneIndex first = open();
        try (LuceneIndex second = open()) {
            assertThat(first.role()).isEqualTo(IndexRole.WRITING);
            assertThat(second.role()).isEqualTo(IndexRole.READING);
            assertThat(second.apply(one("x"), 1)).isEqualTo(new Applied.NotWriting());
            first.apply(one("a"), 3);
            await().until(() -> second.mark() == 3);
            assertThat(found(second)).isEqualTo(1);
            first.close();
            assertThat(second.role()).isEqualTo(IndexRole.WRITING);
            assertThat(second.mark()).isEqualTo(3);
            assertThat(second.apply(one("b"), 4)).isEqualTo(new Applied.Done(4));
        }
    }

    /// A process that is killed between taking changes and keeping them.
    @Test
    void changes_not_yet_kept_are_neither_found_nor_in_the_mark() throws IOException {
        filled();
        Fields fields = new Fields(SHAPE);
        Folder killed = new Folder(folder, SHAPE.digest() + "/" + Analysis.VERSION, fields);
        IndexWriter writer = Objects.requireNonNull(killed.write());
        try (writer) {
            writer.addDocument(fields.document(one("c").puts().getFirst()));
            writer.flush();
            try (LuceneIndex reader = open()) {
                assertThat(reader.mark()).isEqualTo(2);
                assertThat(found(reader)).isEqualTo(2);
            }
            writer.rollback();
        }
        try (LuceneIndex index = open()) {
            assertThat(index.mark()).isEqualTo(2);
            assertThat(found(index)).isEqualTo(2);
        }
    }

    private void startsAnew() {
        try (LuceneIndex index = open()) {
            assertThat(index.mark()).isZero();
            assertThat(found(index)).isZero();
            assertThat(index.apply(one("a"), 7)).isEqualTo(new Applied.Done(7));
            assertThat(found(index)).isEqualTo(1);
        }
        try (LuceneIndex index = open()) {
            assertThat(index.mark()).isEqualTo(7);
        }
    }
}
