package tsukasa.budget.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.Yen;
import tsukasa.kernel.Text;
import tsukasa.plan.Accounts;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// One who pays: a segment, an undivided account, a divided account as a whole, or all accounts together. Its budget is
/// the figure that the plan prints for it, which may differ from the sum of the parts by rounding.
record Payer(String account, String segment, Text title, List<Place> sections, String table, MoneyTable printed) {
    boolean total() {
        return account.equals(Accounts.TOTAL);
    }

    /// A divided account as a whole.
    boolean sum(Plan plan) {
        return !total()
                && segment.isEmpty()
                && plan.accounts()
                        .account(account)
                        .filter(a -> !a.segments().isEmpty())
                        .isPresent();
    }

    Optional<Yen> budget(String row) {
        String column = total()
                ? "value"
                : segment.isEmpty() ? printed.columns().getLast().code() : segment;
        return printed.cell(row, column).flatMap(Payer::planned);
    }

    private static Optional<Yen> planned(Cell cell) {
        return cell instanceof Cell.Figure(long millions) ? Optional.of(Yen.ofMillions(millions)) : Optional.empty();
    }

    boolean pays(BudgetLine line) {
        return total()
                || line.account().equals(account)
                        && (segment.isEmpty() || line.segment().equals(segment));
    }

    BudgetLines lines(BudgetLines all) {
        return all.where(this::pays);
    }

    BudgetLines lines(BudgetLines all, BudgetLine.Kind kind) {
        return lines(all).where(line -> line.is(kind));
    }

    /// Segments before the account that they divide, the sum of all last; accounts in the order of the tables.
    static List<Payer> of(Plan plan) {
        List<Payer> payers = new ArrayList<>();
        for (MoneyTable table : budgets(plan)) {
            plan.accounts().account(table.account()).ifPresent(account -> {
                for (String id : account.segments()) {
                    plan.accounts()
                            .segment(id)
                            .ifPresent(segment -> payers.add(new Payer(
                                    account.id(), id, segment.title(), segment.sections(), table.id(), table)));
                }
                payers.add(new Payer(account.id(), "", account.title(), account.sections(), table.id(), table));
            });
        }
        budgets(plan).stream()
                .filter(table -> table.account().equals(Accounts.TOTAL))
                .findFirst()
                .ifPresent(table ->
                        payers.add(new Payer(Accounts.TOTAL, "", Text.of("計", "Total"), List.of(), table.id(), table)));
        return payers;
    }

    private static List<MoneyTable> budgets(Plan plan) {
        return plan.tables().stream()
                .filter(table -> table.kind() == MoneyTable.Kind.BUDGET)
                .toList();
    }
}
