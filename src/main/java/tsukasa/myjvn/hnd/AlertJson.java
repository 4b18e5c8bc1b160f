package tsukasa.myjvn.hnd;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.alerts.Alert;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.naming.CpeNames;

/// Alerts as JSON, whose names are those of the elements of the Atom feed.
@Component
class AlertJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final PublicAddress address;
    private final Settings settings;
    private final CpeNames names;
    private final Clock clock;

    AlertJson(PublicAddress address, Settings settings, CpeNames names, Clock clock) {
        this.address = address;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    byte[] write(List<Alert> alerts, Outcome outcome) {
        Language language = outcome.language();
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("title", AlertTold.TITLE.in(language));
        feed.put("id", address.base() + "/alerts");
        feed.put("author", Map.of("name", settings.agency().title().in(language), "uri", address.base() + "/"));
        feed.put("updated", Dates.written(clock.instant()));
        feed.put("link", address.base() + "/alerts");
        feed.put("sec:handling", Map.of("marking:Marking", Map.of("marking:Marking_Structure", marking())));
        feed.put("entry", alerts.stream().map(alert -> entry(alert, language)).toList());
        return whole(feed, outcome);
    }

    /// Nothing but why.
    static byte[] refused(Outcome outcome) {
        return whole(new LinkedHashMap<>(), outcome);
    }

    private static byte[] whole(Map<String, Object> feed, Outcome outcome) {
        feed.put("status:Status", outcome.json());
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("$schema", "https://jvndb.jvn.jp/schema/getalert1.json");
        whole.put("feed", feed);
        return JSON.writeValueAsString(whole).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> marking() {
        Map<String, Object> marking = new LinkedHashMap<>();
        marking.put("xsi:type", "tlpMarking:TLPMarkingStructureType");
        marking.put("marking_model_name", "TLP");
        marking.put("marking_model_ref", "http://www.us-cert.gov/tlp/");
        marking.put("color", "WHITE");
        return marking;
    }

    private Map<String, Object> entry(Alert alert, Language language) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("title", alert.content().title().in(language));
        entry.put("id", AlertTold.identifier(alert));
        entry.put("summary", alert.content().summary().in(language));
        entry.put("link", address.base() + alert.address());
        Map<String, Object> category = new LinkedHashMap<>();
        category.put("term", AlertTold.term(alert.content().urgency()));
        category.put("label", AlertTold.label(alert.content().urgency()));
        entry.put("category", category);
        // the schema calls it the one, the documents the other
        entry.put("updated", Dates.written(alert.updated()));
        entry.put("update", Dates.written(alert.updated()));
        entry.put("published", Dates.written(alert.published()));
        entry.put(
                "sec:items",
                AlertTold.items(alert, address.base(), language, names).stream()
                        .map(item -> Map.of("sec:item", item(alert, item, language)))
                        .toList());
        return entry;
    }

    private Map<String, Object> item(Alert alert, AlertTold.Item item, Language language) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("sec:title", item.title());
        told.put("sec:identifier", item.identifier());
        told.put("sec:summary", item.summary());
        told.put("sec:link", item.link());
        told.put("sec:published", Dates.written(alert.published()));
        told.put("sec:updated", Dates.written(alert.updated()));
        told.put("sec:author", Map.of("value", settings.agency().title().in(language)));
        told.put(
                "sec:cpe",
                item.cpes().stream()
                        .map(cpe -> Map.of("value", cpe.name(), "vendor", cpe.vendor(), "product", cpe.product()))
                        .toList());
        told.put(
                "sec:references",
                item.cves().stream()
                        .map(cve ->
                                Map.of("source", "CVE", "id", cve, "value", "https://www.cve.org/CVERecord?id=" + cve))
                        .toList());
        return told;
    }
}
