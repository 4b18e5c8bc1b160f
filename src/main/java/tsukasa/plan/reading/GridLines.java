package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.reading.TableDraft.Entry;

/// Tables that kept their grid: HTML, or cells between `|`.
final class GridLines {
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)(?=<tr|</table|</tr|$)", Pattern.DOTALL);
    private static final Pattern CELL =
            Pattern.compile("<t[dh]([^>]*)>(.*?)(?=<t[dhr]\\b|</t[dhr]>|</table|$)", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("colspan=[\"']?([0-9]{1,2})");
    private static final Pattern RULE = Pattern.compile("[|:\\- ]+");
    private static final int LONGEST = 400_000;

    private GridLines() {}

    /// @param last index of the last line of the grid
    record Grid(List<String> columns, List<Entry> entries, int last) {}

    static Grid from(List<SourceLine> lines, int index) {
        return TableHeads.isHtml(lines.get(index).text()) ? html(lines, index) : piped(lines, index);
    }

    private static Grid html(List<SourceLine> lines, int index) {
        StringBuilder all = new StringBuilder();
        int last = index;
        for (int i = index; i < lines.size() && all.length() < LONGEST; i++) {
            all.append(lines.get(i).text()).append(' ');
            last = i;
            if (lines.get(i).text().toLowerCase(Locale.ROOT).contains("</table")) {
                break;
            }
        }
        List<List<String>> rows = new ArrayList<>();
        Matcher row = ROW.matcher(
                all.toString().replaceAll("(?i)<(/?)(t[drh]|table)\\b", "<$1$2").replace("<TD", "<td"));
        while (row.find()) {
            rows.add(cells(row.group(1)));
        }
        return grid(lines.get(index).number(), rows, last);
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
        List<List<String>> rows = new ArrayList<>();
        int last = index;
        for (int i = index; i < lines.size() && TableHeads.isPiped(lines.get(i).text()); i++) {
            String line = lines.get(i).text();
            last = i;
            if (!RULE.matcher(Characters.fold(line, line.length())).matches()) {
                rows.add(java.util.Arrays.stream(
                                line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(Characters::strip)
                        .toList());
            }
        }
        return grid(lines.get(index).number(), rows, last);
    }

    /// The first row without figures names the columns.
    private static Grid grid(int line, List<List<String>> rows, int last) {
        List<String> columns = List.of();
        List<Entry> entries = new ArrayList<>();
        for (List<String> row : rows) {
            int label = labelCells(row);
            boolean figures =
                    row.stream().skip(label).anyMatch(c -> Cells.values(c).isPresent());
            if (!figures && entries.isEmpty() && row.size() > 1 && !isHeading(row)) {
                columns = row.subList(1, row.size()).stream()
                        .filter(c -> !c.isEmpty())
                        .filter(c -> !Characters.compact(c).equals("金額"))
                        .toList();
            } else if (!row.isEmpty()) {
                entries.add(entry(line, row, label, figures));
            }
        }
        return new Grid(columns, entries, last);
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
