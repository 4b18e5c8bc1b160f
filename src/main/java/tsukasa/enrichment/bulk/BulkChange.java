package tsukasa.enrichment.bulk;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.enrichment.Enrichment.Affected;

/// One change of many entries.
///
/// @param texts   Japanese title and overview drafted from the facts, where no source wrote them
/// @param cwes    weaknesses that are added
/// @param product a stretch of versions that is added; its name empty for none
/// @param known   a product whose versions also hold under the other name; empty for none
/// @param alias   the other name
record BulkChange(boolean texts, List<String> cwes, Affected product, String known, String alias) {
    static final Affected NO_PRODUCT = new Affected("", "", false, "", false);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    BulkChange {
        cwes = List.copyOf(cwes);
    }

    boolean isEmpty() {
        return !texts && cwes.isEmpty() && product.name().isEmpty() && known.isEmpty() && alias.isEmpty();
    }

    String kept() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JacksonException e) {
            throw new IllegalStateException("a change cannot be written", e);
        }
    }
}
