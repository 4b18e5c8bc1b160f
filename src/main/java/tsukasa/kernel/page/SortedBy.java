package tsukasa.kernel.page;

/// By which column a table is sorted, read from `?sort=name` or `?sort=-name`.
public record SortedBy(String column, boolean descending) {
    public static SortedBy read(String parameter) {
        return parameter.startsWith("-") ? new SortedBy(parameter.substring(1), true) : new SortedBy(parameter, false);
    }

    /// What a click on a column's head asks for: the column ascending, or the other direction if it is sorted already.
    public String next(String clicked) {
        return clicked.equals(column) && !descending ? "-" + clicked : clicked;
    }

    /// The `aria-sort` of a column, absent when it is not the sorted one.
    public @org.jspecify.annotations.Nullable String aria(String name) {
        return name.equals(column) ? (descending ? "descending" : "ascending") : null;
    }
}
