package tsukasa.advisories;

import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Selections.Revision;

/// Entries as security advisories.
public interface CsafDocuments {
    /// @param edition also where its files lie: CSAF 2.0 knows TLP 1, CSAF 2.1 knows TLP 2
    enum Edition {
        V2_0("2.0", "WHITE"),
        V2_1("2.1", "CLEAR");

        private final String version;
        private final String label;

        Edition(String version, String label) {
            this.version = version;
            this.label = label;
        }

        public String version() {
            return version;
        }

        public String label() {
            return label;
        }
    }

    /// The same entry always gives the same document.
    ObjectNode document(Told told, Revision revision, Edition edition, Language language);
}
