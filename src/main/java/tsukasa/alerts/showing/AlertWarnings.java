package tsukasa.alerts.showing;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.Alerts;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Warnings;

/// Tells the database of vulnerabilities which alerts are in force.
@Component
class AlertWarnings implements Warnings {
    /// Advisories that gather more vulnerabilities are looked up by the first ones.
    private static final int LOOKED_UP = 5;
    /// So many are read, of which some may have ended.
    private static final int READ = 20;
    private final Alerts alerts;

    AlertWarnings(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public List<Warning> ofVulnerabilities(Collection<CveId> cves) {
        return told(cves.stream()
                .limit(LOOKED_UP)
                .flatMap(cve -> inForce(AlertQuestion.ALL.words(cve.toString()))
                        .filter(alert -> alert.content().cves().contains(cve))));
    }

    @Override
    public List<Warning> ofProducts(Collection<Long> products) {
        return told(inForce(AlertQuestion.ALL.products(Set.copyOf(products))));
    }

    private Stream<Alert> inForce(AlertQuestion question) {
        return alerts.list(question.page(0, READ)).alerts().stream()
                .filter(alert -> alert.standing() == Alert.Standing.IN_FORCE);
    }

    private static List<Warning> told(Stream<Alert> found) {
        Map<AlertNumber, Alert> each = new LinkedHashMap<>();
        found.forEach(alert -> each.putIfAbsent(alert.number(), alert));
        return each.values().stream()
                .sorted(Comparator.comparing(Alert::updated).reversed())
                .limit(MOST)
                .map(alert -> new Warning(
                        alert.content().title(), alert.content().urgency().word(), alert.updated(), alert.address()))
                .toList();
    }
}
