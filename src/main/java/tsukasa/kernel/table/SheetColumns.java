package tsukasa.kernel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.SheetReading.Unusable;

/// Which column of a file holds what, by its head. Columns with other heads are left alone.
///
/// @param named whether the first row is a row of heads
public record SheetColumns<H extends Enum<H> & SheetColumns.Head>(Map<H, Integer> at, boolean named) {
    /// One column a kind of file knows.
    public interface Head {
        Name column();

        default Text title() {
            return column().title();
        }

        default boolean needed() {
            return column().needed();
        }

        default List<String> names() {
            return column().written();
        }
    }

    /// @param needed  without it nothing can be read
    /// @param written how people write it: plain, in small letters, without spaces
    public record Name(Text title, boolean needed, List<String> written) {
        public Name {
            written = List.copyOf(written);
        }

        public static Name of(String ja, String en, boolean needed, String... written) {
            return new Name(Text.of(ja, en), needed, List.of(written));
        }
    }

    public static <H extends Enum<H> & Head> SheetColumns<H> of(Class<H> kind, SheetRow head) throws Unusable {
        Map<H, Integer> found = found(kind, head);
        List<H> missing = Arrays.stream(kind.getEnumConstants())
                .filter(known -> known.needed() && !found.containsKey(known))
                .toList();
        if (!missing.isEmpty()) {
            throw new Unusable(
                    Text.of(
                            head.number() + "行目に見出し「" + names(missing, true, "」「") + "」がありません。",
                            "Row " + head.number() + " has no head " + names(missing, false, ", ") + "."),
                    Text.of("ひな型の見出しをそのまま使ってください。", "Use the heads of the template as they are."));
        }
        return new SheetColumns<>(found, true);
    }

    /// The same, but rows that were copied without their heads stand in the order of the template. One head alone is
    /// none: 課題 may be all that somebody wrote into a cell.
    public static <H extends Enum<H> & Head> SheetColumns<H> inOrder(Class<H> kind, SheetRow first) throws Unusable {
        if (found(kind, first).size() > 1) {
            return of(kind, first);
        }
        Map<H, Integer> order = new EnumMap<>(kind);
        for (H head : kind.getEnumConstants()) {
            order.put(head, head.ordinal());
        }
        return new SheetColumns<>(order, false);
    }

    private static <H extends Enum<H> & Head> Map<H, Integer> found(Class<H> kind, SheetRow head) throws Unusable {
        Map<H, Integer> found = new EnumMap<>(kind);
        List<Integer> columns = new ArrayList<>(head.cells().keySet());
        columns.sort(null);
        for (int column : columns) {
            String name = head.cell(column).plain().toLowerCase(Locale.ROOT).replace(" ", "");
            for (H known : kind.getEnumConstants()) {
                if (known.names().contains(name) && found.put(known, column) != null) {
                    throw new Unusable(
                            Text.of(
                                    "見出し「" + known.title().ja() + "」が2つあります。",
                                    "The head " + known.title().en() + " stands twice."),
                            Text.of("1つにしてください。", "Keep one of them."));
                }
            }
        }
        return found;
    }

    private static String names(List<? extends Head> heads, boolean japanese, String between) {
        return heads.stream()
                .map(head -> japanese ? head.title().ja() : head.title().en())
                .collect(Collectors.joining(between));
    }

    public SheetCell cell(SheetRow row, H head) {
        Integer column = at.get(head);
        return column == null ? SheetCell.of("", "") : row.cell(column);
    }
}
