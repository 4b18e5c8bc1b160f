package tsukasa.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tsukasa.kernel.Text;
import tsukasa.plan.Accounts;
import tsukasa.plan.Accounts.PersonnelEstimate;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.Plan;

/// Every line of a plan's budget, in the order of its tables: the rows that are not sums, then what is part of them.
public record BudgetLines(List<BudgetLine> all) {
    public BudgetLines {
        all = List.copyOf(all);
    }

    public static BudgetLines of(Plan plan, MoneyRules rules) {
        List<BudgetLine> lines = new ArrayList<>();
        for (MoneyTable table : plan.tables()) {
            boolean detailed =
                    table.kind() == MoneyTable.Kind.BUDGET && !table.account().equals(Accounts.TOTAL);
            if (detailed) {
                plan.accounts().account(table.account()).ifPresent(account -> {
                    rows(lines, plan, table, account);
                    parts(lines, plan, rules, account);
                });
            }
        }
        return new BudgetLines(lines);
    }

    private static void rows(List<BudgetLine> lines, Plan plan, MoneyTable table, Accounts.Account account) {
        for (int column = 0; column < table.columns().size(); column++) {
            String code = table.columns().get(column).code();
            if (code.equals(Accounts.TOTAL)) {
                continue;
            }
            String segment = plan.accounts().segment(code).isPresent() ? code : "";
            for (MoneyTable.Row row : table.rows()) {
                if (row.depth() > 0) {
                    lines.add(new BudgetLine(
                            account.id(),
                            segment,
                            row.code(),
                            row.code().startsWith("rev.") ? BudgetLine.Kind.REVENUE : BudgetLine.Kind.EXPENSE,
                            account.title(),
                            plan.accounts().segment(segment).map(Accounts.Segment::title),
                            row.label(),
                            planned(row.cells().get(column))));
                }
            }
        }
    }

    private static Optional<Yen> planned(Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> Optional.of(Yen.ofMillions(millions));
            case Cell.Nil _ -> Optional.empty();
            case Cell.Blank _ -> Optional.empty();
        };
    }

    private static void parts(List<BudgetLine> lines, Plan plan, MoneyRules rules, Accounts.Account account) {
        for (PersonnelEstimate estimate : plan.accounts().personnel()) {
            if (estimate.account().equals(account.id())) {
                personnel(lines, plan, account, estimate);
            }
        }
        for (MoneyRules.RevenueUnit unit : rules.units()) {
            if (unit.account().equals(account.id())) {
                Optional<Yen> granted = unit.granted()
                        .or(() -> new BudgetLines(lines)
                                .find(account.id() + "/" + unit.segment() + "/" + BudgetLine.GRANT)
                                .flatMap(BudgetLine::budget));
                lines.add(part(
                        plan,
                        account,
                        unit.segment(),
                        BudgetLine.GRANT_USE + unit.id(),
                        Text.of(
                                "うち交付金による支出（" + unit.title().ja() + "）",
                                "of which paid from the grant (" + unit.title().en() + ")"),
                        granted));
            }
        }
    }

    private static void personnel(
            List<BudgetLine> lines, Plan plan, Accounts.Account account, PersonnelEstimate estimate) {
        Text name = Text.of("うち人件費", "of which pay");
        if (estimate.segments().isEmpty()) {
            Optional<Yen> whole = Optional.of(Yen.ofMillions(estimate.millions()));
            lines.add(part(plan, account, "", BudgetLine.PERSONNEL, name, whole));
        }
        for (String segment : account.segments()) {
            Optional.ofNullable(estimate.segments().get(segment))
                    .ifPresent(millions -> lines.add(part(
                            plan,
                            account,
                            segment,
                            BudgetLine.PERSONNEL,
                            name,
                            Optional.of(Yen.ofMillions(millions)))));
        }
    }

    private static BudgetLine part(
            Plan plan, Accounts.Account account, String segment, String code, Text name, Optional<Yen> budget) {
        return new BudgetLine(
                account.id(),
                segment,
                code,
                BudgetLine.Kind.PART,
                account.title(),
                plan.accounts().segment(segment).map(Accounts.Segment::title),
                name,
                budget);
    }

    public Optional<BudgetLine> find(String key) {
        return all.stream().filter(line -> line.key().equals(key)).findFirst();
    }

    public BudgetLines where(Predicate<BudgetLine> wanted) {
        return new BudgetLines(all.stream().filter(wanted).toList());
    }

    /// The sum of what is planned; empty where nothing is planned in any of them.
    public Optional<Yen> budget() {
        return all.stream().flatMap(line -> line.budget().stream()).reduce(Yen::plus);
    }
}
