package tsukasa.myjvn.oka;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Writing;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.myjvn.oka.OkaRefused.Why;
import tsukasa.vulnerability.Entries;

/// Answers the methods of feed OKA.
@Component
class OkaDesk {
    private final Entries entries;
    private final OkaOverview overview;
    private final OkaDetails details;
    private final OkaCatalogue catalogue;
    private final OkaStatistics statistics;
    private final OkaAlerts alerts;
    private final OkaDocuments documents;
    private final Clock clock;

    OkaDesk(
            Entries entries,
            OkaOverview overview,
            OkaDetails details,
            OkaCatalogue catalogue,
            OkaStatistics statistics,
            OkaAlerts alerts,
            OkaDocuments documents,
            Clock clock) {
        this.entries = entries;
        this.overview = overview;
        this.details = details;
        this.catalogue = catalogue;
        this.statistics = statistics;
        this.alerts = alerts;
        this.documents = documents;
        this.clock = clock;
    }

    /// What every answer depends on besides the question.
    String state() {
        return entries.mark() + "-" + alerts.mark() + "-" + today();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
    }

    byte[] answer(OkaAsked asked) {
        try {
            String method = asked.text("method").orElseThrow(() -> new OkaRefused(Why.METHOD_MISSING, ""));
            return switch (method) {
                case "getVulnOverviewList" -> overview.answer(asked);
                case "getVulnDetailInfo" -> details.answer(asked);
                case "getVendorList" -> catalogue.vendors(asked);
                case "getProductList" -> catalogue.products(asked);
                case "getStatistics" -> statistics.answer(asked, today());
                case "getAlertList" -> alerts.answer(asked);
                default -> throw new OkaRefused(Why.METHOD_UNKNOWN, "");
            };
        } catch (OkaRefused refused) {
            String method = asked.values().getOrDefault("method", "");
            return documents.refusal(new Outcome(asked.echo(), method, asked.refusing(), 0, 0, 0, 0, refused));
        }
    }
}
