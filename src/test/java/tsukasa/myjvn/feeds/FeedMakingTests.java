package tsukasa.myjvn.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.myjvn.FeedDocuments;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.EntryLists;
import tsukasa.vulnerability.EntryLists.Numbered;
import tsukasa.vulnerability.EntryLists.Year;

@Covers("Ⅰ-1-(1-2)-②-a")
class FeedMakingTests implements FeedDocuments {
    private static final String OLD = "/ja/rss/years/jvndb_2005.rdf";
    private static final String NEW = "/en/feed/detail/jvndb_detail_2026.rdf";
    private final List<String> made = new ArrayList<>();
    private final Entries entries = mock(Entries.class);
    private final EntryLists lists = mock(EntryLists.class);
    private final PublicAddress address = () -> "https://agency.example";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-05T03:00:00Z");
    private Shelf shelf = shelf();
    private FeedMaking making = making();
    private String text = "first";

    @BeforeEach
    void empty() {
        start();
        when(lists.published(any())).thenReturn(List.of(new Numbered(1, new EntryId(2005, 1))));
        when(lists.registeredLast(anyInt())).thenReturn(List.of());
        when(lists.updatedLast(anyInt())).thenReturn(List.of());
    }

    private void start() {
        shelf.destroy();
        shelf = shelf();
        making = making();
    }

    @AfterEach
    void end() {
        shelf.destroy();
    }

    private Shelf shelf() {
        Path data = folder == null ? Path.of("target") : folder;
        return new Shelf(new Settings(
                data,
                null,
                "",
                "",
                null,
                List.of(),
                null,
                false,
                new Settings.Agency("司", "Tsukasa", "a@example.org")));
    }

    private FeedMaking making() {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new FeedMaking(shelf, this, entries, lists, address, new Checksums(address), clock);
    }

    private void database(long mark, Year... years) {
        when(entries.mark()).thenReturn(mark);
        when(lists.years()).thenReturn(List.of(years));
    }

    private List<String> looked(int times) throws IOException {
        made.clear();
        for (int i = 0; i < times; i++) {
            making.look(() -> true);
        }
        return List.copyOf(made);
    }

    @Test
    void an_empty_database_has_all_its_files_at_once() throws IOException {
        database(0);
        assertThat(looked(1))
                .contains(OLD, NEW, "/ja/rss/years/jvndb_2002.rdf", "/en/feed/detail/jvndb_detail_1998.rdf")
                .contains("/ja/rss/jvndb.rdf", "/en/feed/overview/jvndb_overview_new.rdf")
                .contains("vendors ja", "products en")
                .doesNotContain("/ja/rss/years/jvndb_2001.rdf", "/ja/rss/years/jvndb_2027.rdf");
        assertThat(shelf.find("/ja/feed/vendor/myjvn_vendor_202603.rdf")).isPresent();
    }

    @Test
    void only_years_that_changed_are_made_again_and_only_once_it_is_quiet() throws IOException {
        database(7, new Year(2005, 10, 7), new Year(2026, 3, 5));
        assertThat(looked(1)).isEmpty();
        assertThat(looked(1)).contains(OLD, NEW);
        assertThat(looked(2)).isEmpty();
        database(9, new Year(2005, 10, 9), new Year(2026, 3, 5));
        assertThat(looked(1)).isEmpty();
        assertThat(looked(1)).contains(OLD, "/ja/rss/jvndb.rdf").doesNotContain(NEW);
        database(10, new Year(2005, 9, 9), new Year(2026, 4, 10));
        assertThat(looked(2)).contains(OLD, NEW).doesNotContain("/ja/rss/years/jvndb_2010.rdf");
    }

    @Test
    void an_import_that_does_not_end_is_not_waited_for_for_ever() throws IOException {
        for (long mark = 1; mark < 40; mark++) {
            database(mark, new Year(2005, mark, mark));
            making.look(() -> true);
        }
        assertThat(made).contains(OLD);
    }

