package tsukasa.advisories.csaf;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.advisories.CsafDocuments.Edition;
import tsukasa.kernel.PublicAddress;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Selections.Revision;

/// Where the documents lie: by the year of their first release, under their number in small letters (CSAF 5.1, 7.1.11).
@Component
class Places {
    private static final String ENDING = ".json";
    private final PublicAddress address;

    Places(PublicAddress address) {
        this.address = address;
    }

    static Optional<Edition> edition(String folder) {
        return switch (folder) {
            case "white" -> Optional.of(Edition.V2_0);
            case "clear" -> Optional.of(Edition.V2_1);
            default -> Optional.empty();
        };
    }

    static String folder(Edition edition) {
        return edition.label().toLowerCase(Locale.ROOT);
    }

    /// Below the folder of its label.
    static String path(Revision revision) {
        return year(revision) + "/" + revision.number().toString().toLowerCase(Locale.ROOT) + ENDING;
    }

    static int year(Revision revision) {
        return revision.registered().atOffset(ZoneOffset.UTC).getYear();
    }

    /// @param file in small letters, as its name must be
    static Optional<EntryId> number(String file) {
        return file.endsWith(ENDING) && file.equals(file.toLowerCase(Locale.ROOT))
                ? EntryId.read(file.substring(0, file.length() - ENDING.length()))
                : Optional.empty();
    }

    String of(Revision revision, Edition edition) {
        return csaf() + "/" + folder(edition) + "/" + path(revision);
    }

    String csaf() {
        return address.base() + "/csaf";
    }

    String feed(Edition edition, int year) {
        return csaf() + "/feed-tlp-" + folder(edition) + "-" + year + ENDING;
    }

    String page(EntryId number) {
        return address.base() + "/vulnerabilities/" + number;
    }

    String base() {
        return address.base();
    }
}
