package tsukasa.myjvn.hnd;

import java.util.ArrayList;
import java.util.List;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertContent.Concerned;
import tsukasa.alerts.AlertContent.Named;
import tsukasa.alerts.Urgency;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;

/// What both formats tell of an alert: itself with the products it concerns, then each document it refers to.
final class AlertTold {
    static final Text TITLE = Text.of("注意喚起", "Alerts");

    private AlertTold() {}

    /// @param identifier of the alert, with a number of its own behind
    record Item(String title, String identifier, String summary, String link, List<Cpe> cpes, List<String> cves) {}

    record Cpe(String name, String vendor, String product) {}

    static String identifier(Alert alert) {
        return "MYJVN-ALT-" + alert.number();
    }

    static String term(Urgency urgency) {
        return urgency.word().en();
    }

    /// The first degree has no Japanese word in this format.
    static String label(Urgency urgency) {
        return urgency == Urgency.INFO ? "INFO" : urgency.word().ja();
    }

    static List<Item> items(Alert alert, String base, Language language, CpeNames names) {
        List<Item> items = new ArrayList<>();
        items.add(new Item(
                alert.content().title().in(language),
                numbered(alert, 1),
                alert.content().action().in(language),
                base + alert.address(),
                alert.content().products().stream()
                        .flatMap(product -> cpe(product, names).stream())
                        .distinct()
                        .toList(),
                alert.content().cves().stream().map(Object::toString).toList()));
        for (Named document : alert.content().references()) {
            items.add(new Item(
                    document.name(),
                    numbered(alert, items.size() + 1),
                    document.name(),
                    document.address(),
                    List.of(),
                    List.of()));
        }
        return items;
    }

    private static String numbered(Alert alert, int number) {
        return "%s-%04d".formatted(identifier(alert), number);
    }

    private static List<Cpe> cpe(Concerned product, CpeNames names) {
        String cpe = product.cpe();
        return cpe != null && names.read(cpe) instanceof CpeReading.Read read
                ? List.of(new Cpe(names.uri(read.name()), product.vendor(), product.name()))
                : List.of();
    }
}
