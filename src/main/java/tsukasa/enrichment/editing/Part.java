package tsukasa.enrichment.editing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsukasa.enrichment.Enrichment;
import tsukasa.kernel.Text;

/// The parts of an addition, as they are compared.
enum Part {
    TITLE_JA("題名（日本語）", "Title in Japanese", Enrichment::titleJa),
    TITLE_EN("題名（英語）", "Title in English", Enrichment::titleEn),
    OVERVIEW_JA("概要（日本語）", "Overview in Japanese", Enrichment::overviewJa),
    OVERVIEW_EN("概要（英語）", "Overview in English", Enrichment::overviewEn),
    IMPACT_JA("想定される影響（日本語）", "Impact in Japanese", Enrichment::impactJa),
    IMPACT_EN("想定される影響（英語）", "Impact in English", Enrichment::impactEn),
    SOLUTION_JA("対策（日本語）", "Solution in Japanese", Enrichment::solutionJa),
    SOLUTION_EN("対策（英語）", "Solution in English", Enrichment::solutionEn),
    PRODUCTS("製品とバージョン", "Products and versions", _ -> ""),
    SCORES("CVSS", "CVSS", ours -> String.join("\n", ours.vectors())),
    WEAKNESSES("弱点の種類", "Weaknesses", ours -> String.join("\n", ours.cwes())),
    REFERENCES("参考情報", "References", Part::links);

    private final Text title;
    private final Function<Enrichment, String> words;

    Part(String ja, String en, Function<Enrichment, String> words) {
        this.title = Text.of(ja, en);
        this.words = words;
    }

    Text title() {
        return title;
    }

    /// Lines, where it has several.
    String text(Enrichment ours, Ranges ranges) {
        return this == PRODUCTS
                ? joined(ours.products().stream().map(ranges::line).toList())
                : words.apply(ours);
    }

    private static String links(Enrichment ours) {
        return joined(ours.references().stream()
                .map(link -> link.url() + "　" + link.name() + "　" + link.tag())
                .toList());
    }

    private static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
