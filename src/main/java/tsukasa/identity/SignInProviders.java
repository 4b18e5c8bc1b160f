package tsukasa.identity;

import java.util.List;
import java.util.UUID;
import tsukasa.kernel.Text;

/// Accounts elsewhere with which one can sign in here, as far as they are configured.
public interface SignInProviders {
    List<Choice> choices();

    /// Those by which this person can prove again who they are.
    List<Choice> provingAgain(UUID person);

    /// @param path where one begins; takes `return`
    record Choice(String path, Text title, Text hint) {}
}
