package tsukasa.scheme.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.scheme.DeclarationExamples.oneStar;
import static tsukasa.scheme.DeclarationExamples.submission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.identity.Role;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Submission;
import tsukasa.testing.StaffBrowser;

@SpringBootTest
@AutoConfigureMockMvc
class PagesFarBehindTests {
    private static final int MANY = RegisterStore.COUNTED_UP_TO + 53;
    private static final String PREFECTURE = "37";
    private final MockMvc browser;
    private final Intake intake;

    @Autowired
    PagesFarBehindTests(MockMvc browser, Intake intake) {
        this.browser = browser;
        this.intake = intake;
    }

    @BeforeEach
    void more_businesses_than_are_counted_have_declared() {
        List<Submission> all = IntStream.range(0, MANY)
                .mapToObj(i -> {
                    Map<String, Object> answers = oneStar(20_000 + i);
                    answers.put("name", "遠方商会" + i);
                    answers.put("prefecture", PREFECTURE);
                    return submission("far-" + i, answers);
                })
                .toList();
        intake.submitAll(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prefecture=37&sort=-date",
                "prefecture=37&sort=date",
                "prefecture=37&sort=name",
                "prefecture=37&sort=-name",
                "prefecture=37&level=one"
            })
    void every_row_comes_once_and_in_order_whatever_the_size_of_a_page(String search) throws Exception {
        List<String> pages = new ArrayList<>();
        JsonNode first = slice(search + "&size=97&page=1");
        for (int page = 1; page <= first.get("pages").intValue(); page++) {
            pages.addAll(numbers(slice(search + "&size=97&page=" + page)));
        }
        assertThat(pages).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(pages.subList(0, 1_000)).isEqualTo(numbers(slice(search + "&size=1000&page=1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=date", "&sort=name", "&sort=-name"})
    void a_word_that_many_names_hold_is_paged_in_the_same_order(String sort) throws Exception {
        List<String> whole = numbers(slice("prefecture=37&size=1000" + sort));
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            pages.addAll(numbers(slice("q=遠方商会&size=250&page=" + page + sort)));
        }
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void staff_read_how_many_cases_are_counted_and_page_on_beyond() throws Exception {
        assertThat(cases("?lang=ja")).contains("1,000件以上", "page=20\"");
        assertThat(cases("?lang=ja&page=2")).contains("1,050件以上", "page=21\"", "遠方商会");
        assertThat(cases("?lang=ja&prefecture=37&state=lapsed")).contains("0件あります");
        assertThat(cases("?lang=ja&page=2147483647")).contains("遠方商会").doesNotContain("件以上");
    }

    private String cases(String search) throws Exception {
        return new StaffBrowser(browser)
                .seen("/staff/security-action" + search, StaffBrowser.person("案件 数子", Role.STAFF));
    }

    private JsonNode slice(String search) throws Exception {
        String body = browser.perform(get("/api/security-action/register?" + search))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(body);
    }

    private static List<String> numbers(JsonNode slice) {
        List<String> numbers = new ArrayList<>();
        slice.get("entries").forEach(entry -> numbers.add(entry.get("number").asString()));
        return numbers;
    }
}
