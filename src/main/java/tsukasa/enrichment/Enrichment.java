package tsukasa.enrichment;

import java.util.List;

/// 追記: all that our analysts say of one entry. What is empty is left to the other sources.
///
/// @param vectors of CVSS, at most one of each version
public record Enrichment(
        String titleJa,
        String titleEn,
        String overviewJa,
        String overviewEn,
        String solutionJa,
        String solutionEn,
        List<Affected> products,
        List<String> vectors,
        List<String> cwes,
        List<Link> references) {
    public static final Enrichment NONE =
            new Enrichment("", "", "", "", "", "", List.of(), List.of(), List.of(), List.of());

    public Enrichment {
        products = List.copyOf(products);
        vectors = List.copyOf(vectors);
        cwes = List.copyOf(cwes);
        references = List.copyOf(references);
    }

    /// A stretch of versions of a product that is vulnerable; without bounds, all of them.
    ///
    /// @param name      a CPE 2.3 name without version, or a package URL without version
    /// @param fromOpen  whether the first version itself is outside
    /// @param untilOpen whether the last version itself is outside: the one that has the fix
    public record Affected(String name, String from, boolean fromOpen, String until, boolean untilOpen) {
        public boolean packaged() {
            return name.startsWith("pkg:");
        }

        public boolean single() {
            return !from.isEmpty() && from.equals(until) && !fromOpen && !untilOpen;
        }
    }

    /// @param tag such as `Vendor Advisory`; may be empty
    public record Link(String url, String name, String tag) {}

    public boolean isEmpty() {
        return equals(NONE);
    }

    public Enrichment withTexts(String titleJa, String titleEn, String overviewJa, String overviewEn) {
        return new Enrichment(
                titleJa, titleEn, overviewJa, overviewEn, solutionJa, solutionEn, products, vectors, cwes, references);
    }

    public Enrichment withProducts(List<Affected> others) {
        return new Enrichment(
                titleJa, titleEn, overviewJa, overviewEn, solutionJa, solutionEn, others, vectors, cwes, references);
    }

    public Enrichment withCwes(List<String> others) {
        return new Enrichment(
                titleJa,
                titleEn,
                overviewJa,
                overviewEn,
                solutionJa,
                solutionEn,
                products,
                vectors,
                others,
                references);
    }

    /// What was changed from one state, changed from another instead: whatever this leaves as it was follows.
    public Enrichment rebased(Enrichment was, Enrichment now) {
        return new Enrichment(
                kept(titleJa, was.titleJa, now.titleJa),
                kept(titleEn, was.titleEn, now.titleEn),
                kept(overviewJa, was.overviewJa, now.overviewJa),
                kept(overviewEn, was.overviewEn, now.overviewEn),
                kept(solutionJa, was.solutionJa, now.solutionJa),
                kept(solutionEn, was.solutionEn, now.solutionEn),
                kept(products, was.products, now.products),
                kept(vectors, was.vectors, now.vectors),
                kept(cwes, was.cwes, now.cwes),
                kept(references, was.references, now.references));
    }

    private static <T> T kept(T mine, T was, T now) {
        return mine.equals(was) ? now : mine;
    }
}
