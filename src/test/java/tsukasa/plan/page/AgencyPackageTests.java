package tsukasa.plan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.plan.PackageReading;
import tsukasa.plan.PlanShelf;

/// An agency's own packages from a folder: one with an indicator that reads what is not there, one that would write.
@SpringBootTest
@AutoConfigureMockMvc
class AgencyPackageTests {
    private static final Path PARK = Path.of("src/test/resources/tsukasa/plan/pack/park");
    private final MockMvc browser;
    private final PlanShelf shelf;

    @Autowired
    AgencyPackageTests(MockMvc browser, PlanShelf shelf) {
        this.browser = browser;
        this.shelf = shelf;
    }

    @DynamicPropertySource
    static void packages(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/data")), "plans");
        Path park = copy(folder.resolve("park"));
        change(park, "plan.yaml", "[indicators/P-1.yaml]", "[indicators/P-1.yaml, indicators/P-2.yaml]");
        Files.writeString(
                park.resolve("indicators/P-2.yaml"),
                Files.readString(park.resolve("indicators/P-1.yaml")).replace("P-1", "P-2"));
        Files.writeString(
                park.resolve("indicators/P-2.a.sql"),
                Files.readString(park.resolve("indicators/P-1.a.sql"))
                        .replace("plan.pub_record_v1", "plan.pub_gone_v1"));
        Path writing = copy(folder.resolve("writing"));
        change(writing, "plan.yaml", "id: park", "id: writing");
        Files.writeString(writing.resolve("indicators/P-1.a.sql"), "delete from plan.record returning record_id\n");
        registry.add("tsukasa.plans-dir", folder::toString);
    }

    private static Path copy(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(PARK)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(PARK.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return to;
    }

    private static void change(Path folder, String file, String what, String by) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(what);
        Files.writeString(folder.resolve(file), before.replace(what, by));
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return browser.perform(get(URI.create(address + "?lang=en")))
                .andReturn()
                .getResponse();
    }

    private String body(String address) throws Exception {
        MockHttpServletResponse response = answer(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_package_of_the_agency_stands_beside_the_one_of_the_platform() throws Exception {
        assertThat(body("/plan/park")).contains("Plan of the parks");
        assertThat(body("/plan/fy2021")).contains("Annual plan for FY2021");
        assertThat(answer("/plan").getRedirectedUrl()).isEqualTo("/plan/park");
    }

    @Test
    void an_indicator_whose_view_is_missing_is_the_only_one_that_cannot_be_counted() throws Exception {
        String page = body("/plan/park/indicators");
        assertThat(page).contains("plan.pub_gone_v1, which is not there").contains("Cannot be counted");
        String one = body("/plan/park/indicators/P-2");
        assertThat(one).contains("indicators/P-2.a.sql").contains("Install the module that publishes the view");
        assertThat(body("/plan/park/indicators/P-1")).doesNotContain("which is not there");
        assertThat(body("/api/plan/park/indicators"))
                .contains("\"status\":\"UNCOUNTABLE\"")
                .contains("\"status\":\"AT_RISK\"");
        assertThat(answer("/plan/park/indicators/P-2/rows.csv").getStatus()).isEqualTo(422);
        assertThat(body("/plan/fy2021/indicators")).doesNotContain("Cannot be counted");
    }

    @Test
    void a_package_whose_indicator_writes_never_reaches_the_shelf() throws Exception {
        assertThat(answer("/plan/writing").getStatus()).isEqualTo(404);
        assertThat(shelf.rejected())
                .flatExtracting(PackageReading.Rejected::problems)
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo("indicators/P-1.a.sql");
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.remedy()).isNotBlank();
                });
    }
}
