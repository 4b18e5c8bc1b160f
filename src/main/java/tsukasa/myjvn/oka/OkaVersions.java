package tsukasa.myjvn.oka;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.myjvn.oka.OkaNames.Named;
import tsukasa.myjvn.oka.OkaRefused.Why;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.vulnerability.Component.ByCpe;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdicts;
import tsukasa.vulnerability.VersionReach;
import tsukasa.vulnerability.VersionReach.Bounds;

/// Which entries a question is about by version. One version is decided as everywhere in this database, a stretch of
/// versions by whether it meets one that an entry calls affected.
@Component
class OkaVersions {
    private static final int MOST_PRODUCTS = 1_000;
    private final Verdicts verdicts;
    private final VersionReach reach;
    private final CpeNames cpes;
    private final OkaNames names;

    OkaVersions(Verdicts verdicts, VersionReach reach, CpeNames cpes, OkaNames names) {
        this.verdicts = verdicts;
        this.reach = reach;
        this.cpes = cpes;
        this.names = names;
    }

    /// What is asked of versions.
    sealed interface Condition {
        record Every() implements Condition {}

        record At(String version) implements Condition {}

        /// @param versions whether any are told
        record Telling(boolean versions) implements Condition {}

        record Between(Bounds bounds) implements Condition {}
    }

    static Condition condition(OkaAsked asked) {
        String version = asked.text("version").orElse(null);
        String type = asked.text("versionType").orElse(null);
        String start = asked.text("versionStart").orElse(null);
        String end = asked.text("versionEnd").orElse(null);
        boolean startOpen = open(asked, "versionStart");
        boolean endOpen = open(asked, "versionEnd");
        boolean one = version != null || type != null;
        boolean stretch = start != null || end != null;
        if (one && stretch) {
            throw new OkaRefused(Why.TOGETHER, start != null ? "versionStart" : "versionEnd");
        }
        if (!one && !stretch) {
            return ofName(asked);
        }
        named(asked);
        if (stretch) {
            return new Condition.Between(new Bounds(start, startOpen, end, endOpen));
        }
        return switch (type == null ? "equal" : type) {
            case "no", "all" -> {
                if (version != null) {
                    throw new OkaRefused(Why.TOGETHER, "version");
                }
                yield new Condition.Telling("all".equals(type));
            }
            case "equal" -> {
                if (version == null) {
                    throw new OkaRefused(Why.MISSING, "version");
                }
                yield new Condition.At(version);
            }
            default -> throw new OkaRefused(Why.WORD, "versionType");
        };
    }

    private static boolean open(OkaAsked asked, String name) {
        String type = asked.text(name + "Type").orElse("including");
        if (!Set.of("including", "excluding").contains(type)) {
            throw new OkaRefused(Why.WORD, name + "Type");
        }
        return type.equals("excluding");
    }

    /// Versions are those of a product that is named by CPE or jvnpid.
    private static void named(OkaAsked asked) {
        if (asked.text("productName").isEmpty()) {
            throw new OkaRefused(Why.MISSING, "productName");
        }
        if (!Set.of("cpe", "jvnpid").contains(asked.text("nameType").orElse("cpe"))) {
            throw new OkaRefused(Why.TOGETHER, "nameType");
        }
    }

    private static Condition ofName(OkaAsked asked) {
        String type = asked.text("nameType").orElse("cpe");
        if (asked.text("productName").isEmpty() || !Set.of("cpe", "jvnpid").contains(type)) {
            return new Condition.Every();
        }
        String version = OkaNames.named(asked, "productName").version();
        return switch (version) {
            case "", "*" -> new Condition.Every();
            case "-" -> new Condition.Telling(false);
            default -> new Condition.At(version);
        };
    }

    /// By the database's own ids; null where versions are not asked for.
    @Nullable
    Set<Long> entries(OkaAsked asked) {
        return switch (condition(asked)) {
            case Condition.Every _ -> null;
            case Condition.At(String version) -> at(asked, version);
            case Condition.Telling(boolean versions) -> reach.telling(products(asked), versions);
            case Condition.Between(Bounds bounds) -> reach.within(products(asked), bounds);
        };
    }

    Set<Long> products(OkaAsked asked) {
        Set<Long> about = names.about(asked);
        if (about == null || about.size() > MOST_PRODUCTS) {
            throw new OkaRefused(Why.OUTSIDE, "productName");
        }
        return about;
    }

    private Set<Long> at(OkaAsked asked, String version) {
        Named named = OkaNames.named(asked, "productName");
        Set<Long> found = new HashSet<>();
        if (named.vendor().endsWith("*") || named.product().endsWith("*")) {
            return reach.within(products(asked), Bounds.at(version));
        }
        for (String part : named.part().equals("*") ? List.of("a", "o", "h") : List.of(named.part())) {
            String cpe = "cpe:2.3:" + part + ":" + named.vendor() + ":" + named.product() + ":"
                    + OkaNames.literal(version, "version") + ":*:*:*:*:*:*:*";
            if (!(cpes.read(cpe) instanceof CpeReading.Read read)) {
                throw new OkaRefused(Why.NAME, "version");
            }
            verdicts.check(List.of(new ByCpe(read.name())), verdict -> {
                if (verdict.answer() != Answer.NOT_AFFECTED) {
                    found.add(verdict.entry());
                }
            });
        }
        return found;
    }
}
