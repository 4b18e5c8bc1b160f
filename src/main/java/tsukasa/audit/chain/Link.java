package tsukasa.audit.chain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as its hash covers it: every column, in the order of the table.
///
/// @param micros when it occurred, in microseconds since 1970, which is as exact as the database is
/// @param texts  the columns of words from `kind` to `network`
record Link(LocalDate day, long seq, long id, long micros, List<@Nullable String> texts, byte[] previous) {
    static final String COLUMNS =
            "kind, actor_kind, actor_id, actor_name, organisation, action, object_type, object_id, "
                    + "object_label, reason, facts, request, network";
    static final int TEXTS = 13;

    Link at(long otherPlace) {
        return new Link(day, otherPlace, id, micros, texts, previous);
    }

    byte[] hash() {
        Canonical bytes = new Canonical("tsukasa audit entry 1");
        bytes.add(day.toString()).add(seq).add(id).add(micros).add(previous);
        for (int i = 0; i < texts.size(); i++) {
            bytes.add(texts.get(i));
        }
        return bytes.sha256();
    }
}
