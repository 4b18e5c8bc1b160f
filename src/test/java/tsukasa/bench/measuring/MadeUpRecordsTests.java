package tsukasa.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.SpringFactoriesLoader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.FeedReader;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.UnreadableRecord;

class MadeUpRecordsTests {
    private final FeedReader reader =
            SpringFactoriesLoader.loadFactories(FeedReader.class, FeedReader.class.getClassLoader()).stream()
                    .filter(each -> each.feed() == Feed.NVD)
                    .findFirst()
                    .orElseThrow();

    private List<SourceRecord> read(Path file) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            reader.cut(in, file.getFileName().toString().replace(".gz", ""), new FeedReader.PieceTaker() {
                @Override
                public void piece(byte[] bytes, FeedReader.Place place) {
                    pieces.add(bytes);
                }

                @Override
                public void broken(FeedReader.Place place, Text why) {
                    throw new AssertionError(why.en());
                }
            });
        }
        List<SourceRecord> records = new ArrayList<>();
        for (byte[] piece : pieces) {
            try {
                records.addAll(reader.read(piece));
            } catch (UnreadableRecord e) {
                throw new AssertionError(e);
            }
        }
        return records;
    }

    @Test
    void made_up_records_are_read_like_real_ones_and_a_later_day_changes_them(@TempDir Path folder) throws IOException {
        List<SourceRecord> first =
                read(MadeUpRecords.write(folder.resolve("a"), 40).resolve("made-up-0000000.json.gz"));
        List<SourceRecord> later =
                read(MadeUpRecords.changes(folder.resolve("b"), 10, 3).resolve("changes-3.json.gz"));
        assertThat(first).hasSize(40).allSatisfy(each -> {
            assertThat(each.configurations()).isNotEmpty();
            assertThat(each.scores()).isNotEmpty();
            assertThat(each.published()).isNotNull();
        });
        assertThat(later).hasSize(10);
        assertThat(later.getFirst().key()).isEqualTo(first.getFirst().key());
        assertThat(later.getFirst().modified()).isAfter(first.getFirst().modified());
    }

    @Test
    void a_bill_names_as_many_components_as_asked() {
        JsonNode bill = JsonMapper.shared().readTree(MadeUpRecords.bill(250, 1));
        assertThat(bill.path("components").size()).isEqualTo(250);
        assertThat(bill.path("components").get(0).path("cpe").asString()).startsWith("cpe:2.3:a:maker");
    }
}
