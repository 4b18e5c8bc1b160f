package tsukasa.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

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

        /// As it stands in an address.
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads what a query asks for: the step (blank means the last), a search, a dimension, and an order such as `date`
    /// or `-amount`, the minus standing for largest first.
    public static RowSelection parse(String step, String search, String dimension, String order, int steps) {
        boolean plain = search.length() <= 200 && dimension.length() <= 200;
        if (!plain || search.indexOf(0) >= 0 || dimension.indexOf(0) >= 0) {
            throw Problem.invalid(
                    Text.of("検索の言葉が長すぎるか、使えない文字を含みます。", "The search is too long or has unusable characters."),
                    Text.of("200字以内にしてください。", "Use at most 200 characters."));
        }
        boolean descending = order.isBlank() || order.startsWith("-");
        return new RowSelection(
                step(step, steps),
                Optional.of(search.strip()).filter(s -> !s.isEmpty()),
                Optional.of(dimension.strip()).filter(d -> !d.isEmpty()),
                order(order.startsWith("-") ? order.substring(1) : order),
                descending);
    }

    private static int step(String typed, int steps) {
        if (typed.isBlank()) {
            return Math.max(1, steps);
        }
        if (!typed.matches("[1-9][0-9]?") || Integer.parseInt(typed) > steps) {
            throw Problem.invalid(
                    Text.of("その数え方の段階はありません。", "There is no such counting step."),
                    Text.of("1から" + steps + "までにしてください。", "Choose from 1 to " + steps + "."));
        }
        return Integer.parseInt(typed);
    }

    private static Order order(String typed) {
        if (typed.isBlank()) {
            return Order.DATE;
        }
        return Arrays.stream(Order.values())
                .filter(order -> order.parameter().equals(typed))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        Text.of("その順には並べられません。", "Rows cannot be put in that order."),
                        Text.of(
                                "id、subject、date、dimension、amount、recordedのどれかにしてください。",
                                "Use id, subject, date, dimension, amount or recorded.")));
    }

    /// The newest rows of one step.
    public static RowSelection ofStep(int step) {
        return new RowSelection(step, Optional.empty(), Optional.empty(), Order.DATE, true);
    }
}
