package tsukasa.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tsukasa.Covers;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanPackages;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.PlanVersions;
import tsukasa.testing.OwnersDatabase;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("前文")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AcceptanceTests extends ImportPages {
    @TempDir
    private static Path plans;

    private final PlanVersions versions;
    private final PlanPackages packages;
    private final JdbcClient owner;

    @Autowired
    AcceptanceTests(
            MockMvc browser,
            PlanShelf shelf,
            PlanVersions versions,
            PlanPackages packages,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        super(browser, shelf);
        this.versions = versions;
        this.packages = packages;
        this.owner = owner;
    }

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("tsukasa.plans-dir", () -> plans.toString());
    }

    @Test
    @Order(1)
    void a_second_planner_accepts_it_and_the_plan_is_there_at_once() throws Exception {
        String id = imported(sample("official.txt"), FIRST);
        String address = BASE + "/" + id;
        assertThat(page(address, FIRST)).contains("自分で取り込んだものは、自分では確定できません");
        assertThat(status(address + "/acceptance", FIRST, "version", "0", "despite", "yes"))
                .isEqualTo(422);
        assertThat(status(address + "/acceptance", SECOND, "version", "0")).isEqualTo(422);
        assertThat(status(address + "/acceptance", SECOND, "version", "5", "despite", "yes"))
                .isEqualTo(409);
        assertThat(shelf.plan("fy2024")).isEmpty();
        MvcResult accepted = push(address + "/acceptance", SECOND, "version", "0", "despite", "yes");
        assertThat(accepted.getResponse().getStatus()).as(body(accepted)).isEqualTo(303);
        Plan plan = shelf.plan("fy2024").orElseThrow();
        assertThat(plan.year()).isEqualTo(new FiscalYear(2024));
        assertThat(page("/plan/fy2024", FIRST)).contains("干潟の再生");
        assertThat(Files.exists(plans.resolve("fy2024/plan.yaml"))).isTrue();
        assertThat(status(address + "/undoing", FIRST, "version", "0")).isEqualTo(422);
        assertThat(shelf.rejected()).isEmpty();
    }

    @Test
    @Order(2)
    void a_second_version_shows_what_changed_and_takes_the_place_of_the_first() throws Exception {
        String first = imported(sample("official.txt") + "\n控え", FIRST);
        String acceptance = BASE + "/" + first + "/acceptance";
        assertThat(status(acceptance, SECOND, "version", "0", "despite", "yes"))
                .as("a plan in force is not changed without a reason")
                .isEqualTo(422);
        assertThat(status(acceptance, SECOND, "version", "0", "despite", "yes", "reason", "字句を改めるため"))
                .isEqualTo(303);
        Plan plan = shelf.plan("fy2024").orElseThrow();
        int before = replaced();
        String later = imported(
                sample("official.txt")
                        .replace("２０枚以上", "３０枚以上")
                        .replace("２，１００", "２，１０１")
                        .replace("観測点を増やす", "観測点を減らす"),
                FIRST);
        String changes = page(BASE + "/" + later + "/changes", SECOND);
        assertThat(changes)
                .contains("≥ 20")
                .contains("≥ 30")
                .contains("2,100")
                .contains("2,101")
                .contains("<del>増や</del>")
                .contains("<ins>減ら</ins>");
        assertThat(status(
                        BASE + "/" + later + "/acceptance",
                        SECOND,
                        "version",
                        "0",
                        "despite",
                        "yes",
                        "reason",
                        "補正予算に伴い観測点を見直すため"))
                .isEqualTo(303);
        assertThat(shelf.plan("fy2024").orElseThrow().digest()).isNotEqualTo(plan.digest());
        assertThat(replaced()).isEqualTo(before + 1);
        assertThat(shelf.rejected()).isEmpty();
    }

    @Test
    @Order(3)
    void every_version_stays_to_be_read_and_compared_and_names_no_person_to_the_public() throws Exception {
        String all = unsigned("/plan/fy2024/versions");
        assertThat(all)
                .contains("第3版", "補正予算に伴い観測点を見直すため", "第1版", "当初")
                .doesNotContain(FIRST.displayName(), SECOND.displayName());
        assertThat(page("/plan/fy2024/versions", FIRST)).contains(FIRST.displayName(), SECOND.displayName());
        String third = unsigned("/plan/fy2024/versions/3");
        assertThat(third).contains("2,100", "2,101", "<del>", "<ins>", "補正予算に伴い");
        assertThat(unsigned("/plan/fy2024/versions/1")).contains("前の版はありません");
        assertThat(unsigned("/api/plan/fy2024/versions")).contains("\"number\":3", "\"kind\":\"AMENDED\"");
        assertThat(browser.perform(get("/plan/fy2024/versions/4"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(versions.plan("fy2024", 1).orElseThrow().digest())
                .isNotEqualTo(versions.plan("fy2024", 3).orElseThrow().digest());
        assertThat(versions.plan("fy2024", 9)).isEmpty();
    }

    @Test
    @Order(3)
    void a_node_whose_folder_holds_an_older_version_takes_the_newest() throws Exception {
        Plan first = versions.plan("fy2024", 1).orElseThrow();
        for (var file : packages.files(first).entrySet()) {
            Files.writeString(plans.resolve("fy2024").resolve(file.getKey()), file.getValue());
        }
        shelf.refresh();
        assertThat(shelf.plan("fy2024").orElseThrow().digest()).isEqualTo(first.digest());
        assertThat(versions.newest("fy2024").orElseThrow().number()).isEqualTo(3);
        assertThat(shelf.plan("fy2024").orElseThrow().digest())
                .isEqualTo(versions.newest("fy2024").orElseThrow().digest());
    }

    @Test
    @Order(4)
    void files_replaced_by_hand_become_a_version_that_says_so() throws Exception {
        Path yaml = plans.resolve("fy2024/plan.yaml");
        Files.writeString(yaml, Files.readString(yaml) + "notes: [{ja: 手で加えた, en: By hand}]\n");
        shelf.refresh();
        assertThat(unsigned("/plan/fy2024/versions")).contains("第4版", "差し替え");
        assertThat(unsigned("/plan/fy2024/versions")).doesNotContain("第5版");
    }

    @Test
    @Order(5)
    void nobody_changes_a_version() {
        for (String statement : List.of(
                "update plan.version set reason = 'x' where plan_id = 'fy2024'",
                "delete from plan.version_file where plan_id = 'fy2024'",
                "truncate plan.clause_trace")) {
            assertThatThrownBy(() -> owner.sql(statement).update())
                    .as(statement)
                    .hasMessageContaining("a version of a plan is not changed");
        }
    }

    private String unsigned(String address) throws Exception {
        MvcResult result = browser.perform(get(address)).andReturn();
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return body(result);
    }

    private static int replaced() throws IOException {
        Path aside = plans.resolve(".replaced");
        if (!Files.exists(aside)) {
            return 0;
        }
        try (var folders = Files.list(aside)) {
            return (int) folders.count();
        }
    }

    @Test
    void package_and_report_are_handed_out() throws Exception {
        String id = imported(sample("html.txt"), FIRST);
        Set<String> names = new java.util.TreeSet<>();
        byte[] zip = open(BASE + "/" + id + "/package.zip", FIRST).getResponse().getContentAsByteArray();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("fy2022/plan.yaml", "fy2022/tables.yaml", "fy2022/grading.yaml");
        assertThat(page(BASE + "/" + id + "/report.json", FIRST))
                .contains("\"summary\"")
                .contains("\"identities\"");
    }

    @Test
    void a_text_without_a_year_asks_for_it() throws Exception {
        String id = imported(sample("pipes.txt").replace("平成３１年度", "").replace("１．年度の予算", "１．予算"), FIRST);
        String address = BASE + "/" + id;
        assertThat(page(address, SECOND)).contains("年度を入れる");
        assertThat(open(address + "/package.zip", FIRST).getResponse().getStatus())
                .isEqualTo(400);
        assertThat(status(
                        address + "/correction", FIRST, "what", "year", "subject", "", "version", "0", "value", "２０１９"))
                .isEqualTo(303);
        assertThat(open(address + "/package.zip", FIRST).getResponse().getStatus())
                .isEqualTo(200);
    }
}
