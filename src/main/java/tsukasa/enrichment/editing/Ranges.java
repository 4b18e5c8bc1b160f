package tsukasa.enrichment.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.kernel.page.Frame;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Configuration;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.VersionSpan;

/// Products with their versions, one line each, in words.
record Ranges(Frame f) {
    private static final int FEW = 20;
    private static final String WHOLE = ":*:*:*:*:*:*:*:*";

    List<String> of(SourceRecord said) {
        List<String> lines = new ArrayList<>();
        said.configurations().forEach(configuration -> lines(lines, configuration));
        said.products().forEach(product -> lines.addAll(lines(product)));
        return lines.stream().distinct().toList();
    }

    String line(Affected line) {
        return brief(line.name()) + "　" + words(line.from(), line.fromOpen(), line.until(), line.untilOpen())
                + (line.status() == Status.AFFECTED
                        ? ""
                        : f.say("：", ": ") + f.say(line.status().title()).toLowerCase(Locale.ROOT))
                + on(line.platforms());
    }

    /// Few platforms stand with each line that needs them; of many, as NVD names them, each has a line.
    private void lines(List<String> lines, Configuration configuration) {
        List<String> platforms = new ArrayList<>();
        configuration.each(match -> {
            if (!match.vulnerable()) {
                platforms.add(match.cpe());
            }
        });
        boolean few = configuration.conditional() && platforms.size() <= FEW;
        configuration.each(match -> {
            if (match.vulnerable()) {
                lines.add(line(match) + (few ? on(platforms) : ""));
            } else if (!few) {
                lines.add(line(match));
            }
        });
    }

    private String on(List<String> platforms) {
        String names = platforms.stream().map(Ranges::brief).collect(Collectors.joining(f.say("、", ", ")));
        return platforms.isEmpty() ? "" : f.say("（" + names + " で動く場合）", " (running on " + names + ")");
    }

    private String line(Match match) {
        String words = words(
                Objects.requireNonNullElse(match.from(), ""),
                match.fromOpen(),
                Objects.requireNonNullElse(match.until(), ""),
                match.untilOpen());
        String besides = match.vulnerable() ? "" : f.say("（前提となる環境）", " (must be there besides)");
        return brief(match.cpe()) + "　" + words + besides;
    }

    private List<String> lines(AffectedProduct product) {
        String url = product.packageUrl();
        String name = url != null
                ? url
                : product.cpes().isEmpty()
                        ? (product.vendor() + " " + product.product()).strip()
                        : brief(product.cpes().getFirst());
        List<String> lines = new ArrayList<>();
        for (VersionSpan span : product.versions()) {
            lines.add(name + "　" + words(span) + effect(span.effect()) + on(product.platforms()));
        }
        if (product.versions().isEmpty() || product.otherwise() == Effect.AFFECTED) {
            lines.add(name + "　" + f.say("ほかのバージョン", "other versions") + effect(product.otherwise()));
        }
        return lines;
    }

    private String effect(Effect effect) {
        return switch (effect) {
            case AFFECTED -> "";
            case UNAFFECTED -> f.say("：影響なし", ": not affected");
            case FIXED -> f.say("：修正済み", ": fixed");
            case UNKNOWN -> f.say("：不明・調査中", ": not known yet");
        };
    }

    private String words(VersionSpan span) {
        String until = span.until();
        if (until == null) {
            return span.from();
        }
        return words(span.from().equals("0") ? "" : span.from(), false, until.equals("*") ? "" : until, span.open());
    }

    private String words(String from, boolean fromOpen, String until, boolean untilOpen) {
        if (from.isEmpty() && until.isEmpty()) {
            return f.say("すべてのバージョン", "all versions");
        }
        if (from.equals(until)) {
            return from;
        }
        String begin = from.isEmpty()
                ? ""
                : fromOpen ? f.say(from + " より後", "after " + from) : f.say(from + " 以降", "from " + from);
        String end = until.isEmpty()
                ? ""
                : untilOpen ? f.say(until + " より前", "before " + until) : f.say(until + " 以前", "up to " + until);
        return begin + (begin.isEmpty() || end.isEmpty() ? "" : f.say("、", " ")) + end;
    }

    static String brief(@Nullable String cpe) {
        String name = Objects.requireNonNullElse(cpe, "");
        return name.endsWith(WHOLE) ? name.substring(0, name.length() - WHOLE.length()) : name;
    }
}
