package tsukasa.plan.accounts;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// All money tables of a plan: three kinds for each account.
///
/// @param sentence how the arithmetic came out
public record TablesPage(
        Frame frame,
        String plan,
        String planTitle,
        List<Group> groups,
        String sentence,
        int exact,
        int rounding,
        List<Wrong> wrong)
        implements Page {

    public record Group(String title, List<Entry> entries) {}

    public record Entry(String id, String title, String address, String key, String figure) {}

    public record Wrong(String table, String address, String rule, String stated, String computed) {}

    @Override
    public String title() {
        return frame.say("予算・収支計画・資金計画", "Budget, income and cash plans");
    }
}
