package tsukasa.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("前文")
class ImportPagesTests extends ImportPages {
    @TempDir
    private static Path plans;

    @Autowired
    ImportPagesTests(MockMvc browser, PlanShelf shelf) {
        super(browser, shelf);
    }

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("tsukasa.plans-dir", () -> plans.toString());
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
        assertThat(status(address + "/undoing", FIRST, "version", "2")).isEqualTo(303);
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
    void a_cell_is_put_right() throws Exception {
        String id = imported(sample("pipes.txt") + "\n控え二", FIRST);
        String address = BASE + "/" + id;
        assertThat(page(address + "/tables", FIRST)).contains("合わない計算").contains("15,310");
        assertThat(status(
                        address + "/correction",
                        FIRST,
                        "what",
                        "cell",
                        "subject",
                        "1-1/exp.total/value",
                        "version",
                        "0",
                        "value",
                        "１５，３００"))
                .isEqualTo(303);
        assertThat(page(address + "/tables", FIRST))
                .contains("四捨五入の範囲ですべて合っています")
                .contains("15,300");
    }

    @Test
    void a_target_is_put_right_and_must_be_a_number() throws Exception {
        String address = BASE + "/" + imported(sample("pipes.txt") + "\n控え三", FIRST);
        assertThat(target(address, "0", "AT_MOST", "2/3")).isEqualTo(303);
        assertThat(page(address + "/indicators", FIRST)).contains("≤ 2/3");
        for (String wrong : List.of("abc", "1/0", "", "99999999999999999999")) {
            assertThat(target(address, "1", "AT_LEAST", wrong)).as(wrong).isEqualTo(422);
        }
    }

    private int target(String address, String version, String comparator, String value) throws Exception {
        String[] fields = {
            "what",
            "target",
            "subject",
            "1-2-KPI-(1)",
            "position",
            "0",
            "version",
            version,
            "comparator",
            comparator,
            "value",
            value,
            "unit",
            ""
        };
        return status(address + "/correction", FIRST, fields);
    }

    @Test
    void a_doubt_is_settled_with_a_note() throws Exception {
        String id = imported(sample("mixed.txt") + "\n控え三", FIRST);
        String address = BASE + "/" + id;
        String tree = page(address + "?only=doubts", FIRST);
        String key = tree.replaceAll("(?s).*?id=\"d-(8-structure-[0-9a-f]+)\".*", "$1");
        assertThat(status(address + "/settlement", FIRST, "version", "0", "doubt", key, "note", "原文で確かめた"))
                .isEqualTo(303);
        assertThat(page(address + "?only=doubts", FIRST)).contains("原文で確かめた").contains("確認済み");
        assertThat(status(address + "/settlement", FIRST, "version", "1", "doubt", key))
                .isEqualTo(404);
    }

    @Test
    void whoever_comes_second_is_told_what_happened_meanwhile() throws Exception {
        String id = imported(sample("dai.txt") + "\n控え四", FIRST);
        String address = BASE + "/" + id + "/correction";
        String[] title = {
            "what", "item", "subject", "第1-2", "version", "0", "place", "第1-2", "role", "ITEM", "title", "一人目の見出し"
        };
        assertThat(status(address, FIRST, title)).isEqualTo(303);
        title[11] = "二人目の見出し";
        MvcResult second = push(address, SECOND, title);
        assertThat(second.getResponse().getStatus()).isEqualTo(409);
        assertThat(body(second))
                .contains(FIRST.displayName())
                .contains("一人目の見出し")
                .contains("二人目の見出し");
        assertThat(status(BASE + "/" + id + "/undoing", SECOND, "version", "0")).isEqualTo(409);
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
}
