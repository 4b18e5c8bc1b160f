package tsukasa.budget.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tsukasa.budget.importing.SheetReading.Unusable;
import tsukasa.kernel.Text;

/// Which column of a file holds what, by its head. Columns with other heads are left alone.
record ImportColumns(Map<Head, Integer> at) {
    enum Head {
        MONTH("月", "Month", true, "月", "month", "年月"),
        ACCOUNT("勘定", "Account", true, "勘定", "account"),
        SEGMENT("セグメント", "Segment", true, "セグメント", "segment"),
        LINE("科目", "Item", true, "科目", "item", "line"),
        YEN("金額（円）", "Amount (yen)", true, "金額(円)", "金額", "amount(yen)", "amount", "yen"),
        NOTE("訂正の理由", "Reason of correction", false, "訂正の理由", "理由", "reasonofcorrection", "reason");

        private final Text title;
        private final boolean needed;
        private final List<String> names;

        Head(String ja, String en, boolean needed, String... names) {
            this.title = Text.of(ja, en);
            this.needed = needed;
            this.names = List.of(names);
        }

        Text title() {
            return title;
        }
    }

    static ImportColumns of(SheetRow head) throws Unusable {
        Map<Head, Integer> found = new EnumMap<>(Head.class);
        List<Integer> columns = new ArrayList<>(head.cells().keySet());
        columns.sort(null);
        for (int column : columns) {
            String name = Written.plain(head.cell(column).text())
                    .toLowerCase(Locale.ROOT)
                    .replace(" ", "");
            for (Head known : Head.values()) {
                if (known.names.contains(name) && found.put(known, column) != null) {
                    throw new Unusable(
                            Text.of(
                                    "見出し「" + known.title.ja() + "」が2つあります。",
                                    "The head " + known.title.en() + " stands twice."),
                            Text.of("1つにしてください。", "Keep one of them."));
                }
            }
        }
        List<Head> missing = java.util.Arrays.stream(Head.values())
                .filter(known -> known.needed && !found.containsKey(known))
                .toList();
        if (!missing.isEmpty()) {
            throw new Unusable(
                    Text.of(
                            head.number() + "行目に見出し「" + names(missing, true, "」「") + "」がありません。",
                            "Row " + head.number() + " has no head " + names(missing, false, ", ") + "."),
                    Text.of("ひな型の見出しをそのまま使ってください。", "Use the heads of the template as they are."));
        }
        return new ImportColumns(found);
    }

    private static String names(List<Head> heads, boolean japanese, String between) {
        return heads.stream()
                .map(head -> japanese ? head.title.ja() : head.title.en())
                .collect(Collectors.joining(between));
    }

    SheetCell cell(SheetRow row, Head head) {
        Integer column = at.get(head);
        return column == null ? SheetCell.of("", "") : row.cell(column);
    }
}
