package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertContent;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.Alerts.Listed;
import tsukasa.alerts.Urgency;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.CveId;

@Covers("Ⅰ-1-(1-2)-②-a")
class AlertMethodTests extends HndExample {
    private static final String ALERTS = "/myjvn?method=getAlertList&feed=hnd";
    private final AtomicReference<AlertQuestion> question = new AtomicReference<>();

    @BeforeEach
    void anAlert() {
        AlertContent content = new AlertContent(
                Text.of("風の <注意>", "Kaze & wind"),
                Text.of("概要", "Summary"),
                Text.of("対策", "Action"),
                Urgency.CRITICAL,
                List.of(
                        new AlertContent.Concerned(1L, "風", "ゲート", "cpe:2.3:a:kaze:gate:*:*:*:*:*:*:*:*", "2.0 未満"),
                        new AlertContent.Concerned(null, "海", "波", null, "")),
                List.of(new CveId(2026, 1001)),
                List.of(new AlertContent.Named("続報", "https://example.org/a?b=1&c=2")),
                "窓口");
        Alert alert = new Alert(
                new AlertNumber(2026, 7), Alert.Standing.IN_FORCE, NOON, NOON.plusSeconds(60), content, List.of());
        when(alerts.mark()).thenReturn(System.nanoTime());
        when(alerts.list(any())).thenAnswer(call -> {
            question.set(call.getArgument(0));
            return new Listed(List.of(alert), 3);
        });
    }

    private JsonNode json(String address) throws Exception {
        MockHttpServletResponse told =
                mvc.perform(get(URI.create(address))).andReturn().getResponse();
        assertThat(told.getContentType()).startsWith("application/json");
        return JsonMapper.shared().readTree(told.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void an_alert_is_an_entry_with_its_products_and_documents() throws Exception {
        assertThat(text(ALERTS))
                .contains("<title>風の &lt;注意&gt;</title><id>MYJVN-ALT-2026-0007</id>")
                .contains("term=\"Critical\" label=\"緊急\"", "<updated>2026-03-05T12:01:01+09:00</updated>")
                .contains("<sec:cpe version=\"2.2\" vendor=\"風\" product=\"ゲート\">cpe:/a:kaze:gate</sec:cpe>")
                .contains("<sec:identifier>MYJVN-ALT-2026-0007-0002</sec:identifier>", "id=\"CVE-2026-1001\"")
                .contains("totalRes=\"3\"", "totalResRet=\"1\"", "retMax=\"50\"");
        assertThat(text(ALERTS + "&lang=en")).contains("<title>Kaze &amp; wind</title>");
    }

    @Test
    void answers_are_valid_by_the_published_schemas() throws Exception {
        PublishedSchemas.check(text(ALERTS));
        PublishedSchemas.check(text(ALERTS + "&ft=x"));
        when(alerts.list(any())).thenReturn(new Listed(List.of(), 0));
        PublishedSchemas.check(text(ALERTS + "&startItem=9"));
    }

    @Test
    void json_tells_the_same() throws Exception {
        JsonNode feed = json(ALERTS + "&ft=json").get("feed");
        JsonNode entry = feed.get("entry").get(0);
        assertThat(entry.get("id").asString()).isEqualTo("MYJVN-ALT-2026-0007");
        assertThat(entry.at("/sec:items/0/sec:item/sec:cpe/0/value").asString()).isEqualTo("cpe:/a:kaze:gate");
        assertThat(entry.get("updated").asString()).isEqualTo("2026-03-05T12:01:01+09:00");
        assertThat(entry.get("update")).isEqualTo(entry.get("updated"));
        assertThat(feed.at("/status:Status/retCd").asInt()).isZero();
        assertThat(feed.at("/status:Status/totalRes").asString()).isEqualTo("3");
        assertThat(json(ALERTS + "&ft=json&startItem=0")
                        .at("/feed/status:Status/errCd")
                        .asString())
                .isEqualTo("XX00000006");
    }

    @Test
    void years_are_those_of_japan_and_a_new_edition_is_told_at_once() throws Exception {
        text(ALERTS + "&datePublished=2026&dateFirstPublished=2025&cpeName=cpe:/a:nobody:x");
        assertThat(question.get().updated().from()).isEqualTo("2025-12-31T15:00:00Z");
        assertThat(question.get().published().until()).isEqualTo("2025-12-31T15:00:00Z");
        assertThat(question.get().products()).isEqualTo(Set.of());
        when(alerts.mark()).thenReturn(System.nanoTime());
        when(alerts.list(any())).thenReturn(new Listed(List.of(), 0));
        assertThat(text(ALERTS + "&datePublished=2026&dateFirstPublished=2025&cpeName=cpe:/a:nobody:x"))
                .contains("totalRes=\"0\"", "該当する注意警戒情報はありません。");
    }

    @ParameterizedTest
    @CsvSource({
        "maxCountItem=51, XX00000006",
        "datePublished=26, XX00000007",
        "datePublished=x, XX00000005",
        "ft=html, XX00000008",
    })
    void a_wrong_question_is_answered_with_a_code(String rest, String code) throws Exception {
        assertThat(text(ALERTS + "&" + rest)).contains("errCd=\"" + code + "\"");
    }
}
