package tsukasa.plan.accounts;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// All money tables of a plan side by side: one line for each account, its key figures from the budget, the income plan
/// and the cash plan.
///
/// @param sentence how the arithmetic came out
public record TablesPage(
        Frame frame,
        String plan,
        String planTitle,
        List<Group> groups,
        List<Line> lines,
        String sentence,
        List<Wrong> wrong)
        implements Page {

    /// One kind of table with the figures shown of it.
    public record Group(String title, List<String> heads) {}

    /// @param total the 総表 over all accounts
    public record Line(String title, boolean total, List<Part> parts) {}

    /// @param table   annex number; empty where the account has no table of this kind
    /// @param figures as many as the group has heads
    public record Part(String table, String title, String address, List<String> figures) {}

    public record Wrong(String table, String address, String rule, String stated, String computed) {}

    @Override
    public String title() {
        return frame.say("予算・収支計画・資金計画", "Budget, income and cash plans");
    }
}
