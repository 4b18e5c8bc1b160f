package tsukasa.plan.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import tsukasa.plan.Accounts;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Column;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.MoneyTable.Row;

/// Reads the tables of `tables.yaml`, cell by cell: nil, zero and blank stay three different things.
final class TableReader {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,19}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_.-]{0,79}");
    private static final Pattern CELL = Pattern.compile("nil|blank|-?\\d{1,15}");
    private static final String CELL_REMEDY =
            "write a whole number; nil for －, 0 for ０, blank where nothing is printed";
    private static final String VALUE = "value";
    private static final long MOST_MILLIONS = 999_999_999_999L;
    private static final Map<String, Kind> KINDS =
            Map.of("budget", Kind.BUDGET, "income", Kind.INCOME, "cash", Kind.CASH);

    private final Accounts accounts;
    private final Set<String> ids = new HashSet<>();

    TableReader(Accounts accounts) {
        this.accounts = accounts;
    }

    MoneyTable read(Entry entry) {
        Fields fields = entry.fields("id", "kind", "account", "title", "columns", "rows", "notes");
        String id = fields.text("id", ID, "?", "write the number of the annex, such as 1-4");
        unique(ids, id, fields.spot("id"), entry.problems());
        Set<String> columns = new HashSet<>();
        List<Column> heads = fields.list("columns").stream()
                .map(column -> column(column, columns))
                .toList();
        Set<String> rows = new HashSet<>();
        return new MoneyTable(
                id,
                fields.oneOf("kind", KINDS, Kind.BUDGET),
                fields.entry("account").map(this::account).orElse(Accounts.TOTAL),
                fields.words("title"),
                heads,
                fields.list("rows").stream()
                        .map(row -> row(row, heads.size(), rows))
                        .toList(),
                fields.wordsList("notes"));
    }

    private String account(Entry entry) {
        String id = entry.text();
        if (!id.equals(Accounts.TOTAL)
                && !id.equals("?")
                && accounts.account(id).isEmpty()) {
            entry.wrong("there is no account " + Problems.quote(id), "add it to `accounts`, or write total");
        }
        return id;
    }

    private Column column(Entry entry, Set<String> seen) {
        Fields fields = entry.fields("code", "title");
        String code = fields.text("code");
        unique(seen, code, fields.spot("code"), entry.problems());
        boolean known = code.equals(VALUE)
                || code.equals(Accounts.TOTAL)
                || code.equals("?")
                || accounts.segment(code).isPresent();
        if (!known) {
            entry.problems()
                    .add(
                            fields.spot("code"),
                            "there is no segment " + Problems.quote(code),
                            "add it to `segments`, or write value or total");
        }
        return new Column(code, fields.words("title"));
    }

    private static Row row(Entry entry, int columns, Set<String> seen) {
        Fields fields = entry.fields("code", "label", "depth", "cells");
        String code = fields.text("code", CODE, "?", "write a code such as rev.grant");
        unique(seen, code, fields.spot("code"), entry.problems());
        List<Cell> cells = fields.list("cells").stream().map(TableReader::cell).toList();
        if (cells.size() != columns && fields.ifAny("cells").isPresent()) {
            entry.problems()
                    .add(
                            fields.spot("cells"),
                            "the row " + Problems.quote(code) + " has " + cells.size() + " cells, the table " + columns
                                    + " columns",
                            "write one cell for each column; nil for －, 0 for ０, blank where nothing is printed");
        }
        return new Row(code, fields.words("label"), (int) fields.whole("depth", 0, 9), cells);
    }

    private static Cell cell(Entry entry) {
        if (entry.node().getTag().equals(Tag.NULL)) {
            entry.wrong("a cell is empty", CELL_REMEDY);
            return new Cell.Nil();
        }
        return switch (entry.text(CELL, "nil", CELL_REMEDY)) {
            case "nil" -> new Cell.Nil();
            case "blank" -> new Cell.Blank();
            default -> new Cell.Figure(entry.whole(-MOST_MILLIONS, MOST_MILLIONS));
        };
    }

    private static void unique(Set<String> seen, String id, Spot spot, Problems problems) {
        if (!id.equals("?") && !seen.add(id)) {
            problems.add(spot, Problems.quote(id) + " is there twice", "give each its own");
        }
    }
}
