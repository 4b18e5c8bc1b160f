package tsukasa.identity.oidc;

import java.util.List;
import tsukasa.identity.SignInProviders.Choice;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param choices what can be linked
public record AccountsPage(Frame frame, List<Line> lines, List<Choice> choices) implements Page {
    public record Line(String label, String provider, String id, String linked, String used, List<String> kept) {}

    static Line line(Frame frame, Account account, Text title) {
        return new Line(
                account.label(),
                frame.say(title),
                account.id().toString(),
                frame.writing().day(account.linkedAt()),
                frame.writing().minute(account.lastUsedAt()),
                account.kept().keySet().stream()
                        .sorted()
                        .map(key -> frame.say(Kept.words(key)))
                        .toList());
    }

    @Override
    public String title() {
        return frame.say("外部アカウント", "Accounts elsewhere");
    }

    /// @param choice of `choices`
    public String linkPath(Choice choice) {
        return "/me/accounts/link" + choice.path().substring(choice.path().lastIndexOf('/'));
    }
}
