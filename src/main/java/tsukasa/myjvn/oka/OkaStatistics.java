package tsukasa.myjvn.oka;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.Text;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.myjvn.oka.OkaRefused.Why;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.Statistics;
import tsukasa.vulnerability.Statistics.Dimension;
import tsukasa.vulnerability.Statistics.Row;
import tsukasa.vulnerability.Statistics.Step;
import tsukasa.vulnerability.Statistics.Totals;
import tsukasa.vulnerability.StatisticsQuestion;
import tsukasa.vulnerability.StatisticsQuestion.Dated;

/// How many entries came in each month, by how serious they are. Without years, those of this year.
@Component
class OkaStatistics {
    private static final int FIRST = 1998;
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern CWE = Pattern.compile("CWE-[0-9]{1,6}");
    private final Statistics statistics;
    private final OkaNames names;
    private final OkaDocuments documents;
    private final JsonMapper json = JsonMapper.builder().build();

    OkaStatistics(Statistics statistics, OkaNames names, OkaDocuments documents) {
        this.statistics = statistics;
        this.names = names;
        this.documents = documents;
    }

    byte[] answer(OkaAsked asked, LocalDate today) {
        Dimension metric = switch (asked.text("metricType").orElse("cvssV3")) {
            case "cvssV2" -> Dimension.CVSS_V2;
            case "cvssV3" -> Dimension.CVSS_V3;
            case "cvssV4" -> Dimension.CVSS_V4;
            default -> throw new OkaRefused(Why.WORD, "metricType");
        };
        Integer from = year(asked, "pubStartDate", today);
        Integer until = year(asked, "pubEndDate", today);
        int first = from == null ? until == null ? today.getYear() : FIRST : from;
        int last = until == null ? today.getYear() : until;
        if (first > last) {
            throw new OkaRefused(Why.OUTSIDE, "pubStartDate");
        }
        LocalDate end = LocalDate.of(last, 12, 31);
        StatisticsQuestion question = StatisticsQuestion.of(Step.MONTH, metric)
                .dated(Dated.REGISTERED)
                .between(LocalDate.of(first, 1, 1), end.isAfter(today) ? today : end)
                .products(names.about(asked))
                .cwe(cwe(asked));
        return write(statistics.count(question), statistics.totals(), asked);
    }

    private static @Nullable Integer year(OkaAsked asked, String name, LocalDate today) {
        String text = asked.text(name).orElse(null);
        if (text == null) {
            return null;
        }
        if (!YEAR.matcher(text).matches()) {
            throw new OkaRefused(Why.DATE, name);
        }
        int year = Integer.parseInt(text);
        if (year < FIRST || year > today.getYear()) {
            throw new OkaRefused(Why.OUTSIDE, name);
        }
        return year;
    }

    private static @Nullable String cwe(OkaAsked asked) {
        String cwe = asked.text("cweId").orElse(null);
        if (cwe != null && !CWE.matcher(cwe).matches()) {
            throw new OkaRefused(Why.WORD, "cweId");
        }
        return cwe;
    }

    private byte[] write(Statistics.Table table, Totals totals, OkaAsked asked) {
        ObjectNode whole = json.createObjectNode()
                .put("$schema", "https://jvndb.jvn.jp/schema/myjvn_statistics_1.0.json?20250419");
        documents.heading(whole, Text.of("脆弱性対策統計データ", "Statistics"), documents.now(), asked.language());
        whole.putObject("dataTotal")
                .put("vulninfo", totals.entries())
                .put("vendor", totals.vendors())
                .put("product", totals.products());
        ObjectNode filter = whole.putObject("dataFilter");
        for (String name : Set.of("nameType", "productName", "cweId", "metricType", "pubStartDate", "pubEndDate")) {
            asked.text(name).ifPresent(value -> filter.put(name, value));
        }
        Map<Integer, Map<Integer, Row>> years = new TreeMap<>();
        table.rows()
                .forEach(row -> years.computeIfAbsent(row.period().year(), _ -> new TreeMap<>())
                        .put(row.period().first().getMonthValue(), row));
        ArrayNode data = whole.putArray("data");
        years.forEach((year, months) -> year(data.addObject().put("year", year), months));
        Outcome outcome = new Outcome(
                asked.echo(), "getStatistics", asked.language(), years.size(), years.size(), years.size(), 1, null);
        OkaDocuments.status(whole.putObject("status"), outcome);
        return json.writeValueAsBytes(whole);
    }

    private static void year(ObjectNode one, Map<Integer, Row> months) {
        one.put(
                "total_vulninfo",
                months.values().stream().mapToLong(Row::entries).sum());
        Severity[] falling = {Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.NONE};
        for (Severity severity : falling) {
            one.put(
                    "total_" + called(severity),
                    months.values().stream()
                            .mapToLong(row -> row.of(severity.name()))
                            .sum());
        }
        ObjectNode all = one.putObject("vulninfo");
        months.forEach((month, row) -> all.put(String.valueOf(month), row.entries()));
        Arrays.stream(falling).forEach(severity -> {
            ObjectNode each = one.putObject(called(severity));
            months.forEach((month, row) -> each.put(String.valueOf(month), row.of(severity.name())));
        });
    }

    private static String called(Severity severity) {
        return "severity_" + severity.name().toLowerCase(Locale.ROOT);
    }
}
