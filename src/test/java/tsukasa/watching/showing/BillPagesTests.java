package tsukasa.watching.showing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.watching.WatchExample;

/// Bills of materials of a list, and decisions about several findings, on pages and by the API, for their owner alone.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class BillPagesTests {
    private static int number = 70_000;
    private final MockMvc browser;
    private final WatchExample example;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Visitor hana = visitor("見守 花子");
    private final Visitor taro = visitor("見守 太郎");
    private String product = "";
    private String list = "";

    @Autowired
    BillPagesTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.example = new WatchExample(owner);
    }

    private static Visitor visitor(String name) {
        return new Visitor(UUID.randomUUID(), name, "hana@example.jp", Set.of(Role.MEMBER), null);
    }

    @BeforeEach
    void a_list_and_a_product_with_two_entries() throws Exception {
        number += 10;
        product = "a:mimamori:bill" + number;
        example.entry(number, product, "[1.0 2.0)", 4, 98, true);
        example.entry(number + 1, product, "[1.0 2.0)", 2, 45, false);
        String address = Objects.requireNonNull(
                sent("/watch/lists", hana, "name", "製品の部品").getRedirectedUrl());
        list = address.substring(0, address.length() - "/items".length());
    }

    private MockHttpServletResponse asked(AbstractMockHttpServletRequestBuilder<?> request, Visitor by)
            throws Exception {
        MockHttpServletResponse response = browser.perform(
                        request.with(SignedIn.as(by)).with(csrf()))
                .andReturn()
                .getResponse();
        response.setDefaultCharacterEncoding("UTF-8");
        return response;
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse response = asked(get(path + (path.contains("?") ? "&" : "?") + "lang=en"), hana);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse sent(String path, Visitor by, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path + (path.contains("?") ? "&" : "?") + "lang=en");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return asked(request, by);
    }

    private String bom(String... versions) {
        return Stream.of(versions)
                .map(version -> "{\"type\":\"library\",\"name\":\"thing\",\"version\":\"" + version
                        + "\",\"cpe\":\"cpe:2.3:" + product + ":" + version + ":*:*:*:*:*:*:*\"}")
                .collect(Collectors.joining(
                        ",", "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[", "]}"));
    }

    private MockMultipartHttpServletRequestBuilder upload(String path, String bom) {
        return multipart(path)
                .file(new MockMultipartFile(
                        "sbom", "app.json", "application/json", bom.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode put(String path, String bom, int status) throws Exception {
        MockHttpServletResponse response = asked(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put("/api" + list + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(bom),
                hana);
        assertThat(response.getStatus()).as(path).isEqualTo(status);
        return json.readTree(response.getContentAsByteArray());
    }

    private static List<String> all(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(result -> result.group(1)).distinct().toList();
    }

    @Test
    void a_newer_sbom_takes_the_place_of_one_on_its_page_and_by_trying_nothing_changes() throws Exception {
        asked(upload(list + "/bills", bom("1.5")), hana);
        String replacement = all(page(list + "/items"), "(/watch/lists/[^\"]+/bills/\\d+/replacement)")
                .getFirst();
        assertThat(page(replacement)).contains("Newer SBOM file", "app.json");
        String tried = asked(upload(replacement + "?lang=en", bom("1.6")).param("try", "yes"), hana)
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(tried).contains("Nothing was changed yet", "1.5 → 1.6");
        assertThat(page(list)).contains("thing 1.5");
        MockHttpServletResponse done = asked(upload(replacement + "?lang=ja", bom("1.6")), hana);
        assertThat(done.getHeader("Cache-Control")).contains("no-store");
        assertThat(done.getContentAsString(StandardCharsets.UTF_8)).contains("取り替えました", "1.5 → 1.6");
        assertThat(page(list)).contains("thing 1.6").doesNotContain("thing 1.5");
        assertThat(asked(upload(replacement, "{"), hana).getStatus()).isEqualTo(422);
        assertThat(asked(multipart(replacement), hana).getStatus()).isEqualTo(422);
    }

    @Test
    void before_a_product_or_an_sbom_goes_it_is_said_what_goes_with_it() throws Exception {
        asked(upload(list + "/bills", bom("1.5")), hana);
        String finding = all(page(list), "(/watch/findings/\\d+)").getFirst();
        sent(finding, hana, "state", "accepted");
        String items = page(list + "/items");
        String bill = all(items, "(/watch/lists/[^\"]+/bills/\\d+/removal)").getFirst();
        String item = all(items, "(/watch/lists/[^\"]+/items/\\d+/removal)").getFirst();
        assertThat(page(bill)).contains("1 products and 2 findings leave the list; of these, you decided about 1");
        assertThat(page(item)).contains("2 findings leave the list; of these, you decided about 1");
        assertThat(page(list)).contains("thing 1.5");
        sent(item, hana);
        assertThat(page(list + "/items")).contains("app.json").doesNotContain("thing <");
        assertThat(asked(get(item), hana).getStatus()).isEqualTo(404);
    }

    @Test
    void one_decision_is_recorded_on_all_that_were_ticked_once_its_owner_has_seen_them() throws Exception {
        asked(upload(list + "/bills", bom("1.5", "1.6")), hana);
        String html = page(list);
        List<String> ticks = all(html, "name=\"n\" value=\"(\\d+)\"");
        assertThat(ticks).hasSize(4);
        assertThat(html).contains("Choose all on this page");
        String three = ticks.stream().limit(3).map(tick -> "n=" + tick).collect(Collectors.joining("&"));
        assertThat(page(list + "/decision?back=severity=low&" + three))
                .contains("the 3 you chose", "CVE-2036-" + number, "value=\"severity=low\"");
        assertThat(sent(list + "/decision?" + three, hana, "state", "not-affected")
                        .getStatus())
                .isEqualTo(422);
        MockHttpServletResponse done = sent(
                list + "/decision?" + three,
                hana,
                "state",
                "not-affected",
                "justification",
                "component_not_present",
                "note",
                "まとめて確認",
                "back",
                "severity=low");
        assertThat(done.getRedirectedUrl()).isEqualTo(list + "?severity=low#list");
        assertThat(all(page(list), "name=\"n\" value=\"(\\d+)\"")).containsExactly(ticks.getLast());
        assertThat(page("/watch/findings/" + ticks.getFirst())).contains("まとめて確認", "The component is not present");
        assertThat(asked(get(list + "/decision"), hana).getRedirectedUrl()).isEqualTo(list + "#list");
        assertThat(asked(get(list + "/decision?n=999999999").param("back", "a b#//elsewhere"), hana)
                        .getRedirectedUrl())
                .isEqualTo(list + "#list");
    }

    @Test
    void findings_are_searched_by_the_number_of_a_vulnerability() throws Exception {
        asked(upload(list + "/bills", bom("1.5")), hana);
        for (String words : List.of("CVE-2036-" + number, "cve-2036-" + number, "JVNDB-2036-%06d".formatted(number))) {
            assertThat(page(list + "?q=" + words))
                    .as(words)
                    .contains(">CVE-2036-" + number + "<")
                    .doesNotContain(">CVE-2036-" + (number + 1) + "<");
        }
        assertThat(page(list + "?q=CVE-1999-4711")).contains("Nothing to show");
        assertThat(page(list + "?q=thing")).contains(">CVE-2036-" + (number + 1) + "<");
        JsonNode found = json.readTree(asked(get("/api" + list + "/findings?q=CVE-2036-" + number), hana)
                .getContentAsByteArray());
        assertThat(found.get("findings").size()).isEqualTo(1);
    }

    @Test
    void a_build_sends_the_same_request_each_time_and_learns_what_changed() throws Exception {
        JsonNode first = put("/sboms/app.json", bom("1.5"), 200);
        assertThat(first.get("replaced").asInt()).isZero();
        assertThat(first.get("findings").asInt()).isEqualTo(2);
        List<String> ticks = all(page(list), "name=\"n\" value=\"(\\d+)\"");
        MockHttpServletResponse decided = asked(
                post("/api/watch/findings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"findings\":[" + String.join(",", ticks)
                                + ",999999999],\"state\":\"ACCEPTED\",\"note\":\"x\"}"),
                hana);
        assertThat(json.readTree(decided.getContentAsByteArray()).get("decided").asInt())
                .isEqualTo(2);
        JsonNode tried = put("/sboms/app.json?try=yes", bom("1.6", "1.7"), 200);
        assertThat(tried.get("tried").asBoolean()).isTrue();
        JsonNode next = put("/sboms/app.json", bom("1.6", "1.7"), 200);
        assertThat(next.get("replaced").asInt()).isEqualTo(1);
        assertThat(next.get("carried").asInt()).isEqualTo(4);
        JsonNode changed = next.get("difference").get("changed").get(0);
        assertThat(changed).isEqualTo(tried.get("difference").get("changed").get(0));
        assertThat(changed.get("before").toString()).isEqualTo("[\"1.5\"]");
        assertThat(changed.get("after").toString()).isEqualTo("[\"1.6\",\"1.7\"]");
    }

    @Test
    void a_program_takes_products_and_sboms_off_a_list() throws Exception {
        put("/sboms/app.json", bom("1.6", "1.7"), 200);
        JsonNode sboms =
                json.readTree(asked(get("/api" + list + "/sboms"), hana).getContentAsByteArray());
        assertThat(sboms.size()).isEqualTo(1);
        JsonNode items = json.readTree(asked(get("/api" + list), hana).getContentAsByteArray())
                .get("items");
        assertThat(items.size()).isEqualTo(2);
        assertThat(items.get(0).get("sboms").get(0).asLong())
                .isEqualTo(sboms.get(0).get("id").asLong());
        long item = items.get(0).get("id").asLong();
        assertThat(asked(delete("/api" + list + "/items/" + item), hana).getStatus())
                .isEqualTo(204);
        assertThat(asked(delete("/api" + list + "/items/" + item), hana).getStatus())
                .isEqualTo(404);
        assertThat(asked(delete("/api" + list + "/sboms/app.json"), hana).getStatus())
                .isEqualTo(204);
        assertThat(asked(delete("/api" + list + "/sboms/app.json"), hana).getStatus())
                .isEqualTo(404);
        assertThat(page(list)).contains("This list is empty");
        put("/sboms/" + "x".repeat(201), bom("1.5"), 400);
        put("/sboms/app.json", "{}", 415);
    }

    @Test
    void what_is_asked_for_wrongly_is_refused_with_the_reason() throws Exception {
        for (String body : List.of(
                "{}",
                "{\"findings\":[]}",
                "{\"findings\":[null],\"state\":\"FIXED\"}",
                "{\"findings\":[1],\"state\":\"GONE\"}",
                "{\"findings\":[1]}")) {
            assertThat(asked(
                                    post("/api/watch/findings")
                                            .contentType(MediaType.APPLICATION_JSON)
                                            .content(body),
                                    hana)
                            .getStatus())
                    .as(body)
                    .isEqualTo(400);
        }
        String many =
                Stream.iterate(1, n -> n + 1).limit(501).map(String::valueOf).collect(Collectors.joining(","));
        assertThat(asked(
                                post("/api/watch/findings")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"findings\":[" + many + "],\"state\":\"FIXED\"}"),
                                hana)
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void nobody_else_reaches_a_bill_an_item_or_a_finding() throws Exception {
        asked(upload(list + "/bills", bom("1.5")), hana);
        String items = page(list + "/items");
        String bill = all(items, "(/watch/lists/[^\"]+/bills/\\d+)/removal").getFirst();
        String item = all(items, "(/watch/lists/[^\"]+/items/\\d+)/removal").getFirst();
        String tick = all(page(list), "name=\"n\" value=\"(\\d+)\"").getFirst();
        for (String path : List.of(
                bill + "/removal",
                bill + "/replacement",
                item + "/removal",
                list + "/decision?n=" + tick,
                "/api" + list + "/sboms")) {
            assertThat(asked(get(path), taro).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(asked(upload(bill + "/replacement", bom("1.6")), taro).getStatus())
                .isEqualTo(404);
        for (String path : List.of(bill + "/removal", item + "/removal", list + "/decision")) {
            assertThat(sent(path, taro, "n", tick, "state", "fixed").getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(page(list)).contains("thing 1.5", "name=\"n\" value=\"" + tick + "\"");
    }

    @Test
    void no_program_of_somebody_else_changes_a_list_or_decides_about_its_findings() throws Exception {
        asked(upload(list + "/bills", bom("1.5")), hana);
        String item = all(page(list + "/items"), "(/watch/lists/[^\"]+/items/\\d+)/removal")
                .getFirst();
        String tick = all(page(list), "name=\"n\" value=\"(\\d+)\"").getFirst();
        String api = "/api" + list;
        String number = item.substring(item.lastIndexOf('/') + 1);
        for (AbstractMockHttpServletRequestBuilder<?> request : List.<AbstractMockHttpServletRequestBuilder<?>>of(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(api + "/sboms/app.json")
                        .content(bom("1.6")),
                delete(api + "/sboms/app.json"),
                delete(api + "/items/" + number))) {
            assertThat(asked(request, taro).getStatus()).isEqualTo(404);
        }
        MockHttpServletResponse decided = asked(
                post("/api/watch/findings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"findings\":[" + tick + "],\"state\":\"FIXED\"}"),
                taro);
        assertThat(json.readTree(decided.getContentAsByteArray()).get("decided").asInt())
                .isZero();
        String own =
                Objects.requireNonNull(sent("/watch/lists", taro, "name", "太郎").getRedirectedUrl());
        String decision = own.replace("/items", "/decision?n=" + tick);
        assertThat(asked(get(decision), taro).getStatus())
                .as("a finding of another's list")
                .isEqualTo(303);
        assertThat(page(list)).contains("thing 1.5", "name=\"n\" value=\"" + tick + "\"");
    }
}
