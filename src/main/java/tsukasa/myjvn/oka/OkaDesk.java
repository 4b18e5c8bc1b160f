package tsukasa.myjvn.oka;

import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.kept.KeptAnswers;
import tsukasa.kernel.kept.Packed;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.myjvn.oka.OkaRefused.Why;
import tsukasa.vulnerability.Freshness;
import tsukasa.vulnerability.Freshness.AsOf;

/// Answers the methods of feed OKA.
@Component
class OkaDesk {
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int LONGEST_KEPT = 4_000;
    private final Freshness freshness;
    private final OkaOverview overview;
    private final OkaDetails details;
    private final OkaCatalogue catalogue;
    private final OkaStatistics statistics;
    private final OkaAlerts alerts;
    private final OkaDocuments documents;
    private final KeptAnswers<Key> kept = new KeptAnswers<>(MOST_BYTES);

    OkaDesk(
            Freshness freshness,
            OkaOverview overview,
            OkaDetails details,
            OkaCatalogue catalogue,
            OkaStatistics statistics,
            OkaAlerts alerts,
            OkaDocuments documents) {
        this.freshness = freshness;
        this.overview = overview;
        this.details = details;
        this.catalogue = catalogue;
        this.statistics = statistics;
        this.alerts = alerts;
        this.documents = documents;
    }

    /// A question with all that its answer depends on.
    private record Key(AsOf asOf, long alerts, OkaAsked asked) {}

    /// @param still whether the same would be answered now; null where that cannot be told at a glance
    record Answered(Packed packed, @Nullable BooleanSupplier still) {}

    Answered answer(OkaAsked asked) {
        AsOf asOf = freshness.now();
        if (asked.length() > LONGEST_KEPT) {
            return new Answered(Packed.of(made(asked, asOf.day()), null), null);
        }
        boolean ofAlerts = "getAlertList".equals(asked.values().get("method"));
        Key key = new Key(asOf, ofAlerts ? alerts.mark() : 0, asked);
        Packed packed = kept.packed(key, () -> Packed.of(made(asked, asOf.day()), null));
        return new Answered(packed, ofAlerts ? null : () -> freshness.still(asOf));
    }

    private byte[] made(OkaAsked asked, LocalDate today) {
        try {
            String method = asked.text("method").orElseThrow(() -> new OkaRefused(Why.METHOD_MISSING, ""));
            return switch (method) {
                case "getVulnOverviewList" -> overview.answer(asked);
                case "getVulnDetailInfo" -> details.answer(asked);
                case "getVendorList" -> catalogue.vendors(asked);
                case "getProductList" -> catalogue.products(asked);
                case "getStatistics" -> statistics.answer(asked, today);
                case "getAlertList" -> alerts.answer(asked);
                default -> throw new OkaRefused(Why.METHOD_UNKNOWN, "");
            };
        } catch (OkaRefused refused) {
            String method = asked.values().getOrDefault("method", "");
            return documents.refusal(new Outcome(asked.echo(), method, asked.refusing(), 0, 0, 0, 0, refused));
        }
    }
}
