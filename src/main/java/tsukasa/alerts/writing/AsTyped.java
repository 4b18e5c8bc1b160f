package tsukasa.alerts.writing;

import java.util.stream.Collectors;
import tsukasa.alerts.AlertContent;
import tsukasa.alerts.AlertContent.Concerned;
import tsukasa.alerts.AlertWords;
import tsukasa.naming.CpeName;

/// What was published, as one would have typed it.
final class AsTyped {
    private AsTyped() {}

    static AlertWords of(AlertContent content) {
        return new AlertWords(
                content.title().ja(),
                content.title().en(),
                content.summary().ja(),
                content.summary().en(),
                content.action().ja(),
                content.action().en(),
                content.urgency().name(),
                content.products().stream().map(AsTyped::line).collect(Collectors.joining("\n")),
                content.cves().stream().map(Object::toString).collect(Collectors.joining(" ")),
                content.references().stream()
                        .map(named -> named.address() + " " + named.name())
                        .collect(Collectors.joining("\n")),
                content.contact(),
                "",
                "");
    }

    private static String line(Concerned product) {
        String name = product.vendor().isEmpty() ? product.name() : product.vendor() + " / " + product.name();
        String cpe = product.cpe();
        String written = cpe == null ? name : CpeName.brief(cpe);
        return product.versions().isEmpty() ? written : written + " | " + product.versions();
    }
}
