package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.reading.TableDraft.Entry;

/// Tables that kept their grid: HTML, or cells between `|`.
final class GridLines {
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)(?=<tr|</table|</tr|$)", Pattern.DOTALL);
    private static final Pattern CELL =
            Pattern.compile("<t[dh]([^>]*)>(.*?)(?=<t[dhr]\\b|</t[dhr]>|</table|$)", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,400}>");
    private static final Pattern SPAN = Pattern.compile("colspan=[\"']?([0-9]{1,2})");
    private static final Pattern RULE = Pattern.compile("[|:\\- ]+");
    private static final int LONGEST = 400_000;

    private GridLines() {}

    /// @param around words beside the grid in its lines, such as a caption
    /// @param last   index of the last line of the grid
    record Grid(List<String> columns, List<Entry> entries, List<String> around, int last) {}

    private record Row(int line, List<String> cells) {}

    static Grid from(List<SourceLine> lines, int index) {
        return TableHeads.isHtml(lines.get(index).text()) ? html(lines, index) : piped(lines, index);
    }

    private static Grid html(List<SourceLine> lines, int index) {
        StringBuilder all = new StringBuilder();
        NavigableMap<Integer, Integer> numbers = new TreeMap<>();
        int last = index;
        for (int i = index; i < lines.size() && all.length() < LONGEST; i++) {
            numbers.put(all.length(), lines.get(i).number());
            all.append(lines.get(i).text()).append(' ');
            last = i;
            if (lines.get(i).text().toLowerCase(Locale.ROOT).contains("</table")) {
                break;
            }
        }
        String text = TAG.matcher(all).replaceAll(tag -> tag.group().toLowerCase(Locale.ROOT));
        List<Row> rows = new ArrayList<>();
        StringBuilder around = new StringBuilder();
        Matcher row = ROW.matcher(text);
        int from = 0;
        while (row.find()) {
            int line = numbers.floorEntry(row.start()).getValue();
            List<String> cells = cells(row.group(1));
            if (cells.isEmpty()) {
                continue;
            }
            around.append(text, from, row.start());
            rows.add(new Row(line, cells));
            from = row.end();
        }
        around.append(text.substring(from));
        String beside = text(around.toString());
        return grid(rows, beside.isEmpty() ? List.of() : List.of(beside), last);
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(row);
        while (cell.find()) {
            cells.add(text(cell.group(2)));
            Matcher span = SPAN.matcher(cell.group(1));
            for (int i = span.find() ? Integer.parseInt(span.group(1)) : 1; i > 1; i--) {
                cells.add("");
            }
        }
        return cells;
    }

    private static String text(String html) {
        return Characters.strip(html.replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", " ")
                .replace("&minus;", "－")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&"));
    }

    private static Grid piped(List<SourceLine> lines, int index) {
        List<Row> rows = new ArrayList<>();
        int last = index;
        for (int i = index; i < lines.size() && TableHeads.isPiped(lines.get(i).text()); i++) {
            String line = lines.get(i).text();
            last = i;
            if (!RULE.matcher(Characters.fold(line, line.length())).matches()) {
                rows.add(new Row(
                        lines.get(i).number(),
                        java.util.Arrays.stream(
                                        line.substring(1, line.length() - 1).split("\\|", -1))
                                .map(Characters::strip)
                                .toList()));
            }
        }
        return grid(rows, List.of(), last);
    }

    /// The first row without figures names the columns.
    private static Grid grid(List<Row> rows, List<String> around, int last) {
        List<String> columns = List.of();
        List<Entry> entries = new ArrayList<>();
        for (Row one : rows) {
            List<String> row = one.cells();
            int label = labelCells(row);
            boolean figures =
                    row.stream().skip(label).anyMatch(c -> Cells.values(c).isPresent());
            if (!figures && entries.isEmpty() && row.size() > 1 && !isHeading(row)) {
                columns = row.subList(1, row.size()).stream()
                        .filter(c -> !c.isEmpty())
                        .filter(c -> !Characters.compact(c).equals("金額"))
                        .toList();
            } else if (!row.isEmpty()) {
                entries.add(entry(one.line(), row, label, figures));
            }
        }
        return new Grid(columns, entries, around, last);
    }

    /// 収入 with empty cells beside it heads rows, not columns.
    private static boolean isHeading(List<String> row) {
        return row.stream().skip(1).allMatch(String::isEmpty);
    }

    private static int labelCells(List<String> row) {
        int label = 0;
        while (label < row.size() - 1
                && Cells.values(row.get(label)).isEmpty()
                && row.get(label).isEmpty()) {
            label++;
        }
        return Math.min(label + 1, row.size());
    }

    private static Entry entry(int line, List<String> row, int label, boolean figures) {
        String text = String.join("", row.subList(0, label));
        List<Cells.Value> values = row.stream()
                .skip(label)
                .filter(c -> figures)
                .map(GridLines::value)
                .toList();
        return new Entry(line, 0, text, text, values);
    }

    private static Cells.Value value(String cell) {
        Optional<List<Cells.Value>> values = Cells.values(cell);
        return values.filter(v -> v.size() == 1)
                .map(List::getFirst)
                .orElse(new Cells.Value(new Cell.Blank(), cell, false));
    }
}
