package tsukasa.plan;

import tsukasa.kernel.Fraction;

/// What a person puts right in a reading. The text itself is never changed.
public sealed interface ReadingCorrection {
    /// Stands at another place; what stands below it moves along.
    record Placed(Place place, Place to) implements ReadingCorrection {}

    /// An indicator that was taken for an item, or the other way round.
    record Roled(Place place, PlanDocument.Role role) implements ReadingCorrection {}

    record Titled(Place place, String title) implements ReadingCorrection {}

    /// No item at all: its words belong to the item above.
    record Joined(Place place) implements ReadingCorrection {}

    /// @param number which of the indicator's targets, from 0; one more than there are adds one
    record Targeted(Place indicator, int number, Threshold.Comparator comparator, Fraction value, String unit)
            implements ReadingCorrection {}

    /// The indicator has one target less.
    record Untargeted(Place indicator, int number) implements ReadingCorrection {}

    record Celled(String table, String row, String column, MoneyTable.Cell cell) implements ReadingCorrection {}

    /// The fiscal year, where the text does not say it.
    record Dated(int year) implements ReadingCorrection {}

    /// A doubt was looked at: the reader was right, or something else took care of it.
    ///
    /// @param doubt its key
    record Settled(String doubt, String note) implements ReadingCorrection {}
}
