package tsukasa.enrichment.proposal;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.enrichment.Enrichment;

/// An addition as the table keeps it.
final class Kept {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Kept() {}

    static String of(Enrichment ours) {
        try {
            return MAPPER.writeValueAsString(ours);
        } catch (JacksonException e) {
            throw new IllegalStateException("an addition cannot be written", e);
        }
    }

    static Enrichment read(String kept) {
        try {
            return MAPPER.readValue(kept, Enrichment.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("a kept addition cannot be read", e);
        }
    }
}
