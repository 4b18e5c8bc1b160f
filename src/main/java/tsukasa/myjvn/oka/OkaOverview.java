package tsukasa.myjvn.oka;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.advisories.Told;
import tsukasa.kernel.page.Writing;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.myjvn.oka.OkaRefused.Why;
import tsukasa.vulnerability.Entries.Listed;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Selection;
import tsukasa.vulnerability.Selections;
import tsukasa.vulnerability.VectorPart;

/// getVulnOverviewList: without a condition all entries, what was updated last first.
@Component
class OkaOverview {
    private static final int MOST = 50;
    private static final int MOST_FOUND = 50_000;
    private static final List<String> CVSS = List.of(
            "cvssV2Severity", "cvssV3Severity", "cvssV4Severity", "cvssV2Metrics", "cvssV3Metrics", "cvssV4Metrics");
    private final Selections catalogue;
    private final OkaVersions versions;
    private final OkaNames names;
    private final OkaTold told;
    private final OkaDocuments documents;
    private final Clock clock;

    OkaOverview(
            Selections catalogue,
            OkaVersions versions,
            OkaNames names,
            OkaTold told,
            OkaDocuments documents,
            Clock clock) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.names = names;
        this.told = told;
        this.documents = documents;
        this.clock = clock;
    }

    byte[] answer(OkaAsked asked) {
        List<String> scored =
                CVSS.stream().filter(name -> asked.text(name).isPresent()).toList();
        if (scored.size() > 1) {
            throw new OkaRefused(Why.TOGETHER, scored.get(1));
        }
        int first = asked.number("startItem", Integer.MAX_VALUE, 1);
        int size = asked.number("maxCountItem", MOST, MOST);
        Listed listed = catalogue.latest(question(asked), first - 1L, size);
        List<Told> all = told.of(listed.heads());
        return documents.overview(
                all, Outcome.of(asked, "getVulnOverviewList", MOST, listed.total(), all.size(), first));
    }

    private Selection question(OkaAsked asked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        Set<Long> concerned = versions.entries(asked);
        return new Selection(
                concerned,
                numbers(asked),
                false,
                false,
                asked.severity("cvssV2Severity"),
                asked.severity("cvssV3Severity"),
                asked.severity("cvssV4Severity"),
                null,
                null,
                false,
                false,
                asked.span("public"),
                asked.modified(today),
                null,
                null,
                concerned == null ? names.about(asked) : null,
                asked.span("created"),
                vector(asked));
    }

    /// Of version 4 alone some of the metrics are enough.
    private static @Nullable VectorPart vector(OkaAsked asked) {
        for (int version = 2; version <= 4; version++) {
            String name = "cvssV" + version + "Metrics";
            String written = asked.text(name).orElse(null);
            if (written != null) {
                int family = version;
                return VectorPart.read(version, written)
                        .filter(part -> part.whole() || family == 4)
                        .orElseThrow(() -> new OkaRefused(Why.WORD, name));
            }
        }
        return null;
    }

    private @Nullable Set<EntryId> numbers(OkaAsked asked) {
        String keyword = asked.text("keyword").orElse(null);
        return keyword == null
                ? null
                : catalogue.having(keyword, true, MOST_FOUND).orElseThrow(() -> new OkaRefused(Why.OUTSIDE, "keyword"));
    }
}
