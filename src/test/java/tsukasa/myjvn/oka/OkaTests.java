package tsukasa.myjvn.oka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.Covers;
import tsukasa.advisories.ExampleEntries;
import tsukasa.testing.OwnersDatabase;

/// The published schemas judge the answers where they lie beside the repository. Three things are mended first: in the
/// copy of the CSAF schema, `source` and `type` stand beside `$ref`, where they are read as keywords; `oneOf` lets no
/// object of STIX pass, because each fits several; and two of the five categories of alerts are missing.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class OkaTests {
    private static final Path SCHEMAS = Path.of("../shared/data/myjvn/schemas/oka");
    private static final String BASE = "https://jvndb.jvn.jp/schema/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/myjvn?feed=oka&method=";
    private static final String IN_1996 = "&publicStartDate=19890101&publicEndDate=19961231";
    private static final String OLD = API + "getVulnOverviewList&nameType=cpe&productName=cpe:2.3:a:kaze:kaze_web";
    private final MockMvc client;
    private final ExampleEntries examples;
    private final JdbcClient database;

    @Autowired
    OkaTests(MockMvc client, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.client = client;
        this.database = database;
        this.examples = new ExampleEntries(database);
    }

    @BeforeEach
    void entries() {
        examples.stand();
    }

    private String text(String address) throws Exception {
        MockHttpServletResponse answer =
                client.perform(get(URI.create(address))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/json");
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private JsonNode json(String address) throws Exception {
        return JSON.readTree(text(address));
    }

    @Test
    void an_entry_is_told_with_its_products_by_version_and_its_scores() throws Exception {
        JsonNode answer = json(OLD + "&lang=en");
        JsonNode entry = answer.at("/feed/entry/0");
        assertThat(entry.path("id").asString()).isEqualTo(ExampleEntries.number(1));
        assertThat(entry.path("public").asString()).isEqualTo("1996-03-01T09:00:00+09:00");
        assertThat(entry.at("/products/0/product_id").asString()).isEqualTo("jvnpid:1.0::kaze:kaze_web");
        assertThat(entry.at("/products/0/version").asString()).isEqualTo(">=1.0|<2.0");
        assertThat(entry.at("/metrics/0/content/cvss_v4/baseScore").asString()).isEqualTo("9.3");
        assertThat(entry.at("/cwes/0/id").asString()).isEqualTo("CWE-79");
        assertThat(answer.at("/status/totalRes").asInt()).isEqualTo(1);
        assertThat(answer.path("status")).isEqualTo(answer.path("status:Status"));
        assertThat(answer.at("/status/productName").asString()).isEqualTo("cpe:2.3:a:kaze:kaze_web");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 3",
        "&cvssV3Severity=CRITICAL, 1",
        "&cvssV2Severity=LOW, 0",
        "&modifiedStartDate=19980101, 0",
        "&createdEndDate=20200101, 3",
        "&createdStartDate=19980101, 0",
        "&ProductName=cpe:2.3:a:kaze:*&type=cpe, 1",
        "&productName=jvnpid:1.0::kaze:kaze_web&nameType=jvnpid, 1",
        "&productName=cpe:2.3:a:kaze:kaze_web&version=1.5, 1",
        "&productName=cpe:2.3:a:kaze:kaze_web&version=2.0, 0",
        "&productName=cpe:2.3:a:kaze:kaze_web:1.5, 1",
        "&productName=cpe:2.3:a:kaze:kaze_web:*, 1",
        "&productName=cpe:2.3:a:kaze:kaze_web&versionType=all, 1",
        "&productName=cpe:2.3:a:kaze:kaze_web&versionType=no, 0",
        "&productName=cpe:2.3:a:kaze:kaze_web&versionStart=1.9, 1",
        "&productName=cpe:2.3:a:kaze:kaze_web&versionStart=2.0, 0",
        "&productName=cpe:2.3:a:kaze:kaze_web&versionEnd=1.0, 1",
        "&productName=cpe:2.3:a:kaze:kaze_web&versionEnd=1.0&versionEndType=excluding, 0",
        "&productName=cpe:2.3:a:kaze:kaze_web&versionStart=0.1&versionEnd=0.9, 0",
        "&productName=jvnpid:1.0::kaze:*&nameType=jvnpid&versionStart=1&versionEnd=9, 1",
        "&cvssV2Metrics=AV:N/AC:L/Au:N/C:P/I:P/A:P, 1",
        "&cvssV2Metrics=AV:N/AC:L/Au:N/C:P/I:P/A:N, 0",
        "&cvssV3Metrics=AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 1",
        "&cvssV3Metrics=CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 1",
        "&cvssV4Metrics=AV:N/AC:L/VC:H, 1",
        "&cvssV4Metrics=AV:P/AC:L, 0",
        "&productName=99999999&nameType=pid, 0",
        "&startItem=3, 1",
        "&maxCountItem=2&xsl=1&language=en, 2",
        "&startItem=4, 0"
    })
    void every_parameter_narrows_what_is_found(String more, int expected) throws Exception {
        JsonNode answer = json(API + "getVulnOverviewList" + IN_1996 + more);
        assertThat(answer.at("/status/retCd").asInt()).isZero();
        assertThat(answer.at("/feed/entry")).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "getVulnOverviewList&maxCountItem=51, XX00000006",
        "getVulnOverviewList&startItem=0, XX00000006",
        "getVulnOverviewList&startItem=x, XX00000005",
        "getVulnOverviewList&modifiedStartDate=19970101, XX00000007",
        "getVulnOverviewList&publicStartDate=20211301, XX00000007",
        "getVulnOverviewList&modifiedRangeDate=DAY&publicStartDate=20200101, XX00000013",
        "getVulnOverviewList&modifiedRangeDate=YEAR, XX00000008",
        "getVulnOverviewList&cvssV2Severity=CRITICAL, XX00000008",
        "getVulnOverviewList&cvssV2Severity=LOW&cvssV3Severity=LOW, XX00000013",
        "getVulnOverviewList&productName=(a*)*, XX00000009",
        "getVulnOverviewList&nameType=colour&productName=1, XX00000008",
        "getVulnOverviewList&versionStart=1, XX00000012",
        "getVulnOverviewList&productName=7&nameType=pid&versionStart=1, XX00000013",
        "getVulnOverviewList&productName=cpe:2.3:a:b:c&versionStart=1&version=1, XX00000013",
        "getVulnOverviewList&productName=cpe:2.3:a:b:c&versionType=all&version=1, XX00000013",
        "getVulnOverviewList&productName=cpe:2.3:a:b:c&versionType=equal, XX00000012",
        "getVulnOverviewList&productName=cpe:2.3:a:b:c&versionType=some, XX00000008",
        "getVulnOverviewList&productName=cpe:2.3:a:b:c&versionEnd=1&versionEndType=x, XX00000008",
        "getVulnOverviewList&cvssV2Metrics=AV:N, XX00000008",
        "getVulnOverviewList&cvssV3Metrics=AV:N/AC:L, XX00000008",
        "getVulnOverviewList&cvssV4Metrics=AV:N/AV:N, XX00000008",
        "getVulnOverviewList&cvssV4Metrics=AV:%25, XX00000008",
        "getVulnDetailInfo, XX00000012",
        "getVulnDetailInfo&vulnId=x, XX00000011",
        "getVulnDetailInfo&vulnId=JVNDB-1996-799999, XX00000014",
        "getVulnDetailInfo&vulnId=JVNDB-1996-770001&ft=pdf, XX00000008",
        "getVulnDetailInfo&vulnId=JVNDB-1996-770001+JVNDB-1996-770002, XX00000006",
        "getVulnDetailInfo&vulnId=JVNDB-1996-770001&startItem=2, XX00000006",
        "getAlertList&maxCountItem=51, XX00000006",
        "getAlertList&nameType=cpe, XX00000012",
        "getAlertList&productName=nonsense, XX00000009",
        "getNothing, XX00000002"
    })
    void what_cannot_be_answered_is_told_in_the_status(String question, String code) throws Exception {
        JsonNode answer = json(API + question);
        assertThat(answer.at("/status/retCd").asInt()).isEqualTo(1);
        assertThat(answer.at("/status/errCd").asString()).isEqualTo(code);
        assertThat(answer.at("/status/errMsg").asString()).isNotBlank();
    }

    @Test
    void details_are_an_advisory_with_what_this_feed_adds() throws Exception {
        JsonNode answer = json(API + "getVulnDetailInfo&vulnId=" + ExampleEntries.number(1));
        assertThat(answer.at("/document/category").asString()).isEqualTo("myjvn_security_advisory");
        assertThat(answer.at("/vulnerabilities/0/cve").asString()).isEqualTo(ExampleEntries.FULL);
        assertThat(answer.at("/jvn_extension/vulnid").asString()).isEqualTo(ExampleEntries.number(1));
        assertThat(answer.at("/jvn_extension/affected/0/versions/0/lessThan").asString())
                .isEqualTo("2.0");
        assertThat(answer.at("/jvn_extension/cpeApplicability/0/nodes")).hasSize(2);
    }

    @Test
    void details_say_where_a_score_comes_from_and_where_more_is_written() throws Exception {
        JsonNode answer = json(API + "getVulnDetailInfo&vulnId=" + ExampleEntries.number(1));
        assertThat(answer.at("/document/tracking/generator/engine/name").asString())
                .isEqualTo("MyJVN API");
        JsonNode score = answer.at("/vulnerabilities/0/metrics/0/content/cvss_v4");
        assertThat(score.path("source").asString()).isEqualTo("kaze");
        assertThat(score.path("type").asString()).isEqualTo("primary");
        assertThat(answer.at("/document/references")
                        .valueStream()
                        .map(each -> each.path("type").asString()))
                .contains("vendor", "cwe");
        assertThat(answer.toString()).doesNotContain("javascript:");
    }

    @ParameterizedTest
    @CsvSource({
        "vulnId=JVNDB-1996-770001+JVNDB-1996-770002&ft=jvnstix, 2, 2",
        "vulnId=JVNDB-1996-770001%2BJVNDB-1996-770002%2BJVNDB-1996-770002&ft=jvnstix, 2, 2",
        "vulnId=JVNDB-1996-770001+JVNDB-1996-770002&startItem=2, 1, 2",
        "vulnId=JVNDB-1996-770001+JVNDB-1996-770002&maxCountItem=1, 1, 2",
        "vulnId=JVNDB-1996-770001+JVNDB-1996-799999&ft=jvnstix, 1, 1"
    })
    void several_entries_come_within_one_bundle_of_stix(String question, int told, int all) throws Exception {
        JsonNode answer = json(API + "getVulnDetailInfo&" + question);
        assertThat(answer.path("type").asString()).isEqualTo("bundle");
        JsonNode object = answer.at("/objects/2");
        assertThat(object.path("id").asString())
                .isEqualTo(answer.path("id").asString().replace("bundle--", "jvn-jp-sdo--"));
        assertThat(object.path("VULDEF-Document")).hasSize(told);
        assertThat(answer.at("/status/totalRes").asInt()).isEqualTo(all);
        assertThat(answer.at("/status/totalResRet").asInt()).isEqualTo(told);
    }

    @Test
    void products_come_once_for_each_version_that_entries_name() throws Exception {
        String list = "getProductList&productName=cpe:2.3:a:kaze:kaze_web";
        String products = "/jvn-product-dictionary/vendors/0/products";
        assertThat(json(API + list).at(products)).hasSize(1);
        JsonNode all = json(API + list + "&versionType=all").at(products);
        assertThat(all.valueStream().map(each -> each.path("version").asString()))
                .containsExactly("1.0", "2.0");
        assertThat(all.at("/0/product_id").asString()).isEqualTo("jvnpid:1.0::kaze:kaze_web:1.0");
        assertThat(json(API + list + "&versionStart=1.1").at(products)).hasSize(1);
        assertThat(json(API + list + "&keyword=nothing").at("/status/totalRes").asInt())
                .isZero();
    }

    @Test
    void entries_are_counted_by_the_month_of_registration_and_by_severity() throws Exception {
        JsonNode answer = json(API + "getStatistics&pubEndDate=2000&type=cpe&ProductName=cpe:2.3:a:kaze:kaze_web");
        assertThat(answer.at("/status/retCd").asInt()).isZero();
        assertThat(answer.at("/data/0/year").asInt()).isEqualTo(1998);
        assertThat(answer.at("/data/0/vulninfo/12").asInt()).isZero();
        assertThat(answer.at("/dataTotal/vulninfo").isIntegralNumber()).isTrue();
        assertThat(json(API + "getStatistics&pubStartDate=9999")
                        .at("/status/errCd")
                        .asString())
                .isEqualTo("XX00000006");
    }

    @Test
    void vendors_and_products_are_listed_by_name_and_number() throws Exception {
        JsonNode vendor = json(API + "getVendorList&vendorName=cpe:2.3::kaze").at("/jvn-product-dictionary/vendors/0");
        assertThat(vendor.path("vendor_id").asString()).isEqualTo("jvnpid:1.0::kaze");
        JsonNode products = json(API + "getProductList&nameType=vid&productName="
                        + vendor.path("vid").asLong())
                .at("/jvn-product-dictionary/vendors/0/products");
        assertThat(products.toString()).contains("jvnpid:1.0::kaze:kaze_web");
    }

    private JsonNode vendors(String question) throws Exception {
        return json(API + "getVendorList&" + question);
    }

    private static List<String> keys(JsonNode answer) {
        return answer.at("/jvn-product-dictionary/vendors").findValuesAsString("vendor_id");
    }

    @Test
    void vendors_are_paged_by_the_beginning_of_their_name_and_by_a_word_together() throws Exception {
        for (int i = 1; i <= 5; i++) {
            database.sql("insert into vulnerability.vendor (key, name_ja) values (:key, :name) on conflict do nothing")
                    .param("key", "hirado\\:pages_" + i)
                    .param("name", i == 3 ? "平戸" : null)
                    .update();
            database.sql("insert into vulnerability.vendor (key) values (:key) on conflict do nothing")
                    .param("key", "other_hirado\\:pages_" + i)
                    .update();
        }
        String all = "nameType=jvnpid&vendorName=jvnpid:1.0::hirado%253apages_*";
        assertThat(vendors(all).at("/status/totalRes").asInt()).isEqualTo(5);
        assertThat(keys(vendors(all + "&startItem=2&maxCountItem=2")))
                .containsExactly("jvnpid:1.0::hirado%3apages_2", "jvnpid:1.0::hirado%3apages_3");
        assertThat(vendors(all + "&startItem=2&maxCountItem=2")
                        .at("/status/totalRes")
                        .asInt())
                .isEqualTo(5);
        JsonNode word = vendors(all + "&keyword=%E5%B9%B3%E6%88%B8");
        assertThat(keys(word)).containsExactly("jvnpid:1.0::hirado%3apages_3");
        assertThat(word.at("/status/totalRes").asInt()).isEqualTo(1);
        assertThat(vendors(all.replace("pages_*", "pages"))
                        .at("/status/totalRes")
                        .asInt())
                .isZero();
    }

    @Test
    void it_is_asked_by_post_too_and_who_has_the_answer_is_told_so() throws Exception {
        MockHttpServletResponse answer = client.perform(
                        post("/myjvn").param("feed", "oka").param("method", "getVulnOverviewList"))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).contains("\"feed\":\"oka\"");
        String tag =
                client.perform(get(URI.create(OLD))).andReturn().getResponse().getHeader("ETag");
        assertThat(client.perform(get(URI.create(OLD)).header("If-None-Match", String.valueOf(tag)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "myjvn_feed_1.0.json, getVulnOverviewList&publicStartDate=19890101&publicEndDate=19961231",
        "myjvn_vuldef_1.0.csaf.json, getVulnDetailInfo&vulnId=JVNDB-1996-770001",
        "myjvn_vuldef_1.0.csaf.json, getVulnDetailInfo&vulnId=JVNDB-1996-770002",
        "myjvn_vuldef_1.0.stix.json, getVulnDetailInfo&vulnId=JVNDB-1996-770001+JVNDB-1996-770002&ft=jvnstix",
        "myjvn_feed_1.0.json, getAlertList",
        "jvnpid_1.0.json, getProductList&productName=cpe:2.3:a:kaze:*&versionType=all",
        "jvnpid_1.0.json, getVendorList&vendorName=cpe:2.3::kaze",
        "myjvn_statistics_1.0.json, getStatistics&metricType=cvssV4",
        "jvnpid_1.0.json, getProductList&productName=cpe:2.3:a:kaze:*"
    })
    void answers_are_valid_by_the_published_schemas(String schema, String question) throws Exception {
        assertThat(wrong(schema, text(API + question))).isEmpty();
    }

    static String wrong(String schema, String answer) throws IOException {
        Assumptions.assumeTrue(Files.exists(SCHEMAS), "the published schemas are not beside the repository");
        Map<String, String> known = known();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(known::get))
                .getSchema(known.get(BASE + schema), InputFormat.JSON)
                .validate(answer, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> known() throws IOException {
        Map<String, String> known = new HashMap<>();
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            for (Path file : files.toList()) {
                JsonNode schema = JSON.readTree(Files.readString(file));
                mend(schema);
                String name = String.valueOf(file.getFileName());
                ((ObjectNode) schema).put("$id", BASE + name);
                ((ObjectNode) schema).put("$schema", "https://json-schema.org/draft/2020-12/schema");
                String text = JSON.writeValueAsString(schema);
                known.put(BASE + name, text);
            }
        }
        return known;
    }

    private static void mend(JsonNode node) {
        if (node.path("type").isObject() && (node.has("$ref") || node.has("oneOf"))) {
            ((ObjectNode) node).remove("source");
            ((ObjectNode) node).remove("type");
        }
        JsonNode choices = node.path("oneOf");
        if (choices.isArray() && choices.path(0).at("/properties/spec_version").isObject()) {
            ((ObjectNode) node).remove("oneOf");
            ((ObjectNode) node).set("anyOf", choices);
        }
        if (node.path("enum") instanceof ArrayNode words && words.toString().contains("\"Critical\"")) {
            words.add("Medium").add("High");
        }
        if (node.path("enum") instanceof ArrayNode words && words.toString().contains("\"緊急\"")) {
            words.add("警告").add("重要");
        }
        node.forEach(OkaTests::mend);
    }
}
