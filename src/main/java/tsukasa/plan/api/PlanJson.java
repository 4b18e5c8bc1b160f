package tsukasa.plan.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;

/// The shapes in which the plan leaves the platform. They stay as they are when the inside changes.
final class PlanJson {
    private PlanJson() {}

    /// Exact; `decimal` is rounded to six places and only for reading.
    record Exact(BigInteger numerator, BigInteger denominator, BigDecimal decimal) {
        static Exact of(Fraction fraction) {
            BigDecimal decimal = fraction.decimal(6).stripTrailingZeros();
            return new Exact(
                    fraction.numerator(), fraction.denominator(), decimal.scale() < 0 ? decimal.setScale(0) : decimal);
        }
    }

    record PlanSummary(String id, int year, Text title, Text agency, String address) {}

    record Service(Text title, String address) {}

    record Item(
            String place,
            String anchor,
            String level,
            Text title,
            Optional<String> department,
            Optional<Service> service,
            Optional<Text> outcome,
            Optional<String> repeats,
            List<String> indicators,
            boolean none,
            String address) {}

    /// @param comparator `>=`, `<=`, `=`, `range`, `by`, `baseline`
    record Target(String id, List<String> places, Text title, String comparator, String value, Text unit, Text note) {}

    /// @param kind   ORIGINAL, AMENDED or REPLACED
    /// @param reason empty for the first
    record Version(int number, String kind, Instant at, String reason, String digest, String address) {}

    record Department(String id, Text title) {}

    record Grade(String grade, Exact from, boolean needsQuality, Text meaning) {}

    record Grading(Text authority, String standard, List<Grade> rules) {}

    /// One place with what belongs to it: what stands above and below, and the numbers of its section.
    record PlaceDetail(
            String plan,
            Item item,
            Optional<String> above,
            List<Item> below,
            List<Target> targets,
            List<Standing> standings) {}

    record WholePlan(
            String id,
            int year,
            Text title,
            Text agency,
            Text legalBasis,
            String digest,
            List<Department> departments,
            List<Item> items,
            List<Target> targets,
            Grading grading,
            List<Text> notes) {}

    record Forecast(Exact value, Exact low, Exact high, Text method) {}

    record Unavailable(Text what, Text next) {}

    record Standing(
            String threshold,
            String indicator,
            Text title,
            String kind,
            Text unit,
            String comparator,
            Exact target,
            LocalDate asOf,
            Optional<Exact> value,
            Optional<Exact> expected,
            Optional<Forecast> forecast,
            String status,
            Optional<Unavailable> problem,
            String address) {}

    record Standings(String plan, LocalDate asOf, List<Standing> thresholds) {}

    record Step(int step, Text title, long rows, BigInteger amount, Optional<BigInteger> denominator) {}

    record Month(LocalDate day, Optional<Exact> value, Optional<Exact> expected) {}

    record Definition(String file, int version, String sql, List<String> sources) {}

    record CountedThreshold(
            Standing standing,
            Definition definition,
            List<Text> scope,
            List<Text> readings,
            Text pace,
            List<Step> steps,
            List<Part> parts,
            List<Month> history) {}

    /// Of the counted rows, those of one dimension: a prefecture by its code of JIS X 0401, or a word.
    record Part(Optional<String> dimension, long rows, BigInteger amount, BigInteger denominator) {}

    /// Reported, never a target: counted, or a figure printed in the plan.
    record Reference(String id, Text title, Text unit, Optional<Exact> value, boolean counted) {}

    record Quality(Text verified, Text sources, Text accuracy, Text limitations, Text compensation) {}

    record IndicatorDetail(
            String id,
            String place,
            Text title,
            Text definition,
            String status,
            LocalDate asOf,
            Optional<Instant> knownAt,
            List<String> flags,
            List<CountedThreshold> thresholds,
            List<Reference> references,
            Quality quality) {}

    record Row(
            String id,
            Optional<String> subject,
            Optional<LocalDate> occurredOn,
            Optional<String> dimension,
            long amount,
            Optional<Long> denominator,
            Optional<String> link,
            Optional<Instant> recordedAt) {}

    record Rows(String threshold, int step, LocalDate asOf, int page, int size, long total, List<Row> rows) {}

    record TableSummary(String id, String kind, String account, Text title, String address) {}

    /// `million` is null for `－`, nothing planned, and for a heading without a value.
    record Cell(String kind, Optional<Long> million) {}

    record TableRow(String code, Text label, int depth, List<Cell> cells) {}

    record Column(String code, Text title) {}

    record Check(String scope, String row, String column, String rule, long stated, long computed, String verdict) {}

    record Table(
            String id,
            String kind,
            String account,
            Text title,
            String unit,
            List<Column> columns,
            List<TableRow> rows,
            List<Check> checks,
            List<Text> notes) {}
}
