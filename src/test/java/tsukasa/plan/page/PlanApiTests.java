package tsukasa.plan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
@Import(YearSoFar.class)
class PlanApiTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "integer", "number", "boolean", "null");
    private static final Map<String, String> EXAMPLES = Map.of(
            "plan", "fy2021", "indicator", "SEC-3", "table", "1-4", "place", "1-1-4-2-b", "scheme", "security-action");

    private final MockMvc browser;
    private final YearSoFar.Told year;

    @Autowired
    PlanApiTests(MockMvc browser, YearSoFar.Told year) {
        this.browser = browser;
        this.year = year;
    }

    @BeforeEach
    void the_year_so_far() {
        year.once();
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return browser.perform(get(URI.create(address))).andReturn().getResponse();
    }

    private JsonNode json(String address) throws Exception {
        MockHttpServletResponse response = answer(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private JsonNode description() throws Exception {
        return json("/api/openapi.json");
    }

    @Test
    void the_description_is_whole_as_openapi_asks() throws Exception {
        JsonNode api = description();
        assertThat(api.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(api.path("info").path("title").asString()).isNotBlank();
        assertThat(api.path("info").path("version").asString()).isNotBlank();
        Set<String> operations = new HashSet<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    String where = method.getKey() + " " + path.getKey();
                    assertThat(operations.add(operation.path("operationId").asString()))
                            .as(where)
                            .isTrue();
                    assertThat(operation.path("summary").asString())
                            .as(where)
                            .isNotBlank()
                            .doesNotStartWith("/");
                    assertThat(declared(operation)).as(where).containsExactlyInAnyOrderElementsOf(named(path.getKey()));
                    operation.path("responses").properties().forEach(response -> {
                        assertThat(response.getKey()).as(where).matches("[1-5](\\d\\d|XX)|default");
                        assertThat(response.getValue().path("description").asString())
                                .as(where)
                                .isNotBlank();
                    });
                }));
    }

    private static List<String> declared(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            assertThat(parameter.path("in").asString()).isIn("path", "query");
            assertThat(parameter.path("schema").isObject()).isTrue();
            if (parameter.path("in").asString().equals("path")) {
                assertThat(parameter.path("required").asBoolean()).isTrue();
                names.add(parameter.path("name").asString());
            }
        });
        return names;
    }

    private static List<String> named(String path) {
        return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    @Test
    void every_schema_leads_somewhere_and_knows_its_type() throws Exception {
        JsonNode api = description();
        List<String> faults = new ArrayList<>();
        inspect(api.path("paths"), api, faults);
        inspect(api.path("components").path("schemas"), api, faults);
        assertThat(api.path("components").path("schemas")).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    private static void inspect(JsonNode node, JsonNode api, List<String> faults) {
        JsonNode reference = node.path("$ref");
        if (reference.isString() && api.at(reference.asString().substring(1)).isMissingNode()) {
            faults.add("nothing at " + reference.asString());
        }
        JsonNode type = node.path("type");
        if (type.isString() && !TYPES.contains(type.asString())) {
            faults.add("no type " + type.asString());
        }
        node.forEach(child -> inspect(child, api, faults));
    }

    @Test
    void every_path_answers_as_it_is_described() throws Exception {
        JsonNode api = description();
        List<String> tried = new ArrayList<>();
        for (var path : api.path("paths").properties()) {
            JsonNode schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
            if (path.getKey().startsWith("/api/plan")) {
                assertThat(schema.isObject()).as(path.getKey()).isTrue();
                String address = filled(path.getKey());
                assertThat(faults(schema, api, json(address))).as(address).isEmpty();
                tried.add(path.getKey());
            }
        }
        assertThat(tried).hasSizeGreaterThanOrEqualTo(9);
    }

    private static String filled(String path) {
        return PARAMETER.matcher(path).replaceAll(name -> Matcher.quoteReplacement(EXAMPLES.get(name.group(1))));
    }

    private static List<String> faults(JsonNode schema, JsonNode api, JsonNode answer) {
        var whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", api.path("components"));
        whole.set("allOf", JSON.createArrayNode().add(schema));
        Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString());
        return validator.validate(answer).stream().map(Error::getMessage).toList();
    }

    @Test
    void a_schema_that_does_not_fit_is_noticed() throws Exception {
        JsonNode api = description();
        JsonNode table = api.at(
                "/paths/~1api~1plan~1{plan}~1tables~1{table}/get/responses/200/content/application~1json/schema");
        assertThat(faults(table, api, JSON.readTree("{\"id\": 7}"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/plan/fy1999,404",
        "/api/plan/fy2021/places/9-9-9,404",
        "/api/plan/fy2021/indicators/NO-1,404",
        "/api/plan/fy2021/indicators/SEC-1/rows?threshold=SEC-2.a,404",
        "/api/plan/fy2021/tables/9-9,404",
        "/api/plan/fy2021/indicators?as_of=2021-02-30,400",
        "/api/plan/fy2021/indicators?as_of=2021-03-31,400",
        "/api/plan/fy2021/indicators?as_of=2031-03-31,400",
        "/api/plan/fy2021/indicators/SEC-1?known_at=yesterday,400",
        "/api/plan/fy2021/indicators/SEC-1/rows?page=0,400",
        "/api/plan/fy2021/indicators/SEC-1/rows?size=1001,400",
        "/api/plan/fy2021/indicators/SEC-1/rows?size=-1,400",
        "/api/plan/fy2021/indicators/SEC-1/rows?sort=passed,400",
        "/api/plan/fy2021/indicators/SEC-1/rows?step=0,400",
        "/api/plan/fy2021/indicators/SEC-1/rows?q=%00,400",
        "/api/nothing,404",
    })
    void a_wrong_question_is_answered_as_rfc_9457_says(String address, int status) throws Exception {
        MockHttpServletResponse response = answer(address);
        assertThat(response.getStatus()).as(address).isEqualTo(status);
        assertThat(response.getContentType()).as(address).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("next").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/plan/fy2021/indicators/SEC-2/rows?q=%27%20or%201=1--",
                "/api/plan/fy2021/indicators/SEC-2/rows?q=%25",
                "/api/plan/fy2021/indicators/SEC-2/rows?dimension=%5C%27%3Bdrop%20schema%20plan--",
                "/api/plan/fy2021/indicators/SEC-2/rows?q=:known_at",
                "/api/plan/fy2021/indicators/SEC-2/rows?page=2147483647&size=1000"
            })
    void hostile_questions_find_nothing_and_break_nothing(String address) throws Exception {
        assertThat(json(address).path("rows").size()).isZero();
    }

    @Test
    void the_plan_is_not_sent_again_to_whoever_has_it() throws Exception {
        for (String address : List.of(
                "/api/plan/fy2021",
                "/api/plan/fy2021/targets",
                "/api/plan/fy2021/tables",
                "/api/plan/fy2021/tables/1-4")) {
            String tag = String.valueOf(answer(address).getHeader("ETag"));
            assertThat(tag).as(address).matches("\"[0-9a-f]{64}\"");
            MockHttpServletResponse again = browser.perform(get(address).header("If-None-Match", tag))
                    .andReturn()
                    .getResponse();
            assertThat(again.getStatus()).as(address).isEqualTo(304);
            assertThat(again.getContentLength()).isZero();
            assertThat(browser.perform(get(address).header("If-None-Match", "\"other\""))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    void every_command_of_the_api_page_can_be_run() throws Exception {
        String page = answer("/plan/fy2021/api?lang=en").getContentAsString(StandardCharsets.UTF_8);
        List<String> paths = Pattern.compile("curl -s '[a-z]+://[^/]+([^']*)'")
                .matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(paths).hasSizeGreaterThanOrEqualTo(10);
        for (String path : paths) {
            assertThat(answer(path).getStatus()).as(path).isEqualTo(200);
        }
    }

    @Test
    void nil_zero_and_blank_are_three_things() throws Exception {
        JsonNode cells = json("/api/plan/fy2021/tables/2-4").path("rows");
        Set<String> kinds = new HashSet<>();
        cells.forEach(row -> row.path("cells")
                .forEach(cell -> kinds.add(cell.path("kind").asString()
                        + (cell.path("million").isNull()
                                ? ""
                                : cell.path("million").asLong() == 0 ? " 0" : ""))));
        assertThat(kinds).contains("NIL", "BLANK", "FIGURE 0", "FIGURE");
    }

    @Test
    void what_was_known_earlier_is_counted_earlier() throws Exception {
        String address = "/api/plan/fy2021/indicators/SEC-3?as_of=2021-12-31";
        long now = value(json(address));
        long then = value(json(address + "&known_at=2021-08-31"));
        assertThat(then).isPositive().isLessThan(now);
    }

    private static long value(JsonNode indicator) {
        return indicator.at("/thresholds/0/standing/value/numerator").asLong();
    }

    @Test
    void the_steps_of_a_number_end_in_its_value_and_its_parts_sum_to_it() throws Exception {
        JsonNode threshold = json("/api/plan/fy2021/indicators/SEC-2").at("/thresholds/0");
        JsonNode steps = threshold.path("steps");
        long value = threshold.at("/standing/value/numerator").asLong();
        assertThat(steps.get(steps.size() - 1).path("amount").asLong()).isEqualTo(value);
        long sum = 0;
        for (JsonNode part : threshold.path("parts")) {
            sum += part.path("amount").asLong();
        }
        assertThat(sum).isEqualTo(value).isPositive();
    }
}
