package tsukasa.scheme.mine;

import java.time.LocalDate;
import tsukasa.kernel.Prefecture;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Scheme;

/// An entry in the hands of whoever got the link from its registered contact.
///
/// @param scheme    the version the entry keeps to
/// @param withdrawn all that can still be done is to take that back
record OwnEntry(Scheme scheme, String token, Said entry, Answers answers, boolean withdrawn) {
    /// @param since the day from which it is so
    record Said(String number, String name, String level, Prefecture prefecture, LocalDate since) {}

    String path() {
        return "/" + scheme.id() + "/manage/" + token;
    }

    Scheme.Level level() {
        return scheme.level(entry.level())
                .orElseThrow(() -> new IllegalStateException("an entry at the unknown level " + entry.level()));
    }

    boolean highest() {
        return scheme.rank(entry.level()) == scheme.levels().size() - 1;
    }
}
