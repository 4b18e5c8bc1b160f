package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.FoundIndicator.Reference;
import tsukasa.plan.FoundIndicator.Target;
import tsukasa.plan.Indicator.Flag;
import tsukasa.plan.Plan;
import tsukasa.plan.Threshold;

/// The indicators of a package. Until somebody writes a better query, each is counted from records entered by hand.
final class IndicatorFiles {
    private static final String SHARE = "share";
    static final Map<Flag, String> FLAGS = Map.of(
            Flag.CORE_GOAL, "core-goal",
            Flag.HIGH_IMPORTANCE, "high-importance",
            Flag.HIGH_PRIORITY, "high-priority",
            Flag.HIGH_DIFFICULTY, "high-difficulty");

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    IndicatorFiles(List<FoundIndicator> indicators, Optional<Plan> before) {
        for (FoundIndicator indicator : indicators) {
            Optional<CarriedIndicator> earlier = before.flatMap(p -> CarriedIndicator.of(p, indicator));
            if (earlier.isPresent()) {
                names.add(earlier.get().file());
                files.putAll(earlier.get().files());
                units.putAll(earlier.get().units());
            } else if (!indicator.targets().isEmpty()) {
                String id = "KPI-" + (names.size() + 1);
                String file = "indicators/" + id + ".yaml";
                names.add(file);
                files.put(file, indicator(id, indicator));
            }
        }
    }

    Map<String, String> files() {
        return files;
    }

    /// Code to words, as written in `plan.yaml`.
    Map<String, String> units() {
        return units;
    }

    List<String> names() {
        return names;
    }

