package tsukasa.myjvn.hnd;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.Statistics.Row;
import tsukasa.vulnerability.Statistics.Table;
import tsukasa.vulnerability.Statistics.Totals;
import tsukasa.vulnerability.Weakness;
import tsukasa.vulnerability.Weaknesses;

/// Counts by period. By severity only what has a score of version 3 is counted, so that the parts add up to the whole.
@Component
class StatisticsDocument {
    private static final Text ALL = Text.of("登録件数", "Number of entries");
    private static final Text SEVERITY = Text.of("CVSS v3 の深刻度", "Severity by CVSS v3");
    private final Weaknesses weaknesses;

    StatisticsDocument(Weaknesses weaknesses) {
        this.weaknesses = weaknesses;
    }

    /// What is not asked is null.
    record Counted(
            Totals totals,
            @Nullable Table all,
            @Nullable Table scored,
            @Nullable Table weak,
            @Nullable String cwe) {
        Stream<Table> tables() {
            return Stream.of(all, scored, weak).filter(Objects::nonNull).map(Objects::requireNonNull);
        }
    }

    byte[] write(Counted counted, Language language, Map<String, String> echo) {
        int rows = counted.tables().mapToInt(table -> table.rows().size()).max().orElse(0);
        long most = counted.tables()
                .flatMap(table -> table.rows().stream())
                .mapToLong(Row::entries)
                .max()
                .orElse(0);
        Outcome outcome = new Outcome(echo, language, StatisticsAsked.MOST, rows, rows, 1, null);
        if (rows == 0) {
            return outcome.alone();
        }
        return Xml.bytes(xml -> {
            ResultElement.open(xml);
            parts(xml, counted);
            outcome.write(xml, "retMaxCnt", Long.toString(most));
            xml.close();
        });
    }

    private void parts(Xml xml, Counted counted) {
        if (counted.all() != null) {
            xml.open("mjstat:sumJvnDb");
            head(xml, ALL, counted.totals());
            counted.all().rows().forEach(row -> row(xml, row));
            xml.close();
        }
        if (counted.scored() != null) {
            xml.open("mjstat:sumCvss");
            head(xml, SEVERITY, counted.totals());
            counted.scored().rows().forEach(row -> scored(xml, row));
            xml.close();
        }
        String cwe = counted.cwe();
        if (counted.weak() != null && cwe != null) {
            xml.open("mjstat:sumCwe", "cweId", cwe);
            head(xml, weaknesses.find(cwe).map(Weakness::name).orElse(Text.same(cwe)), counted.totals());
            counted.weak().rows().forEach(row -> row(xml, row));
            xml.close();
        }
    }

    private static void head(Xml xml, Text title, Totals totals) {
        xml.text("mjstat:title", title.ja(), "xml:lang", "ja")
                .text("mjstat:title", title.en(), "xml:lang", "en-US")
                .empty(
                        "mjstat:resDataTotal",
                        "vulinfo",
                        Long.toString(totals.entries()),
                        "vendor",
                        Long.toString(totals.vendors()),
                        "product",
                        Long.toString(totals.products()));
    }

    private static void row(Xml xml, Row row) {
        xml.empty("mjstat:resData", "date", row.period().toString(), "cntAll", Long.toString(row.entries()));
    }

    private static void scored(Xml xml, Row row) {
        long all = Stream.of(Severity.values())
                .mapToLong(severity -> row.of(severity.name()))
                .sum();
        xml.empty(
                "mjstat:resData",
                "date",
                row.period().toString(),
                "cntAll",
                Long.toString(all),
                "cntC",
                count(row, Severity.CRITICAL),
                "cntH",
                count(row, Severity.HIGH),
                "cntM",
                count(row, Severity.MEDIUM),
                "cntL",
                count(row, Severity.LOW),
                "cntN",
                count(row, Severity.NONE));
    }

    private static String count(Row row, Severity severity) {
        return Long.toString(row.of(severity.name()));
    }
}
