package tsukasa.plan.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.FoundIndicator.Target;
import tsukasa.plan.Indicator;
import tsukasa.plan.Plan;
import tsukasa.plan.Threshold;
import tsukasa.plan.Unit;

/// An indicator that the earlier version has at the same place with as many targets: it is counted as before, against
/// the targets of the new text.
final class CarriedIndicator {
    private final Indicator earlier;
    private final FoundIndicator found;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();

    private CarriedIndicator(Indicator earlier, FoundIndicator found) {
        this.earlier = earlier;
        this.found = found;
        files.put(file(), indicator());
    }

    static Optional<CarriedIndicator> of(Plan before, FoundIndicator found) {
        return before.indicators().stream()
                .filter(i -> i.place().equals(found.place())
                        && i.thresholds().size() == found.targets().size())
                .findFirst()
                .map(i -> new CarriedIndicator(i, found));
    }

    String file() {
        return "indicators/" + earlier.id() + ".yaml";
    }

    Map<String, String> files() {
        return files;
    }

    Map<String, String> units() {
        return units;
    }

    private String indicator() {
        StringBuilder yaml = new StringBuilder();
        yaml.append("id: ").append(earlier.id()).append('\n');
        yaml.append("place: ").append(YamlText.quoted(found.place().value())).append('\n');
        yaml.append("section: ")
                .append(YamlText.quoted(earlier.section().value()))
                .append('\n');
        yaml.append("title: ").append(YamlText.words(earlier.title())).append('\n');
        yaml.append("definition: ").append(YamlText.words(earlier.definition())).append('\n');
        earlier.department()
                .ifPresent(d -> yaml.append("department: ").append(d).append('\n'));
        String flags = found.flags().stream()
                .sorted()
                .map(f -> IndicatorFiles.FLAGS.getOrDefault(f, ""))
                .collect(Collectors.joining(", "));
        yaml.append(flags.isEmpty() ? "" : "flags: [" + flags + "]\n");
        yaml.append("thresholds:\n");
        for (int i = 0; i < earlier.thresholds().size(); i++) {
            yaml.append(threshold(earlier.thresholds().get(i), found.targets().get(i)));
        }
        yaml.append(earlier.references().isEmpty() ? "" : "references:\n");
        earlier.references().forEach(r -> yaml.append(reference(r)));
        yaml.append(quality(earlier.quality()));
        return yaml.toString();
    }

    private String threshold(Threshold before, Target target) {
        Fraction value = before.unit().ratio() ? IndicatorFiles.ofOne(target) : target.value();
        StringBuilder yaml = new StringBuilder();
        yaml.append("  - id: ").append(before.id()).append('\n');
        yaml.append("    title: ").append(YamlText.words(before.title())).append('\n');
        yaml.append("    kind: ")
                .append(before.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .append('\n');
        yaml.append("    unit: ").append(unit(before.unit())).append('\n');
        yaml.append("    comparator: '").append(sign(target.comparator())).append("'\n");
        yaml.append("    target: ").append(value).append('\n');
        yaml.append("    from: ").append(before.from()).append('\n');
        yaml.append("    as-of: ").append(before.asOf()).append('\n');
        yaml.append(list("scope", before.scope()));
        yaml.append(list("readings", before.readings()));
        yaml.append("    pace:\n      by-month: ")
                .append(before.pace().percentByMonth())
                .append('\n');
        before.pace()
                .start()
                .ifPresent(s -> yaml.append("      start: ").append(s).append('\n'));
        yaml.append("      reason: ")
                .append(YamlText.words(before.pace().reason()))
                .append('\n');
        yaml.append("    query: ").append(query(before.query())).append('\n');
        return yaml.toString();
    }

    private static String sign(Threshold.Comparator comparator) {
        return switch (comparator) {
            case AT_LEAST -> ">=";
            case AT_MOST -> "<=";
            case EQUAL -> "=";
        };
    }

    private static String list(String key, List<Text> words) {
        return words.isEmpty()
                ? ""
                : words.stream().map(YamlText::words).collect(Collectors.joining(", ", "    " + key + ": [", "]\n"));
    }

    private String unit(Unit unit) {
        String words = YamlText.words(unit.title());
        units.put(unit.code(), unit.ratio() ? words.substring(0, words.length() - 1) + ", ratio: true}" : words);
        return unit.code();
    }

    private String query(CountingQuery query) {
        files.put(query.file(), query.sql());
        return "{file: %s, version: %d, steps: [%s]}"
                .formatted(
                        query.file(),
                        query.version(),
                        query.steps().stream().map(YamlText::words).collect(Collectors.joining(", ")));
    }

    private String reference(Indicator.Reference reference) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("  - id: ").append(reference.id()).append('\n');
        yaml.append("    title: ").append(YamlText.words(reference.title())).append('\n');
        yaml.append("    unit: ").append(unit(reference.unit())).append('\n');
        reference
                .query()
                .ifPresent(q -> yaml.append("    query: ").append(query(q)).append('\n'));
        reference
                .baseline()
                .ifPresent(b -> yaml.append("    baseline: ").append(b).append('\n'));
        return yaml.toString();
    }

    private static String quality(Indicator.QualityCard card) {
        return "quality:\n  verified: %s\n  sources: %s\n  accuracy: %s\n  limitations: %s\n  compensation: %s\n"
                .formatted(
                        YamlText.words(card.verified()),
                        YamlText.words(card.sources()),
                        YamlText.words(card.accuracy()),
                        YamlText.words(card.limitations()),
                        YamlText.words(card.compensation()));
    }
}