    private String indicator(String id, FoundIndicator indicator) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("id: ").append(id).append('\n');
        yaml.append("place: ")
                .append(YamlText.quoted(indicator.place().value()))
                .append('\n');
        yaml.append("section: ")
                .append(YamlText.quoted(indicator.section().value()))
                .append('\n');
        yaml.append("title: ")
                .append(YamlText.same(ShortTitles.shortened(indicator.title())))
                .append('\n');
        yaml.append("definition: ")
                .append(YamlText.same(String.join(
                        "、", indicator.targets().stream().map(Target::statement).toList())))
                .append('\n');
        List<String> flags = indicator.flags().stream()
                .sorted()
                .map(f -> FLAGS.getOrDefault(f, ""))
                .toList();
        yaml.append(flags.isEmpty() ? "" : "flags: [" + String.join(", ", flags) + "]\n");
        yaml.append("thresholds:\n");
        for (int i = 0; i < indicator.targets().size(); i++) {
            yaml.append(threshold(
                    id + "." + (char) ('a' + Math.min(i, 25)),
                    indicator.targets().get(i)));
        }
        List<Reference> references = indicator.references();
        yaml.append(references.isEmpty() ? "" : "references:\n");
        for (int i = 0; i < references.size(); i++) {
            yaml.append(reference(id + ".ref" + (i == 0 ? "" : i + 1), references.get(i)));
        }
        return yaml.toString();
    }

    private String threshold(String id, Target target) {
        boolean share = isShare(target);
        StringBuilder yaml = new StringBuilder();
        yaml.append("  - id: ").append(id).append('\n');
        yaml.append("    title: ")
                .append(YamlText.same(ShortTitles.shortened(target.statement())))
                .append('\n');
        yaml.append("    kind: ").append(share ? "ratio" : "manual").append('\n');
        yaml.append("    unit: ").append(share ? share() : unit(target.unit())).append('\n');
        yaml.append("    comparator: '")
                .append(target.comparator() == Threshold.Comparator.AT_MOST ? "<=" : ">=")
                .append("'\n");
        yaml.append("    target: ")
                .append(share ? ofOne(target) : target.value())
                .append('\n');
        if (!target.readings().isEmpty()) {
            yaml.append("    readings:\n");
            target.readings()
                    .forEach(r ->
                            yaml.append("      - ").append(YamlText.words(r)).append('\n'));
        }
        yaml.append("    query: ").append(query(id, share)).append('\n');
        return yaml.toString();
    }

    private String reference(String id, Reference reference) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("  - id: ").append(id).append('\n');
        yaml.append("    title: ")
                .append(YamlText.same(ShortTitles.shortened(reference.statement())))
                .append('\n');
        yaml.append("    unit: ")
                .append(unit(reference.unit().isBlank() ? "件" : reference.unit()))
                .append('\n');
        boolean whole = reference.value().map(Fraction::isWhole).orElse(false);
        yaml.append(
                whole
                        ? "    baseline: " + reference.value().orElseThrow() + "\n"
                        : "    query: " + query(id, false) + "\n");
        return yaml.toString();
    }

    /// ７０％ and ３分の２ are shares; １１０％ of the year before is not.
    private static boolean isShare(Target target) {
        return ofOne(target).compareTo(Fraction.ONE) <= 0
                && (target.unit().startsWith("%")
                        || !target.value().isWhole() && target.unit().isBlank());
    }

    static Fraction ofOne(Target target) {
        return target.unit().startsWith("%") ? target.value().dividedBy(Fraction.of(100)) : target.value();
    }

    private String share() {
        units.putIfAbsent(SHARE, "{ja: \"割合\", en: \"share\", ratio: true}");
        return SHARE;
    }

    private String unit(String counter) {
        String shown = counter.isBlank() ? "件" : counter;
        String code = UnitNames.code(shown);
        units.putIfAbsent(code, YamlText.words(UnitNames.words(shown)));
        return code;
    }

    private String query(String id, boolean share) {
        String file = "indicators/" + id + ".sql";
        files.put(file, share ? SHARE_QUERY.formatted(id) : COUNT_QUERY.formatted(id));
        List<Text> steps = new ArrayList<>(List.of(
                Text.of("この目標について入力された記録", "Records entered for this target"),
                Text.of("別の職員が承認したもの", "Approved by a second person"),
                Text.of("年度の初日からこの日まで", "From the first day of the year up to the day")));
        if (share) {
            steps.add(Text.of("答えの数の合うもの", "Answers that add up"));
        }
        return "{file: %s, version: 1, steps: [%s]}"
                .formatted(
                        file,
                        String.join(", ", steps.stream().map(YamlText::words).toList()));
    }

    private static final String COUNT_QUERY = """
            -- How many were counted for %1$s in a period?
            -- Source: records entered by staff with evidence. Steps: entered, approved by a second person, within the period.
            select record_id as row_id,
                   subject,
                   occurred_on,
                   dimension,
                   amount,
                   cast(null as bigint) as denominator,
                   link,
                   case when approved_at is null or approved_at > :known_at then 1
                        when occurred_on < :from or occurred_on > :as_of then 2
                        else 3
                   end as passed,
                   recorded_at
              from plan.pub_record_v1
             where threshold = '%1$s'
               and recorded_at <= :known_at
               and (withdrawn_at is null or withdrawn_at > :known_at)
            """;
    private static final String SHARE_QUERY = """
            -- Which share was counted for %1$s in a period?
            -- Source: totals entered by staff with evidence. Steps: entered, approved by a second person, within the period,
            -- answers that add up. amount = those that count, denominator = all.
            select record_id as row_id,
                   subject,
                   occurred_on,
                   dimension,
                   amount,
                   denominator,
                   link,
                   case when approved_at is null or approved_at > :known_at then 1
                        when occurred_on < :from or occurred_on > :as_of then 2
                        when denominator > 0 and amount between 0 and denominator then 4
                        else 3
                   end as passed,
                   recorded_at
              from plan.pub_record_v1
             where threshold = '%1$s'
               and recorded_at <= :known_at
               and (withdrawn_at is null or withdrawn_at > :known_at)
            """;
}
