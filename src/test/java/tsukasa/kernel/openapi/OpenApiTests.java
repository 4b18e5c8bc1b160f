package tsukasa.kernel.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
class OpenApiTests {
    private final MockMvc browser;
    private final JsonMapper json = JsonMapper.builder().build();

    @Autowired
    OpenApiTests(MockMvc browser) {
        this.browser = browser;
    }

    private String body(String address) throws Exception {
        return browser.perform(get(address)).andReturn().getResponse().getContentAsString();
    }

    private JsonNode description() throws Exception {
        return json.readTree(body("/api/openapi.json"));
    }

    @Test
    void every_mapping_under_api_is_described_with_its_parameters_and_answers() throws Exception {
        JsonNode document = description();
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.path("paths").propertyNames())
                .contains("/api/plan/{plan}/indicators/{indicator}/rows", "/api/openapi.json");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    assertThat(operation.path("operationId").asString()).isNotBlank();
                    assertThat(operation.path("responses").has("200")).isTrue();
                    List<String> declared = new ArrayList<>();
                    operation.path("parameters").forEach(p -> {
                        if (p.path("in").asString().equals("path")) {
                            declared.add(p.path("name").asString());
                        }
                    });
                    List<String> wanted = new ArrayList<>();
                    java.util.regex.Pattern.compile("\\{(\\w+)}")
                            .matcher(path.getKey())
                            .results()
                            .forEach(match -> wanted.add(match.group(1)));
                    assertThat(declared).containsExactlyInAnyOrderElementsOf(wanted);
                }));
    }

    @Test
    void what_an_endpoint_reads_from_the_address_by_itself_is_described_too() throws Exception {
        JsonNode search =
                description().path("paths").path("/api/vulnerabilities").path("get");
        assertThat(search.path("parameters"))
                .filteredOn(parameter -> parameter.path("name").asString().equals("epss"))
                .singleElement()
                .satisfies(parameter -> {
                    assertThat(parameter.path("in").asString()).isEqualTo("query");
                    assertThat(parameter.path("required").asBoolean()).isFalse();
                    assertThat(parameter.path("description").asString()).contains("0 to 1");
                });
    }

    @Test
    void every_reference_leads_somewhere_and_every_schema_is_one() throws Exception {
        JsonNode document = description();
        JsonNode schemas = document.path("components").path("schemas");
        java.util.regex.Pattern.compile("\"#/components/schemas/(\\w+)\"")
                .matcher(document.toString())
                .results()
                .forEach(
                        reference -> assertThat(schemas.has(reference.group(1))).isTrue());
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema meta = registry.getSchema(
                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (JsonNode schema : schemas) {
            assertThat(meta.validate(schema.toString(), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void the_answers_are_as_described() throws Exception {
        JsonNode document = description();
        Map<String, String> examples = Map.of(
                "/api/plan", "/api/plan",
                "/api/plan/{plan}", "/api/plan/fy2021",
                "/api/plan/{plan}/indicators", "/api/plan/fy2021/indicators",
                "/api/plan/{plan}/indicators/{indicator}", "/api/plan/fy2021/indicators/SEC-3",
                "/api/plan/{plan}/indicators/{indicator}/rows", "/api/plan/fy2021/indicators/SEC-1/rows",
                "/api/plan/{plan}/tables", "/api/plan/fy2021/tables",
                "/api/plan/{plan}/tables/{table}", "/api/plan/fy2021/tables/1-4");
        for (var example : examples.entrySet()) {
            JsonNode schema = document.path("paths")
                    .path(example.getKey())
                    .path("get")
                    .path("responses")
                    .path("200")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            String whole = "{\"components\":" + document.path("components") + ",\"allOf\":[" + schema + "]}";
            List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(whole, InputFormat.JSON)
                    .validate(body(example.getValue()), InputFormat.JSON);
            assertThat(errors).as(example.getKey()).isEmpty();
        }
    }
}
