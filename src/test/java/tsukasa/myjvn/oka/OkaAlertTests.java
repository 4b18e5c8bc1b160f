package tsukasa.myjvn.oka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.advisories.ExampleEntries;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertContent;
import tsukasa.alerts.AlertContent.Concerned;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.Alerts;
import tsukasa.alerts.Urgency;
import tsukasa.kernel.Text;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Entries;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class OkaAlertTests {
    private static final Instant NOON = Instant.parse("2026-03-05T03:00:00Z");
    private static final String KAZE = "productName=cpe:2.3:a:kaze:kaze_web";
    private final Alerts published = mock(Alerts.class);
    private final AtomicReference<AlertQuestion> question = new AtomicReference<>();
    private final OkaAlerts alerts;
    private final ExampleEntries examples;

    @Autowired
    OkaAlertTests(
            Entries entries,
            OkaNames names,
            OkaVersions versions,
            OkaAlertFeed feed,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.alerts = new OkaAlerts(published, entries, names, versions, feed);
        this.examples = new ExampleEntries(database);
    }

    @BeforeEach
    void two() {
        examples.stand();
        Alert urgent = alert(
                7,
                Urgency.MEDIUM,
                List.of(
                        new Concerned(1L, "風", "ウェブ", ExampleEntries.CPE, "2.0 未満"),
                        new Concerned(null, "海", "波", null, "")),
                List.of(new CveId(1996, 7001)));
        Alert news = alert(8, Urgency.INFO, List.of(), List.of());
        when(published.list(any())).thenAnswer(call -> {
            question.set(call.getArgument(0));
            return new Alerts.Listed(List.of(urgent, news), 2);
        });
    }

    private static Alert alert(int number, Urgency urgency, List<Concerned> products, List<CveId> cves) {
        AlertContent content = new AlertContent(
                Text.of("風の注意", "Wind"),
                Text.of("概要", "Summary"),
                Text.of("対策", "Action"),
                urgency,
                products,
                cves,
                List.of(new AlertContent.Named("続報", "https://example.org/a?b=1")),
                "窓口");
        return new Alert(
                new AlertNumber(2026, number), Alert.Standing.IN_FORCE, NOON, NOON.plusSeconds(60), content, List.of());
    }

    private JsonNode ask(String rest) {
        Map<String, String[]> sent = new TreeMap<>();
        sent.put("method", new String[] {"getAlertList"});
        for (String each : rest.isEmpty() ? new String[0] : rest.split("&")) {
            sent.put(each.split("=", 2)[0], new String[] {each.split("=", 2)[1]});
        }
        return JsonMapper.shared().readTree(alerts.answer(OkaAsked.of(sent)));
    }

    @Test
    void an_alert_is_an_entry_whose_first_item_has_its_products() {
        JsonNode entry = ask("").at("/feed/entry/0");
        assertThat(entry.path("id").asString()).isEqualTo("MYJVN-ALT-2026-0007");
        assertThat(entry.at("/category/term").asString()).isEqualTo("Medium");
        assertThat(entry.at("/category/label").asString()).isEqualTo("警告");
        assertThat(entry.path("modified").asString()).isEqualTo("2026-03-05T12:01:00+09:00");
        assertThat(entry.path("created").asString()).isEqualTo("2026-03-05T12:00:00+09:00");
        JsonNode product = entry.at("/items/0/products/0");
        assertThat(product.path("product_id").asString()).isEqualTo("jvnpid:1.0::kaze:kaze_web");
        assertThat(product.path("version").asString()).isEqualTo("2.0 未満");
        assertThat(entry.at("/items/0/products/1/product_id").asString()).isEqualTo("jvnpid:1.0::%e6%b5%b7:%e6%b3%a2");
        assertThat(entry.at("/items/1/id").asString()).isEqualTo("MYJVN-ALT-2026-0007-0002");
        assertThat(ask("lang=en").at("/feed/entry/1/title").asString()).isEqualTo("Wind");
    }

    @Test
    void answers_are_valid_by_the_published_schema() throws Exception {
        assertThat(OkaTests.wrong("myjvn_feed_1.0.json", ask("").toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "versionType=all, 1",
        "versionType=no, 1",
        "version=1.5, 2",
        "version=3.0, 1",
        "versionStart=1.9, 2",
        "versionStart=2.0, 1",
        "versionStart=2.0&startItem=2, 0"
    })
    void a_version_is_decided_by_the_entries_that_an_alert_names(String condition, int expected) {
        assertThat(ask(KAZE + "&" + condition).at("/feed/entry")).hasSize(expected);
    }

    @Test
    void dates_and_pages_are_asked_of_the_alerts() {
        ask("createdStartDate=20260101&publicEndDate=20261231&modifiedStartDate=20260201&startItem=3&maxCountItem=2"
                + "&keyword=風");
        assertThat(question.get())
                .isEqualTo(new AlertQuestion(
                        "風",
                        null,
                        new AlertQuestion.Span(
                                Instant.parse("2025-12-31T15:00:00Z"), Instant.parse("2026-12-31T15:00:00Z")),
                        new AlertQuestion.Span(Instant.parse("2026-01-31T15:00:00Z"), null),
                        2,
                        2));
        ask("productName=cpe:2.3:a:nobody:nothing");
        assertThat(question.get().products()).isEqualTo(Set.of());
    }
}
