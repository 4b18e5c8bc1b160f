package tsukasa.myjvn.hnd;

import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.naming.CpeNames;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Entry;

/// The products that an entry is about, with their versions.
@Component
class AffectedElement {
    private final AffectedNames names;
    private final CpeNames cpes;

    AffectedElement(AffectedNames names, CpeNames cpes) {
        this.names = names;
        this.cpes = cpes;
    }

    List<AffectedGroups.Group> groups(Entry entry) {
        return AffectedGroups.of(entry, names, cpes);
    }

    void write(Xml xml, List<AffectedGroups.Group> groups, Language language) {
        if (groups.isEmpty()) {
            return;
        }
        xml.open("Affected");
        groups.forEach(group -> item(xml, group, language));
        xml.close();
    }

    /// Versions that are not concerned would be taken for concerned ones, so that they are told only where the whole
    /// item is about such versions.
    private static void item(Xml xml, AffectedGroups.Group group, Language language) {
        Effect effect = group.effect();
        (effect == Effect.AFFECTED
                        ? xml.open("AffectedItem")
                        : xml.open("AffectedItem", "affectedstatus", status(effect)))
                .text("Name", group.vendor())
                .text("ProductName", group.product());
        group.cpes().forEach(cpe -> xml.text("Cpe", cpe, "version", "2.2"));
        group.stretches().stream()
                .filter(stretch -> stretch.effect() == effect
                        || effect.clear() && stretch.effect().clear())
                .map(stretch -> stretch.words().in(language))
                .distinct()
                .forEach(words -> xml.text("VersionNumber", words));
        xml.close();
    }

    private static String status(Effect effect) {
        return switch (effect) {
            case AFFECTED -> throw new IllegalArgumentException("said by leaving it out");
            case UNAFFECTED, FIXED -> "notvulnerable";
            case UNKNOWN -> "unknown";
        };
    }
}
