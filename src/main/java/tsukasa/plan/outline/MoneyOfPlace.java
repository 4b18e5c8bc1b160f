package tsukasa.plan.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Accounts;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.outline.PlacePage.Money;

/// The money behind a place: what the budget spends on the segments and accounts that pay for its section.
final class MoneyOfPlace {
    private MoneyOfPlace() {}

    static List<Money> of(Frame frame, Plan plan, Place place) {
        Accounts accounts = plan.accounts();
        List<Money> money = new ArrayList<>();
        accounts.segments().stream()
                .filter(segment -> segment.sections().stream().anyMatch(section -> place.within(section)))
                .forEach(segment -> budgets(plan, segment.id())
                        .forEach(table -> spending(frame, plan, table, segment.id(), frame.say(segment.title()))
                                .ifPresent(money::add)));
        accounts.accounts().stream()
                .filter(account -> account.sections().stream().anyMatch(section -> place.within(section)))
                .forEach(account -> plan.tables().stream()
                        .filter(table ->
                                table.kind() == Kind.BUDGET && table.account().equals(account.id()))
                        .forEach(table -> spending(frame, plan, table, "value", frame.say(account.title()))
                                .ifPresent(money::add)));
        return money;
    }

    private static List<MoneyTable> budgets(Plan plan, String segment) {
        return plan.tables().stream()
                .filter(table -> table.kind() == Kind.BUDGET && table.columnIndex(segment) >= 0)
                .toList();
    }

    /// The last total of the table, in that column: what is spent.
    private static Optional<Money> spending(Frame frame, Plan plan, MoneyTable table, String column, String title) {
        return table.rows().stream()
                .filter(row -> row.code().startsWith("exp.") && row.code().endsWith(".total"))
                .reduce((first, last) -> last)
                .flatMap(row -> table.cell(row.code(), column)
                        .map(cell -> new Money(
                                title,
                                "/plan/" + plan.id() + "/tables/" + table.id(),
                                table.id(),
                                frame.say(row.label()),
                                cell instanceof Cell.Figure(long millions)
                                        ? frame.writing().number(millions)
                                        : "－")));
    }
}
