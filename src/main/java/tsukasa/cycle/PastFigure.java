package tsukasa.cycle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;

/// 印刷された値（記入）: what a report of an earlier year prints, as somebody entered it; the latest version holds.
///
/// @param subject a threshold, `SEC-1.a`, or the place of an evaluated item, `Ⅰ-1`
/// @param said    nothing where it was taken back
/// @param source  in words, such as the report's name and page
/// @param why     the reason of a correction
/// @param version counted from 1
public record PastFigure(
        String subject,
        FiscalYear year,
        Said said,
        String source,
        Optional<String> why,
        int version,
        UUID by,
        String byName,
        Instant at) {

    /// Target and value of a threshold; budget and settlement of an item in yen, and how many people worked on it.
    public record Said(
            Optional<Fraction> target,
            Optional<Fraction> value,
            Optional<Long> budget,
            Optional<Long> settlement,
            Optional<Integer> staff) {
        public static final Said NOTHING =
                new Said(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public static Said output(Optional<Fraction> target, Optional<Fraction> value) {
            return new Said(target, value, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Said input(Optional<Long> budget, Optional<Long> settlement, Optional<Integer> staff) {
            return new Said(Optional.empty(), Optional.empty(), budget, settlement, staff);
        }

        public boolean money() {
            return budget.isPresent() || settlement.isPresent();
        }
    }

    /// @param read the version the writer had before them, 0 for none: if another came since, nothing is entered
    public record Entry(String subject, FiscalYear year, Said said, String source, Optional<String> why, int read) {}
}
