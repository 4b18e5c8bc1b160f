package tsukasa.naming.version;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tsukasa.naming.CveVersionVerdict;
import tsukasa.naming.CveVersions;
import tsukasa.naming.VersionScheme;

/// The status of one version by the list of a CVE record: an entry of just this version, else the first range around
/// it.
final class CveCheck {
    private CveCheck() {}

    static CveVersionVerdict status(VersionScheme scheme, CveVersions versions, String version) {
        for (var entry : versions.entries()) {
            if (!entry.range() && order(scheme, entry).compare(entry.version(), version) == 0) {
                return new CveVersionVerdict(entry.status(), version, entry, null);
            }
        }
        for (var entry : versions.entries()) {
            var order = order(scheme, entry);
            if (entry.range() ? inRange(order, entry, version) : entry.version().equals("*")) {
                var change = lastChange(order, entry, version);
                return new CveVersionVerdict(change == null ? entry.status() : change.status(), version, entry, change);
            }
        }
        return new CveVersionVerdict(versions.defaultStatus(), version, null, null);
    }

    /// `custom` says that the order is the supplier's own: then the caller's knowledge of the product is better.
    private static Comparator<String> order(VersionScheme given, CveVersions.Entry entry) {
        var type = entry.versionType();
        return Orders.of(
                type == null || type.equals("custom")
                        ? given
                        : VersionScheme.named(type).orElse(given));
    }

    private static boolean inRange(Comparator<String> order, CveVersions.Entry entry, String version) {
        var from = entry.version();
        var begun = from.equals("0") || from.equals("*") || from.isEmpty() || order.compare(from, version) <= 0;
        return begun && beforeEnd(order, entry, version);
    }

    /// `*` has no end; `3.*` ends with the last version that begins with `3.`.
    private static boolean beforeEnd(Comparator<String> order, CveVersions.Entry entry, String version) {
        var bound = entry.lessThan() != null ? entry.lessThan() : entry.lessThanOrEqual();
        if (bound == null || bound.equals("*")) {
            return true;
        }
        if (bound.endsWith(".*")) {
            var prefix = bound.substring(0, bound.length() - 2);
            return version.startsWith(prefix + ".") || order.compare(version, prefix) <= 0;
        }
        var place = order.compare(version, bound);
        return entry.lessThan() != null ? place < 0 : place <= 0;
    }

    private static CveVersions.@Nullable Change lastChange(
            Comparator<String> order, CveVersions.Entry entry, String version) {
        CveVersions.Change last = null;
        for (var change : entry.changes()) {
            if (order.compare(change.at(), version) <= 0
                    && (last == null || order.compare(last.at(), change.at()) <= 0)) {
                last = change;
            }
        }
        return last;
    }
}