    @Test
    void a_restart_makes_nothing_again_unless_a_file_is_gone() throws IOException {
        database(7, new Year(2005, 10, 7));
        looked(2);
        start();
        assertThat(looked(2)).isEmpty();
        assertThat(shelf.find(OLD)).isPresent();
        Files.delete(shelf.file(shelf.find(OLD).orElseThrow()));
        start();
        assertThat(looked(2)).containsExactly(OLD);
    }

    @Test
    void whoever_reads_a_file_reads_it_to_its_end_although_another_takes_its_place() throws IOException {
        database(7, new Year(2005, 10, 7));
        looked(2);
        Path former = shelf.file(shelf.find(OLD).orElseThrow());
        try (InputStream reading = Files.newInputStream(former)) {
            text = "second";
            database(8, new Year(2005, 10, 8));
            looked(2);
            assertThat(new GZIPInputStream(reading).readAllBytes()).asString().isEqualTo("first" + OLD);
        }
        assertThat(former).doesNotExist();
        try (InputStream reading = new GZIPInputStream(
                Files.newInputStream(shelf.file(shelf.find(OLD).orElseThrow())))) {
            assertThat(reading.readAllBytes()).asString().isEqualTo("second" + OLD);
        }
    }

    @Test
    void a_second_process_on_the_folder_sees_what_the_first_one_writes() throws IOException {
        database(0);
        looked(1);
        Shelf other = shelf();
        assertThat(other.open()).isFalse();
        assertThat(other.find(OLD)).isEqualTo(shelf.find(OLD));
        other.destroy();
    }

    @Test
    void the_list_of_checksums_tells_what_clients_compare() throws IOException {
        database(0);
        looked(1);
        JsonNode files = checksums();
        assertThat(files.size()).isGreaterThan(70);
        assertThat(files)
                .allSatisfy(file -> assertThat(file.get("url").asString())
                        .startsWith("https://agency.example/ja/")
                        .endsWith("/" + file.get("filename").asString()));
        assertThat(files.findValuesAsString("filename")).doesNotHaveDuplicates();
        assertThat(files.get(0).get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(files.get(0).get("lastModified").asString()).isEqualTo("2026/03/05 12:00:00");
    }

    private JsonNode checksums() throws IOException {
        Path file = shelf.file(shelf.find("/ja/feed/checksum.txt").orElseThrow());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return JsonMapper.shared().readTree(in);
        }
    }

    private Instant listed(String path) {
        return shelf.find(path).orElseThrow().modified();
    }

    @Test
    void a_list_is_as_old_as_its_newest_file_and_never_tells_of_a_file_that_is_not_there() throws IOException {
        database(7, new Year(2005, 10, 7));
        looked(2);
        assertThat(listed("/en/feed/checksum.txt")).isEqualTo("2026-03-05T03:00:00Z");
        now = Instant.parse("2026-03-06T03:00:00Z");
        start();
        looked(2);
        assertThat(listed("/en/feed/checksum.txt")).as("nothing is new").isEqualTo("2026-03-05T03:00:00Z");
        text = "second";
        database(8, new Year(2005, 10, 8));
        looked(2);
        assertThat(listed("/en/feed/checksum.txt")).isEqualTo("2026-03-06T03:00:00Z");
        String told = checksums().toString();
        assertThat(shelf.all().stream().filter(kept -> kept.path().startsWith("/ja/")))
                .allSatisfy(kept -> {
                    if (!kept.path().endsWith("checksum.txt")) {
                        assertThat(told).contains(kept.sha256());
                    }
                });
        Files.delete(shelf.file(shelf.find(OLD).orElseThrow()));
        start();
        making.look(() -> false);
        assertThat(checksums().toString()).doesNotContain("jvndb_2005.rdf\"", OLD);
    }

    @Override
    public void entries(List<Numbered> numbers, List<Sheet> sheets) {
        sheets.forEach(sheet -> {
            String path = sheet.address().substring(address.base().length());
            made.add(path);
            write(sheet.out(), text + path);
        });
    }

    @Override
    public void vendors(Language language, OutputStream out) {
        made.add("vendors " + language.tag());
        write(out, "vendors");
    }

    @Override
    public void products(Language language, OutputStream out) {
        made.add("products " + language.tag());
        write(out, "products");
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
