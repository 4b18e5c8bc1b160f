package tsukasa.plan;

import java.util.Optional;

/// Which rows of a count, and in which order.
///
/// @param step      rows that got through this many steps, from 1
/// @param search    part of the subject or the row's id, letter case aside
/// @param dimension exactly this one
public record RowSelection(
        int step, Optional<String> search, Optional<String> dimension, Order order, boolean descending) {
    public enum Order {
        ID("row_id"),
        SUBJECT("subject"),
        DATE("occurred_on"),
        DIMENSION("dimension"),
        AMOUNT("amount"),
        RECORDED("recorded_at");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }
    }

    /// The newest rows of one step.
    public static RowSelection ofStep(int step) {
        return new RowSelection(step, Optional.empty(), Optional.empty(), Order.DATE, true);
    }
}
