package tsukasa.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("前文")
class ImportPagesTests {
    private static final String BASE = "/staff/plan/import";
    private static final Visitor FIRST = planner("取込 一子");
    private static final Visitor SECOND = planner("確定 二郎");

    @TempDir
    private static Path plans;

    private final MockMvc browser;
    private final PlanShelf shelf;

    @Autowired
    ImportPagesTests(MockMvc browser, PlanShelf shelf) {
        this.browser = browser;
        this.shelf = shelf;
    }

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("tsukasa.plans-dir", () -> plans.toString());
    }

    private static Visitor planner(String name) {
        return new Visitor(UUID.randomUUID(), name, "x@example.jp", Set.of(Role.PLANNER), null);
    }

    private static String sample(String name) throws Exception {
        try (InputStream in = ImportPagesTests.class.getResourceAsStream("/tsukasa/plan/reading/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private MvcResult send(String text, String name, Visitor by) throws Exception {
        return browser.perform(multipart(BASE)
                        .file(new MockMultipartFile("file", name, "text/plain", text.getBytes(StandardCharsets.UTF_8)))
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn();
    }

    /// Imports a sample under a name of its own, so that every test has its own reading.
    private String imported(String text, Visitor by) throws Exception {
        MvcResult result = send(text, "plan.txt", by);
        assertThat(result.getResponse().getStatus()).as(body(result)).isEqualTo(303);
        return String.valueOf(result.getResponse().getRedirectedUrl()).substring(BASE.length() + 1);
    }

    private static String body(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcResult open(String address, Visitor by) throws Exception {
        return browser.perform(get(URI.create(address)).with(SignedIn.as(by))).andReturn();
    }

    private String page(String address, Visitor by) throws Exception {
        MvcResult result = open(address, by);
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return body(result);
    }

    private MvcResult push(String address, Visitor by, String... pairs) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(SignedIn.as(by)).with(csrf());
        for (int i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        return browser.perform(request).andReturn();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_text_is_read_and_every_view_of_it_opens_in_both_languages() throws Exception {
        String id = imported(sample("mixed.txt"), FIRST);
        for (String view : List.of(
                "",
                "?only=doubts",
                "?only=indicators",
                "?only=tables",
                "?part=99",
                "/indicators",
                "/tables",
                "/changes",
                "/history")) {
            for (String language : List.of("ja", "en")) {
                String address = BASE + "/" + id + view + (view.contains("?") ? "&" : "?") + "lang=" + language;
                assertThat(page(address, FIRST)).as(address).containsOnlyOnce("<h1");
            }
        }
        String tree = page(BASE + "/" + id + "?part=1", FIRST);
        assertThat(tree)
                .contains("【A】相談")
                .contains("id=\"n-8\"")
                .contains("要確認")
                .contains("技術の支援");
        assertThat(page(BASE, FIRST)).contains(id).contains("plan.txt").contains(FIRST.displayName());
        assertThat(page("/staff", FIRST)).contains("計画の取込み");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/P-000001",
                "/P-000001/tables",
                "/P-000001/changes",
                "/P-000001/package.zip",
                "/P-000001/text"
            })
    void only_planners_may_see_it(String address) throws Exception {
        assertThat(browser.perform(get(BASE + address).with(SignedIn.as(Role.STAFF)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        MvcResult nobody = browser.perform(get(BASE + address)).andReturn();
        assertThat(nobody.getResponse().getStatus()).isEqualTo(303);
        assertThat(nobody.getResponse().getRedirectedUrl()).startsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/P-000001/correction", "/P-000001/settlement", "/P-000001/undoing", "/P-000001/acceptance"})
    void only_planners_may_change_it(String address) throws Exception {
        assertThat(browser.perform(post(BASE + address)
                                .with(SignedIn.as(Role.STAFF))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-999999", "x", "P-1", "P-000001'--", "..%2F..%2Fetc"})
    void a_reading_that_is_not_there_is_not_found(String id) throws Exception {
        assertThat(open(BASE + "/" + id.replace("'", "%27"), FIRST)
                        .getResponse()
                        .getStatus())
                .isIn(400, 404);
    }

    @Test
    void what_is_no_plan_is_refused_with_the_reason() throws Exception {
        MvcResult refused = send(sample("no/mail.txt"), "mail.txt", FIRST);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("電子メールです").contains("エラー");
        assertThat(send("", "empty.txt", FIRST).getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void the_same_text_again_opens_the_reading_that_is_there() throws Exception {
        String text = sample("plain.txt");
        String id = imported(text, FIRST);
        assertThat(send(text, "again.txt", SECOND).getResponse().getRedirectedUrl())
                .isEqualTo(BASE + "/" + id);
    }

    @Test
    void the_name_of_a_file_is_shown_and_never_a_path() throws Exception {
        String id = Objects.requireNonNull(send(sample("tabs.txt"), "../../../etc/pass\u0000wd", FIRST)
                        .getResponse()
                        .getRedirectedUrl())
                .substring(BASE.length() + 1);
        assertThat(page(BASE + "/" + id, FIRST)).contains("passwd").doesNotContain("../etc");
        MvcResult text = open(BASE + "/" + id + "/text", FIRST);
        assertThat(text.getResponse().getContentAsByteArray())
                .isEqualTo(sample("tabs.txt").getBytes(StandardCharsets.UTF_8));
        assertThat(text.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void an_item_is_put_right_with_its_author_and_taken_back() throws Exception {
        String id = imported(sample("dai.txt") + "\n控え一", FIRST);
        String address = BASE + "/" + id;
        assertThat(page(address + "/correction?what=item&subject=" + encoded("第1-2"), FIRST))
                .contains("木材の利用の促進");
        MvcResult moved = push(
                address + "/correction",
                FIRST,
                "what",
                "item",
                "subject",
                "第1-2",
                "version",
                "0",
                "place",
                "第1-9",
                "role",
                "ITEM",
                "title",
                "木の利用");
        assertThat(moved.getResponse().getStatus()).as(body(moved)).isEqualTo(303);
        String tree = page(address + "?part=1", FIRST);
        assertThat(tree).contains("第1-9").contains("木の利用");
        assertThat(page(address + "/history", FIRST))
                .contains(FIRST.displayName())
                .contains("第1-9");
        assertThat(push(address + "/undoing", FIRST, "version", "2")
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(address + "?part=1", FIRST)).doesNotContain("第1-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "第1-1", "第7-1", "a\u0001b"})
    void a_place_that_cannot_be_is_refused_with_what_was_typed(String place) throws Exception {
        String id = imported(sample("dai.txt") + "\n控え" + place.hashCode(), FIRST);
        MvcResult refused = push(
                BASE + "/" + id + "/correction",
                FIRST,
                "what",
                "item",
                "subject",
                "第1-2",
                "version",
                "0",
                "place",
                place,
                "role",
                "ITEM",
                "title",
                "書いた見出し");
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("書いた見出し");
    }

    @Test
    void targets_and_cells_are_put_right() throws Exception {
        String id = imported(sample("pipes.txt") + "\n控え二", FIRST);
        String address = BASE + "/" + id;
        assertThat(page(address + "/tables", FIRST)).contains("合わない計算").contains("15,310");
        assertThat(push(
                                address + "/correction",
                                FIRST,
                                "what",
                                "cell",
                                "subject",
                                "1-1/exp.total/value",
                                "version",
                                "0",
                                "value",
                                "１５，３００")
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(address + "/tables", FIRST))
                .contains("四捨五入の範囲ですべて合っています")
                .contains("15,300");
        assertThat(push(
                                address + "/correction",
                                FIRST,
                                "what",
                                "target",
                                "subject",
                                "1-2-KPI-(1)",
                                "position",
                                "0",
                                "version",
                                "1",
                                "comparator",
                                "AT_MOST",
                                "value",
                                "2/3",
                                "unit",
                                "")
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(address + "/indicators", FIRST)).contains("≤ 2/3");
        for (String wrong : List.of("abc", "1/0", "", "99999999999999999999")) {
            assertThat(push(
                                    address + "/correction",
                                    FIRST,
                                    "what",
                                    "target",
                                    "subject",
                                    "1-2-KPI-(1)",
                                    "position",
                                    "0",
                                    "version",
                                    "2",
                                    "comparator",
                                    "AT_LEAST",
                                    "value",
                                    wrong,
                                    "unit",
                                    "")
                            .getResponse()
                            .getStatus())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    @Test
    void a_doubt_is_settled_with_a_note() throws Exception {
        String id = imported(sample("mixed.txt") + "\n控え三", FIRST);
        String address = BASE + "/" + id;
        String tree = page(address + "?only=doubts", FIRST);
        String key = tree.replaceAll("(?s).*?id=\"d-(8-structure-[0-9a-f]+)\".*", "$1");
        assertThat(push(address + "/settlement", FIRST, "version", "0", "doubt", key, "note", "原文で確かめた")
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(address + "?only=doubts", FIRST)).contains("原文で確かめた").contains("確認済み");
        assertThat(push(address + "/settlement", FIRST, "version", "1", "doubt", key)
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whoever_comes_second_is_told_what_happened_meanwhile() throws Exception {
        String id = imported(sample("dai.txt") + "\n控え四", FIRST);
        String address = BASE + "/" + id + "/correction";
        String[] title = {
            "what", "item", "subject", "第1-2", "version", "0", "place", "第1-2", "role", "ITEM", "title", "一人目の見出し"
        };
        assertThat(push(address, FIRST, title).getResponse().getStatus()).isEqualTo(303);
        title[11] = "二人目の見出し";
        MvcResult second = push(address, SECOND, title);
        assertThat(second.getResponse().getStatus()).isEqualTo(409);
        assertThat(body(second))
                .contains(FIRST.displayName())
                .contains("一人目の見出し")
                .contains("二人目の見出し");
        assertThat(push(BASE + "/" + id + "/undoing", SECOND, "version", "0")
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void of_many_at_the_same_moment_one_is_first() throws Exception {
        String id = imported(sample("dai.txt") + "\n控え五", FIRST);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String words = "見出し" + i;
            all.add(() -> push(
                            BASE + "/" + id + "/correction",
                            FIRST,
                            "what",
                            "item",
                            "subject",
                            "第1-2",
                            "version",
                            "0",
                            "place",
                            "第1-2",
                            "role",
                            "ITEM",
                            "title",
                            words)
                    .getResponse()
                    .getStatus());
        }
        Map<Integer, Integer> answers = new TreeMap<>();
        try (var people = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> answer : people.invokeAll(all)) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
        }
        assertThat(answers).isEqualTo(Map.of(303, 1, 409, 5));
    }

    @Test
    void a_second_planner_accepts_it_and_the_plan_is_there_at_once() throws Exception {
        String id = imported(sample("official.txt"), FIRST);
        String address = BASE + "/" + id;
        assertThat(page(address, FIRST)).contains("自分で取り込んだものは、自分では確定できません");
        assertThat(push(address + "/acceptance", FIRST, "version", "0", "despite", "yes")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(push(address + "/acceptance", SECOND, "version", "0")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(push(address + "/acceptance", SECOND, "version", "5", "despite", "yes")
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        assertThat(shelf.plan("fy2024")).isEmpty();
        MvcResult accepted = push(address + "/acceptance", SECOND, "version", "0", "despite", "yes");
        assertThat(accepted.getResponse().getStatus()).as(body(accepted)).isEqualTo(303);
        Plan plan = shelf.plan("fy2024").orElseThrow();
        assertThat(plan.year()).isEqualTo(new FiscalYear(2024));
        assertThat(page("/plan/fy2024", FIRST)).contains("干潟の再生");
        assertThat(Files.exists(plans.resolve("fy2024/plan.yaml"))).isTrue();
        assertThat(push(address + "/undoing", FIRST, "version", "0")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);

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
        assertThat(push(BASE + "/" + later + "/acceptance", SECOND, "version", "0", "despite", "yes")
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        assertThat(shelf.plan("fy2024").orElseThrow().digest()).isNotEqualTo(plan.digest());
        try (var aside = Files.list(plans.resolve(".replaced"))) {
            assertThat(aside).hasSize(1);
        }
        assertThat(shelf.rejected()).isEmpty();
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
        assertThat(push(address + "/correction", FIRST, "what", "year", "subject", "", "version", "0", "value", "２０１９")
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        assertThat(open(address + "/package.zip", FIRST).getResponse().getStatus())
                .isEqualTo(200);
    }
}
