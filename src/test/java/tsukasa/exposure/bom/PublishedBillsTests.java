package tsukasa.exposure.bom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsukasa.Covers;
import tsukasa.exposure.BillReading;

/// The test files of the specifications, where they lie beside the checkout.
@Covers("Ⅰ-1-(1-2)-②-a")
class PublishedBillsTests {
    private static final Path DATA = Path.of("../shared/data");

    /// Whether a licence is one of the list of SPDX changes nothing about what a product is made of: it is not asked.
    private static final Set<String> OF_LICENCE_LIST = Set.of("invalid-license-id", "invalid-metadata-license");

    private final BillExample example = new BillExample();

    @BeforeEach
    void published_files_are_there() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the published files are not beside this checkout");
    }

    @Test
    void every_valid_file_of_the_cyclonedx_specification_is_read_without_a_remark() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (Path file :
                files("sbom/cyclonedx-spec", name -> name.startsWith("valid") && !name.endsWith("textproto"))) {
            read++;
            switch (reading(file)) {
                case BillReading.Read(var bill) when bill.remarked() == 0 -> {}
                case BillReading.Read(var bill) ->
                    wrong.add(file + " " + bill.remarks().getFirst());
                case BillReading.Refused refused -> wrong.add(file + " " + refused);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isEqualTo(350);
    }

    @Test
    void every_file_that_the_cyclonedx_specification_calls_invalid_is_refused_or_remarked() throws IOException {
        List<String> passed = new ArrayList<>();
        int read = 0;
        for (Path file : files("sbom/cyclonedx-spec", name -> name.contains("invalid"))) {
            boolean licence = OF_LICENCE_LIST.stream()
                    .anyMatch(each -> file.getFileName().toString().matches(each + "-[0-9.]+\\.(json|xml)"));
            read++;
            if (!licence && reading(file) instanceof BillReading.Read(var bill) && bill.remarked() == 0) {
                passed.add(file.toString());
            }
        }
        assertThat(passed).isEmpty();
        assertThat(read).isEqualTo(208);
    }

    @Test
    void every_document_of_spdx_and_every_example_of_cyclonedx_is_read() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> all = new ArrayList<>(files("sbom/spdx-examples", name -> name.endsWith(".json")));
        all.addAll(files("sbom/bom-shelter-spdx", name -> name.endsWith(".gz")));
        all.addAll(files("sbom/cyclonedx-bom-examples", name -> name.endsWith(".json") || name.endsWith(".xml")));
        all.addAll(files("openvex/vexctl-documents", name -> name.endsWith(".json")));
        all.addAll(files("csaf/cisa-advisories", name -> name.endsWith(".json")));
        for (Path file : all) {
            if (reading(file) instanceof BillReading.Refused refused) {
                wrong.add(file + " " + refused);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(all).hasSize(44 + 30 + 57 + 17 + 150);
    }

    private BillReading reading(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return example.reader().read(in);
        }
    }

    private static List<Path> files(String folder, Predicate<String> named) throws IOException {
        try (Stream<Path> all = Files.walk(DATA.resolve(folder))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
