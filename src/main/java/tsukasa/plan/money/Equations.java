package tsukasa.plan.money;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.TableCheck.Scope;
import tsukasa.plan.money.Equation.Term;
import tsukasa.plan.money.IdentityRules.Part;
import tsukasa.plan.money.IdentityRules.Relation;
import tsukasa.plan.money.IdentityRules.Row;
import tsukasa.plan.money.IdentityRules.SignedRow;
import tsukasa.plan.money.IdentityRules.Within;

/// Applies the rules to the tables of one plan.
final class Equations {
    private static final String SINGLE_COLUMN = "value";
    /// A second row of the same name is called `rev.total-2`.
    private static final Pattern REPEATED = Pattern.compile("-[0-9]+$");

    private final IdentityRules rules;
    private final List<MoneyTable> tables;

    private Equations(IdentityRules rules, List<MoneyTable> tables) {
        this.rules = rules;
        this.tables = tables;
    }

    static List<Equation> of(IdentityRules rules, List<MoneyTable> tables) {
        Equations equations = new Equations(rules, tables);
        List<Equation> found = new ArrayList<>();
        for (MoneyTable table : tables) {
            found.addAll(equations.within(table));
            found.addAll(equations.segments(table));
            found.addAll(equations.accounts(table));
        }
        found.addAll(equations.relations());
        return found;
    }

    private List<Equation> within(MoneyTable table) {
        List<Equation> found = new ArrayList<>();
        for (Within rule : rules.within()) {
            if (rule.kind() == table.kind() && applies(rule, table)) {
                List<SignedCode> parts = partsOf(rule, table);
                table.columns()
                        .forEach(c -> sum(table, rule.total(), c.code(), parts).ifPresent(found::add));
            }
        }
        return found;
    }

    private static boolean applies(Within rule, MoneyTable table) {
        return rule.with().map(row -> printsFigures(table, row)).orElse(true)
                && rule.without().map(row -> !printsFigures(table, row)).orElse(true);
    }

    private static boolean printsFigures(MoneyTable table, String row) {
        return table.row(row)
                .map(r -> r.cells().stream().anyMatch(c -> !(c instanceof Cell.Blank)))
                .orElse(false);
    }

    private record SignedCode(String code, int sign) {}

    private List<SignedCode> partsOf(Within rule, MoneyTable table) {
        List<SignedCode> parts = new ArrayList<>();
        for (Part part : rule.parts()) {
            table.rows().stream()
                    .map(MoneyTable.Row::code)
                    .filter(code -> matches(part.pattern(), code))
                    .filter(code -> !rule.except().contains(code))
                    .forEach(code -> parts.add(new SignedCode(code, part.sign())));
        }
        return parts;
    }

    /// `rev.*` takes the rows one step below `rev`; deeper rows are parts of those.
    private boolean matches(String pattern, String code) {
        if (!pattern.endsWith(".*")) {
            return pattern.equals(code);
        }
        String prefix = pattern.substring(0, pattern.length() - 1);
        String rest = code.startsWith(prefix) ? code.substring(prefix.length()) : "";
        String name = REPEATED.matcher(rest).replaceFirst("");
        return !rest.isEmpty() && rest.indexOf('.') < 0 && !rules.aggregates().contains(name);
    }

    /// Nothing to check where the total is not printed, or a part is missing from the text.
    private static Optional<Equation> sum(MoneyTable table, String total, String column, List<SignedCode> parts) {
        Optional<Long> stated = printed(table, total, column);
        List<Term> terms = new ArrayList<>();
        for (SignedCode part : parts) {
            Optional<Long> amount = printed(table, part.code(), column);
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            terms.add(new Term(new CellRef(table.id(), part.code(), column), part.sign(), amount.get()));
        }
        if (stated.isEmpty() || terms.isEmpty()) {
            return Optional.empty();
        }
        String rule =
                parts.stream().map(p -> (p.sign() < 0 ? "-" : "") + p.code()).collect(Collectors.joining(" + "));
        return Optional.of(new Equation(
                Scope.WITHIN, new CellRef(table.id(), total, column), stated.get(), terms, total + " = " + rule));
    }

    private List<Equation> segments(MoneyTable table) {
        List<Equation> found = new ArrayList<>();
        if (table.columnIndex(rules.segments()) < 0 || table.columns().size() < 2) {
            return found;
        }
        for (MoneyTable.Row row : table.rows()) {
            if (row.cells().stream().anyMatch(Cell.Blank.class::isInstance)) {
                continue;
            }
            List<Term> parts = table.columns().stream()
                    .filter(c -> !c.code().equals(rules.segments()))
                    .map(c -> term(table, row.code(), c.code(), 1))
                    .toList();
            found.add(new Equation(
                    Scope.SEGMENTS,
                    new CellRef(table.id(), row.code(), rules.segments()),
                    amount(table, row.code(), rules.segments()),
                    parts,
                    row.code() + ": total = Σ segments"));
        }
        return found;
    }

