package tsukasa.enrichment.bulk;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Link;
import tsukasa.kernel.Text;

/// One change of many entries.
///
/// @param texts      Japanese title and overview drafted from the facts, where no source wrote them
/// @param cwes       weaknesses that are added
/// @param product    a stretch of versions that is added; its name empty for none
/// @param known      a product whose versions also hold under the other name; empty for none
/// @param alias      the other name
/// @param vector     of CVSS; empty for none
/// @param solutionJa empty for none
/// @param references that are added
/// @param where      which entries get the vector and the solution
record BulkChange(
        boolean texts,
        List<String> cwes,
        Affected product,
        String known,
        String alias,
        String vector,
        String solutionJa,
        String solutionEn,
        List<Link> references,
        Where where) {
    static final Affected NO_PRODUCT = new Affected("", "", false, "", false);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// What must not be said yet, for a score or a solution to be added.
    enum Where {
        UNSAID(Text.of("どの情報源も述べていないものだけ", "Only where no source says it")),
        UNSAID_BY_US(Text.of("当機構が述べていないものだけ", "Only where we do not say it")),
        ALL(Text.of("すべて（当機構の今の内容は置き換える）", "All; what we say now is replaced"));

        private final Text title;

        Where(Text title) {
            this.title = title;
        }

        Text title() {
            return title;
        }
    }

    BulkChange {
        cwes = List.copyOf(cwes);
        references = List.copyOf(references);
    }

    boolean isEmpty() {
        return !texts
                && cwes.isEmpty()
                && product.name().isEmpty()
                && known.isEmpty()
                && alias.isEmpty()
                && vector.isEmpty()
                && solutionJa.isEmpty()
                && solutionEn.isEmpty()
                && references.isEmpty();
    }

    String kept() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JacksonException e) {
            throw new IllegalStateException("a change cannot be written", e);
        }
    }
}
