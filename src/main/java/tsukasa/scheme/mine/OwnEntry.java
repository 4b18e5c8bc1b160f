package tsukasa.scheme.mine;

import tsukasa.scheme.Answers;
import tsukasa.scheme.RegisterEntry;
import tsukasa.scheme.Scheme;

/// An entry in the hands of whoever got the link from its registered contact.
///
/// @param scheme    the version the entry keeps to
/// @param withdrawn all that can still be done is to take that back
record OwnEntry(Scheme scheme, String token, RegisterEntry entry, Answers answers, boolean withdrawn) {
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
