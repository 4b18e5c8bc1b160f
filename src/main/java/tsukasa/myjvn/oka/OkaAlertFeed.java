package tsukasa.myjvn.oka;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertContent.Concerned;
import tsukasa.alerts.AlertContent.Named;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;

/// Alerts as a feed. The first item of each is the alert itself with its products, the others are what it refers to.
@Component
class OkaAlertFeed {
    private static final Text TITLE = Text.of("注意喚起", "Alerts");
    private final PublicAddress address;
    private final Settings settings;
    private final CpeNames names;
    private final OkaDocuments documents;
    private final JsonMapper json = JsonMapper.builder().build();

    OkaAlertFeed(PublicAddress address, Settings settings, CpeNames names, OkaDocuments documents) {
        this.address = address;
        this.settings = settings;
        this.names = names;
        this.documents = documents;
    }

    byte[] write(List<Alert> alerts, Outcome outcome) {
        ObjectNode whole = json.createObjectNode().put("$schema", OkaDocuments.schema("myjvn_feed_1.0.json"));
        ObjectNode feed = whole.putObject("feed");
        documents.heading(
                feed,
                TITLE,
                alerts.isEmpty() ? documents.now() : alerts.getFirst().updated(),
                outcome.language());
        ArrayNode entries = feed.putArray("entry");
        alerts.forEach(alert -> entry(entries.addObject(), alert, outcome.language()));
        OkaDocuments.status(whole.putObject("status"), outcome);
        OkaDocuments.status(whole.putObject("status:Status"), outcome);
        return json.writeValueAsBytes(whole);
    }

    private void entry(ObjectNode one, Alert alert, Language language) {
        one.put("title", alert.content().title().in(language))
                .put("id", "MYJVN-ALT-" + alert.number())
                .put("summary", alert.content().summary().in(language))
                .put("link", address.base() + alert.address());
        one.putObject("category")
                .put("term", alert.content().urgency().word().en())
                .put("label", alert.content().urgency().word().ja());
        dates(one, alert);
        ArrayNode items = one.putArray("items");
        ArrayNode products = item(
                items,
                alert,
                alert.content().title().in(language),
                alert.content().action().in(language),
                address.base() + alert.address(),
                language);
        alert.content().products().forEach(product -> product(products, product));
        for (Named document : alert.content().references()) {
            item(items, alert, document.name(), document.name(), document.address(), language);
        }
    }

    /// Its products.
    private ArrayNode item(ArrayNode items, Alert alert, String title, String summary, String link, Language language) {
        ObjectNode one = items.addObject()
                .put("title", title)
                .put("id", "MYJVN-ALT-%s-%04d".formatted(alert.number(), items.size()))
                .put("summary", summary)
                .put("link", link);
        dates(one, alert);
        return one.put("author", settings.agency().title().in(language)).putArray("products");
    }

    private static void dates(ObjectNode one, Alert alert) {
        one.put("modified", OkaDocuments.written(alert.updated()))
                .put("created", OkaDocuments.written(alert.published()))
                .put("public", OkaDocuments.written(alert.published()));
    }

    /// Versions are told in words; a product that has no name of CPE goes by its own.
    private void product(ArrayNode products, Concerned told) {
        String cpe = told.cpe();
        ObjectNode one = products.addObject().put("vname", told.vendor());
        ObjectNode ids = json.createObjectNode();
        if (cpe != null && names.read(cpe) instanceof CpeReading.Read(CpeName name, var _)) {
            String vendor = plain(name.vendor());
            String product = plain(name.product());
            one.put("product_id", OkaNames.jvnpid(vendor, product));
            ids.put("cpe", OkaNames.cpe(name.part().text(), vendor, product) + ":*");
        } else {
            one.put("product_id", OkaNames.jvnpid(told.vendor(), told.name()));
        }
        one.put("pname", told.name());
        if (!told.versions().isBlank()) {
            one.put("version", told.versions());
        }
        one.set("product_ids", ids);
    }

    private static String plain(CpeValue value) {
        return value instanceof CpeValue.Words words ? words.plain() : "";
    }
}
