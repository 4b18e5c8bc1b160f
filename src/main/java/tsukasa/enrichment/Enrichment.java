package tsukasa.enrichment;

import java.util.List;
import java.util.Objects;
import tsukasa.kernel.Text;

/// 追記: all that our analysts say of one entry. What is empty is left to the other sources.
///
/// @param vectors of CVSS, at most one of each version
public record Enrichment(
        String titleJa,
        String titleEn,
        String overviewJa,
        String overviewEn,
        String impactJa,
        String impactEn,
        String solutionJa,
        String solutionEn,
        List<Affected> products,
        List<String> vectors,
        List<String> cwes,
        List<Link> references) {
    public static final Enrichment NONE =
            new Enrichment("", "", "", "", "", "", "", "", List.of(), List.of(), List.of(), List.of());

    public Enrichment {
        // kept before there was a place for it
        impactJa = Objects.requireNonNullElse(impactJa, "");
        impactEn = Objects.requireNonNullElse(impactEn, "");
        products = List.copyOf(products);
        vectors = List.copyOf(vectors);
        cwes = List.copyOf(cwes);
        references = List.copyOf(references);
    }

    /// What is said of a stretch of versions, as VEX does.
    public enum Status {
        AFFECTED(Text.of("影響あり", "Affected")),
        NOT_AFFECTED(Text.of("影響なし", "Not affected")),
        FIXED(Text.of("修正済み", "Fixed")),
        UNDER_INVESTIGATION(Text.of("調査中", "Under investigation"));

        private final Text title;

        Status(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }
    }

    /// A stretch of versions of a product, and what is said of it; without bounds, all of them.
    ///
    /// @param name      a CPE 2.3 name without version, or a package URL without version
    /// @param fromOpen  whether the first version itself is outside
    /// @param untilOpen whether the last version itself is outside: the one that has the fix
    /// @param platforms what it must run on to be affected, any of these; empty for anything. They are CPE names
    ///                  beside a CPE name, releases of a distribution such as `Debian:12` beside a package
    public record Affected(
            String name,
            String from,
            boolean fromOpen,
            String until,
            boolean untilOpen,
            Status status,
            List<String> platforms) {
        public Affected {
            // kept before there was a place for it
            status = Objects.requireNonNullElse(status, Status.AFFECTED);
            platforms = List.copyOf(Objects.requireNonNullElse(platforms, List.of()));
        }

        /// Of a product that is vulnerable, whatever it runs on.
        public Affected(String name, String from, boolean fromOpen, String until, boolean untilOpen) {
            this(name, from, fromOpen, until, untilOpen, Status.AFFECTED, List.of());
        }

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
                titleJa,
                titleEn,
                overviewJa,
                overviewEn,
                impactJa,
                impactEn,
                solutionJa,
                solutionEn,
                products,
                vectors,
                cwes,
                references);
    }

    public Enrichment withImpact(String ja, String en) {
        return new Enrichment(
                titleJa,
                titleEn,
                overviewJa,
                overviewEn,
                ja,
                en,
                solutionJa,
                solutionEn,
                products,
                vectors,
                cwes,
                references);
    }

    public Enrichment withSolution(String ja, String en) {
        return new Enrichment(
                titleJa,
                titleEn,
                overviewJa,
                overviewEn,
                impactJa,
                impactEn,
                ja,
                en,
                products,
                vectors,
                cwes,
                references);
    }

    public Enrichment withProducts(List<Affected> others) {
        return new Enrichment(
                titleJa,
                titleEn,
                overviewJa,
                overviewEn,
                impactJa,
                impactEn,
                solutionJa,
                solutionEn,
                others,
                vectors,
                cwes,
                references);
    }

    public Enrichment withVectors(List<String> others) {
        return new Enrichment(
                titleJa,
                titleEn,
                overviewJa,
                overviewEn,
                impactJa,
                impactEn,
                solutionJa,
                solutionEn,
                products,
                others,
                cwes,
                references);
    }

    public Enrichment withCwes(List<String> others) {
        return new Enrichment(
                titleJa,
                titleEn,
                overviewJa,
                overviewEn,
                impactJa,
                impactEn,
                solutionJa,
                solutionEn,
                products,
                vectors,
                others,
                references);
    }

    public Enrichment withReferences(List<Link> others) {
        return new Enrichment(
                titleJa,
                titleEn,
                overviewJa,
                overviewEn,
                impactJa,
                impactEn,
                solutionJa,
                solutionEn,
                products,
                vectors,
                cwes,
                others);
    }

    /// What was changed from one state, changed from another instead: whatever this leaves as it was follows.
    public Enrichment rebased(Enrichment was, Enrichment now) {
        return new Enrichment(
                kept(titleJa, was.titleJa, now.titleJa),
                kept(titleEn, was.titleEn, now.titleEn),
                kept(overviewJa, was.overviewJa, now.overviewJa),
                kept(overviewEn, was.overviewEn, now.overviewEn),
                kept(impactJa, was.impactJa, now.impactJa),
                kept(impactEn, was.impactEn, now.impactEn),
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
