package tsukasa.advisories.osv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.advisories.ExampleEntries;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.SourceRecord;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class OsvExportTests {
    private static final String FILE = ExampleEntries.FULL + ".json";
    private static final String CHANGED = "1996-04-05T06:07:08.900Z,";
    private final MockMvc client;
    private final JdbcClient database;

    @Autowired
    OsvExportTests(MockMvc client, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.client = client;
        this.database = database;
    }

    @BeforeEach
    void onePackage() {
        new ExampleEntries(database).stand();
        database.sql("""
                        insert into vulnerability.product (vendor, kind, key) values (null, 'pkg', 'pkg:pypi/hirado-web')
                        on conflict do nothing
                        """).update();
        database.sql("""
                        insert into vulnerability.affected (product, entry, feed, conditional, spans)
                        select id, 19967001, 'nvd', false, '{}' from vulnerability.product where key = 'pkg:pypi/hirado-web'
                        on conflict do nothing
                        """).update();
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        return client.perform(get(URI.create(address))).andReturn().getResponse();
    }

    private Map<String, byte[]> unpacked(String address) throws Exception {
        MockHttpServletResponse answer = ask(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/zip");
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()), StandardCharsets.UTF_8)) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                files.put(one.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(address, e);
        }
        return files;
    }

    @Test
    void the_archive_holds_what_concerns_packages_and_our_own_reader_reads_it_back() throws Exception {
        Map<String, byte[]> all = unpacked("/osv/all.zip");
        assertThat(all).containsKey(FILE).doesNotContainKey(ExampleEntries.BARE + ".json");
        SourceRecord record = ExampleEntries.read(Feed.OSV, "a.json", Objects.requireNonNull(all.get(FILE)))
                .getFirst();
        assertThat(record.products())
                .extracting(product -> product.packageUrl())
                .containsExactly("pkg:pypi/hirado-web");
    }

    @Test
    void each_ecosystem_has_an_archive_of_its_own() throws Exception {
        assertThat(unpacked("/osv/PyPI/all.zip")).containsKey(FILE);
        assertThat(unpacked("/osv/Red%20Hat/all.zip")).doesNotContainKey(FILE);
        assertThat(ask("/osv/ecosystems.txt").getContentAsString().lines())
                .contains("PyPI")
                .isSorted();
    }

    @Test
    void lists_tell_what_changed_and_in_which_folder_it_lies() throws Exception {
        assertThat(ask("/osv/modified_id.csv").getContentAsString().lines())
                .contains(CHANGED + "PyPI/" + ExampleEntries.FULL)
                .noneMatch(line -> line.endsWith(ExampleEntries.BARE));
        assertThat(ask("/osv/PyPI/modified_id.csv").getContentAsString().lines())
                .contains(CHANGED + ExampleEntries.FULL);
        assertThat(ask("/osv/Maven/modified_id.csv").getContentAsString()).doesNotContain(ExampleEntries.FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pypi", "Nothing", "..%2F..", "PyPI:1", "%00"})
    void what_is_no_ecosystem_has_no_files(String name) throws Exception {
        assertThat(ask("/osv/" + name + "/all.zip").getStatus()).isBetween(400, 404);
        assertThat(ask("/osv/" + name + "/modified_id.csv").getStatus()).isBetween(400, 404);
    }
}
