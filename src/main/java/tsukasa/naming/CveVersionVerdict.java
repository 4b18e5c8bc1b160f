package tsukasa.naming;

import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// The status of one version by a CVE record, and the entry (and the change in it) that decided; none if it is the
/// default.
public record CveVersionVerdict(
        CveVersions.Status status,
        String version,
        CveVersions.@Nullable Entry decidedBy,
        CveVersions.@Nullable Change change) {

    public Text explain() {
        if (decidedBy == null) {
            return Text.of(version + " は一覧になく、既定の状態です", version + " is not listed: the default status holds");
        }
        var upTo = decidedBy.lessThan() != null
                ? " < " + decidedBy.lessThan()
                : decidedBy.lessThanOrEqual() != null ? " <= " + decidedBy.lessThanOrEqual() : "";
        var row = decidedBy.version() + upTo + (change == null ? "" : " @ " + change.at());
        return Text.of(version + " は行「" + row + "」によります", version + " is told by the row “" + row + "”");
    }
}
