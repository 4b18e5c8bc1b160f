package tsukasa.plan.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsukasa.kernel.Text;
import tsukasa.plan.Accounts;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Column;
import tsukasa.plan.Plan;

/// `tables.yaml`: accounts, segments, personnel estimates and the tables themselves.
final class TableFile {
    private static final String TOTAL = "total";
    private static final Pattern PERSONNEL = Pattern.compile("([0-9][0-9,]*)百万円(?:\\(([^)]*)\\))?を支出");
    private static final Pattern PART = Pattern.compile("([^0-9、,()]+)([0-9][0-9,]*)百万円");

    private TableFile() {}

    static String of(List<MoneyTable> tables, LabelDictionary dictionary, Optional<Plan> before) {
        StringBuilder yaml =
                new StringBuilder("# In millions of yen. nil is －, 0 is ０, blank is a heading without a figure.\n");
        appendAccounts(yaml, tables, before);
        appendSegments(yaml, tables, before);
        appendPersonnel(yaml, tables, dictionary);
        yaml.append("tables:\n");
        tables.forEach(t -> appendTable(yaml, t));
        return yaml.toString();
    }

    private static List<Column> segments(MoneyTable table) {
        return table.columns().stream()
                .filter(c -> !c.code().equals("value") && !c.code().equals(TOTAL))
                .toList();
    }

    private static void appendAccounts(StringBuilder yaml, List<MoneyTable> tables, Optional<Plan> before) {
        Map<String, MoneyTable> accounts = new LinkedHashMap<>();
        tables.stream().filter(t -> !t.account().equals(TOTAL)).forEach(t -> accounts.putIfAbsent(t.account(), t));
        yaml.append(accounts.isEmpty() ? "" : "accounts:\n");
        accounts.forEach((id, table) -> {
            String list = segments(table).stream().map(Column::code).collect(Collectors.joining(", "));
            Optional<Accounts.Account> earlier =
                    before.flatMap(p -> p.accounts().account(id));
            yaml.append("  - {id: %s, title: %s%s%s}\n"
                    .formatted(
                            id,
                            YamlText.words(
                                    earlier.map(Accounts.Account::title).orElseGet(() -> accountTitle(table.title()))),
                            list.isEmpty() ? "" : ", segments: [" + list + "]",
                            earlier.map(a -> CarriedOver.sections(a.sections())).orElse("")));
        });
    }

    /// `予算（一般勘定）` → 一般勘定
    private static Text accountTitle(Text title) {
        String ja = title.ja().replaceAll("^[^（(]*[（(]|[）)]\\s*$", "");
        String en = title.en().replaceAll("^[^,]*, ", "");
        return Text.of(ja.isBlank() ? title.ja() : ja, en.isBlank() ? title.en() : en);
    }

    private static void appendSegments(StringBuilder yaml, List<MoneyTable> tables, Optional<Plan> before) {
        Map<String, Text> segments = new LinkedHashMap<>();
        tables.forEach(t -> segments(t).forEach(c -> segments.putIfAbsent(c.code(), c.title())));
        yaml.append(segments.isEmpty() ? "" : "segments:\n");
        segments.forEach((id, title) -> {
            Optional<Accounts.Segment> earlier =
                    before.flatMap(p -> p.accounts().segment(id));
            yaml.append("  - {id: %s, title: %s%s}\n"
                    .formatted(
                            id,
                            YamlText.words(earlier.map(Accounts.Segment::title).orElse(title)),
                            earlier.map(s -> CarriedOver.sections(s.sections())).orElse("")));
        });
    }

    private static void appendPersonnel(StringBuilder yaml, List<MoneyTable> tables, LabelDictionary dictionary) {
        StringBuilder estimates = new StringBuilder();
        for (MoneyTable table : tables) {
            for (Text note : table.notes()) {
                Matcher matcher = PERSONNEL.matcher(Characters.compact(note.ja()));
                if (note.ja().contains("人件費") && matcher.find()) {
                    estimates.append("  - {table: %s, account: %s, millions: %s%s}\n"
                            .formatted(
                                    YamlText.quoted(table.id()),
                                    table.account(),
                                    matcher.group(1).replace(",", ""),
                                    parts(Optional.ofNullable(matcher.group(2)), table, dictionary)));
                }
            }
        }
        yaml.append(estimates.isEmpty() ? "" : "personnel:\n" + estimates);
    }

    private static String parts(Optional<String> list, MoneyTable table, LabelDictionary dictionary) {
        Matcher matcher = PART.matcher(list.orElse(""));
        StringBuilder parts = new StringBuilder();
        while (matcher.find()) {
            String code = dictionary
                    .column(matcher.group(1))
                    .map(LabelDictionary.Name::code)
                    .orElseGet(() -> LabelDictionary.inventedCode("c", matcher.group(1)));
            if (table.columnIndex(code) >= 0) {
                parts.append(parts.isEmpty() ? "" : ", ")
                        .append(code)
                        .append(": ")
                        .append(matcher.group(2).replace(",", ""));
            }
        }
        return parts.isEmpty() ? "" : ", segments: {" + parts + "}";
    }

    private static void appendTable(StringBuilder yaml, MoneyTable table) {
        yaml.append("  - id: ").append(YamlText.quoted(table.id())).append('\n');
        yaml.append("    kind: ")
                .append(table.kind().name().toLowerCase(java.util.Locale.ROOT))
                .append('\n');
        yaml.append("    account: ").append(table.account()).append('\n');
        yaml.append("    title: ").append(YamlText.words(table.title())).append('\n');
        yaml.append("    columns:\n");
        table.columns()
                .forEach(c ->
                        yaml.append("      - {code: %s, title: %s}\n".formatted(c.code(), YamlText.words(c.title()))));
        yaml.append("    rows:\n");
        for (MoneyTable.Row row : table.rows()) {
            String cells = row.cells().stream().map(TableFile::cell).collect(Collectors.joining(", "));
            yaml.append("      - {code: %s, label: %s, depth: %d, cells: [%s]}\n"
                    .formatted(row.code(), YamlText.words(row.label()), row.depth(), cells));
        }
        if (!table.notes().isEmpty()) {
            yaml.append("    notes:\n");
            table.notes()
                    .forEach(n ->
                            yaml.append("      - ").append(YamlText.words(n)).append('\n'));
        }
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> Long.toString(millions);
            case Cell.Nil nil -> "nil";
            case Cell.Blank blank -> "blank";
        };
    }
}
