package tsukasa.plan.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Accounts;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.Plan;
import tsukasa.plan.accounts.TablesPage.Group;
import tsukasa.plan.accounts.TablesPage.Line;
import tsukasa.plan.accounts.TablesPage.Part;

/// The figures a reader of accounts looks for first, account by account.
final class TablesOverview {
    private TablesOverview() {}

    private record Key(String row, Text head) {}

    private static List<Key> keys(Kind kind) {
        return switch (kind) {
            case BUDGET ->
                List.of(
                        new Key("rev.total", Text.of("収入", "Revenue")),
                        new Key("exp.total", Text.of("支出", "Expenditure")));
            case INCOME ->
                List.of(
                        new Key("rev.total", Text.of("収益", "Revenue")),
                        new Key("cost.total", Text.of("費用", "Cost")),
                        new Key("net_profit", Text.of("純利益", "Net profit")));
            case CASH ->
                List.of(
                        new Key("in.opening_balance", Text.of("期首", "Opening")),
                        new Key("out.carry_forward", Text.of("繰越", "Carried forward")));
        };
    }

    static List<Group> groups(Frame frame) {
        return Stream.of(Kind.values())
                .map(kind -> new Group(
                        AccountsDesk.kind(frame, kind),
                        keys(kind).stream().map(key -> frame.say(key.head())).toList()))
                .toList();
    }

    static List<Line> lines(Frame frame, Plan plan) {
        List<Line> lines = new ArrayList<>();
        for (String account :
                plan.tables().stream().map(MoneyTable::account).distinct().toList()) {
            lines.add(new Line(
                    AccountsDesk.account(frame, plan, account),
                    account.equals(Accounts.TOTAL),
                    Stream.of(Kind.values())
                            .map(kind -> part(frame, plan, account, kind))
                            .toList()));
        }
        return lines;
    }

    private static Part part(Frame frame, Plan plan, String account, Kind kind) {
        Optional<MoneyTable> found = plan.tables().stream()
                .filter(table -> table.kind() == kind && table.account().equals(account))
                .findFirst();
        List<String> figures = keys(kind).stream()
                .map(key -> found.flatMap(table -> table.row(key.row()))
                        .map(row -> figure(frame, row.cells().getLast()))
                        .orElse(""))
                .toList();
        return new Part(
                found.map(MoneyTable::id).orElse(""),
                found.map(table -> frame.say(table.title())).orElse(""),
                found.map(table -> AccountsDesk.address(plan, table.id())).orElse(""),
                figures);
    }

    private static String figure(Frame frame, Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> frame.writing().number(millions);
            case Cell.Nil _ -> "－";
            case Cell.Blank _ -> "";
        };
    }
}
