package tsukasa.myjvn.hnd;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.vulnerability.Statistics;
import tsukasa.vulnerability.Statistics.Dimension;
import tsukasa.vulnerability.Statistics.Table;

/// Counts by the date on which entries became public. All parts of an answer have the same periods.
@Component
class StatisticsMethod implements Method {
    private final Statistics statistics;
    private final ProductsAsked products;
    private final StatisticsDocument document;

    StatisticsMethod(Statistics statistics, ProductsAsked products, StatisticsDocument document) {
        this.statistics = statistics;
        this.products = products;
        this.document = document;
    }

    @Override
    public String name() {
        return "getStatistics";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(
                "method",
                "feed",
                "lang",
                "theme",
                "type",
                "cweId",
                "pid",
                "cpeName",
                "datePublicStartY",
                "datePublicStartM",
                "datePublicEndY",
                "datePublicEndM");
    }

    @Override
    public Question read(Asked asked, LocalDate today) {
        Asked known = asked.only(parameters());
        StatisticsAsked question = StatisticsAsked.of(known, today);
        return echo -> answer(question, products.of(known).orElse(null), echo);
    }

    private byte[] answer(StatisticsAsked question, @Nullable Set<Long> about, Map<String, String> echo) {
        Table all = question.tells("sumJvnDb") ? statistics.count(question.question(Dimension.NONE, about)) : null;
        Table scored = question.tells("sumCvss") ? statistics.count(question.question(Dimension.CVSS_V3, about)) : null;
        String cwe = question.tells("sumCwe") ? question.cwe() : null;
        Table weak = cwe == null
                ? null
                : statistics.count(question.question(Dimension.NONE, about).cwe(cwe));
        return document.write(
                new StatisticsDocument.Counted(statistics.totals(), all, scored, weak, cwe), question.language(), echo);
    }
}
