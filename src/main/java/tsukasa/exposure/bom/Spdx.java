package tsukasa.exposure.bom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Packages of SPDX 2.2 and 2.3, in JSON and YAML.
final class Spdx {
    private static final Set<String> NOTHING = Set.of("NOASSERTION", "NONE");
    private final Found found;

    Spdx(Found found) {
        this.found = found;
    }

    void one(Node node) {
        if (node.word("SPDXID").isEmpty()) {
            found.remarks().add(node.place(), "パッケージに SPDXID がありません。", "A package has no SPDXID.");
        }
        if (node.word("name").isEmpty()) {
            found.remarks().add(node.place(), "パッケージに name がありません。", "A package has no name.");
        }
        Names names = new Names();
        for (Node reference : node.field("externalRefs").items()) {
            names.add(reference.word("referenceType"), reference.word("referenceLocator"));
        }
        found.part(
                node.word("SPDXID"), node.word("name"), version(node.word("versionInfo")), names.purl(), names.cpes());
    }

    static String version(String told) {
        return NOTHING.contains(told.toUpperCase(Locale.ROOT)) ? "" : told;
    }

    /// The names of one package, as external references tell them.
    static final class Names {
        private static final int MOST = 20;
        private final Set<String> cpes = new LinkedHashSet<>();
        private @Nullable String purl;

        /// @param type as SPDX 2 or 3 calls it
        void add(String type, String name) {
            String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                return;
            }
            if (kind.equals("purl") || kind.equals("packageurl") || name.startsWith("pkg:")) {
                purl = purl == null ? name : purl;
            } else if (kind.startsWith("cpe") && cpes.size() < MOST) {
                cpes.add(name);
            }
        }

        @Nullable
        String purl() {
            return purl;
        }

        List<String> cpes() {
            return new ArrayList<>(cpes);
        }
    }
}