    private List<Equation> accounts(MoneyTable whole) {
        List<MoneyTable> parts = tables.stream()
                .filter(t -> t.kind() == whole.kind() && !t.account().equals(rules.accounts()))
                .toList();
        if (!whole.account().equals(rules.accounts()) || parts.isEmpty() || !complete(parts)) {
            return List.of();
        }
        String column = sumColumn(whole);
        List<Equation> found = new ArrayList<>();
        for (MoneyTable.Row row : whole.rows()) {
            boolean missing = parts.stream()
                    .anyMatch(t -> t.row(row.code()).isPresent()
                            && printed(t, row.code(), sumColumn(t)).isEmpty());
            Optional<Long> stated = printed(whole, row.code(), column);
            List<Term> terms = parts.stream()
                    .filter(t -> t.row(row.code()).isPresent())
                    .map(t -> term(t, row.code(), sumColumn(t), 1))
                    .toList();
            if (!missing && !terms.isEmpty() && stated.isPresent()) {
                found.add(new Equation(
                        Scope.ACCOUNTS,
                        new CellRef(whole.id(), row.code(), column),
                        stated.get(),
                        terms,
                        row.code() + ": 総表 = Σ " + parts.size() + " accounts"));
            }
        }
        return found;
    }

    /// Where the text was cut off, an account is missing and the 総表 cannot be added up.
    private boolean complete(List<MoneyTable> ofOneKind) {
        Set<String> all = tables.stream()
                .map(MoneyTable::account)
                .filter(a -> !a.equals(rules.accounts()))
                .collect(Collectors.toSet());
        return ofOneKind.stream()
                .map(MoneyTable::account)
                .collect(Collectors.toSet())
                .equals(all);
    }

    private List<Equation> relations() {
        Map<String, Map<Kind, MoneyTable>> byAccount = new LinkedHashMap<>();
        for (MoneyTable table : tables) {
            byAccount
                    .computeIfAbsent(table.account(), a -> new LinkedHashMap<>())
                    .putIfAbsent(table.kind(), table);
        }
        List<Equation> found = new ArrayList<>();
        for (Map<Kind, MoneyTable> account : byAccount.values()) {
            for (Relation relation : rules.relations()) {
                found.addAll(relation(relation, account));
            }
        }
        return found;
    }

    private List<Equation> relation(Relation relation, Map<Kind, MoneyTable> account) {
        MoneyTable stating = account.get(relation.total().kind());
        if (stating == null
                || !relation.parts().stream()
                        .allMatch(p -> account.containsKey(p.row().kind()))) {
            return List.of();
        }
        return stating.columns().stream()
                .flatMap(c -> relation(relation, account, stating, c.code()).stream())
                .toList();
    }

    private Optional<Equation> relation(
            Relation relation, Map<Kind, MoneyTable> account, MoneyTable stating, String column) {
        List<Term> terms = new ArrayList<>();
        boolean anyRow = stating.row(relation.total().code()).isPresent();
        for (SignedRow part : relation.parts()) {
            MoneyTable table = account.get(part.row().kind());
            if (table == null || table.columnIndex(column) < 0 || unknown(table, part.row(), column)) {
                return Optional.empty();
            }
            anyRow |= table.row(part.row().code()).isPresent();
            terms.add(term(table, part.row().code(), column, part.sign()));
        }
        if (!anyRow || unknown(stating, relation.total(), column)) {
            return Optional.empty();
        }
        return Optional.of(new Equation(
                Scope.RELATION,
                new CellRef(stating.id(), relation.total().code(), column),
                amount(stating, relation.total().code(), column),
                terms,
                name(relation)));
    }

    private static String name(Relation relation) {
        return qualified(relation.total()) + " = "
                + relation.parts().stream()
                        .map(p -> (p.sign() < 0 ? "-" : "") + qualified(p.row()))
                        .collect(Collectors.joining(" + "));
    }

    private static String qualified(Row row) {
        return row.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + row.code();
    }

    /// A row that is not printed counts as nothing, but only where the table prints others of its group: a table that
    /// gives totals alone says nothing about its parts.
    private boolean unknown(MoneyTable table, Row row, String column) {
        Optional<Cell> cell = table.cell(row.code(), column);
        if (cell.isPresent()) {
            return cell.get() instanceof Cell.Blank;
        }
        String group = row.code().substring(0, row.code().indexOf('.') + 1);
        return table.rows().stream()
                .map(MoneyTable.Row::code)
                .noneMatch(
                        code -> code.startsWith(group) && !rules.aggregates().contains(code.substring(group.length())));
    }

    private String sumColumn(MoneyTable table) {
        return table.columnIndex(rules.segments()) >= 0 ? rules.segments() : SINGLE_COLUMN;
    }

    private static Term term(MoneyTable table, String row, String column, int sign) {
        return new Term(new CellRef(table.id(), row, column), sign, amount(table, row, column));
    }

    private static long amount(MoneyTable table, String row, String column) {
        return table.cell(row, column).map(Cell::amount).orElse(0L);
    }

    /// Empty for a blank cell and for one that is not there.
    private static Optional<Long> printed(MoneyTable table, String row, String column) {
        return table.cell(row, column).filter(c -> !(c instanceof Cell.Blank)).map(Cell::amount);
    }
}
