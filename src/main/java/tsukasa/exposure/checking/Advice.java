package tsukasa.exposure.checking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.exposure.Part;
import tsukasa.naming.VersionScheme;
import tsukasa.naming.Versions;

/// What to do about each component: the version from which on none of what was found is left.
@Component
class Advice {
    private final Versions versions;

    Advice(Versions versions) {
        this.versions = versions;
    }

    /// @param open     what is found in it and not suppressed, the gravest first
    /// @param fix      the version to update to, as far as sources tell one
    /// @param unfixed  for how many of them no source tells a version with the fix
    record ForPart(Part part, List<Finding> open, Optional<String> fix, int unfixed) {
        ForPart {
            open = List.copyOf(open);
        }
    }

    /// In the order of the gravest finding of each.
    List<ForPart> all(List<Finding> findings) {
        Map<Part, List<Finding>> byPart = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (!finding.suppressed()) {
                byPart.computeIfAbsent(finding.part(), _ -> new ArrayList<>()).add(finding);
            }
        }
        List<ForPart> all = new ArrayList<>();
        byPart.forEach((part, open) -> {
            List<String> fixes = open.stream()
                    .flatMap(finding -> finding.verdict().fix().stream())
                    .toList();
            all.add(new ForPart(
                    part, open, fixes.stream().max(versions.order(scheme(part))), open.size() - fixes.size()));
        });
        return all;
    }

    private static VersionScheme scheme(Part part) {
        String purl = part.purl() == null ? "" : part.purl();
        int slash = purl.indexOf('/');
        return purl.startsWith("pkg:") && slash > 4
                ? VersionScheme.named(purl.substring(4, slash)).orElse(VersionScheme.GENERIC)
                : VersionScheme.GENERIC;
    }
}
