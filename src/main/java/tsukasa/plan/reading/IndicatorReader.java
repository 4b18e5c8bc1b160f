package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tsukasa.plan.Doubt;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.Indicator.Flag;
import tsukasa.plan.Place;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;

/// Reads the items below 【評価指標】 as indicators with their flags, targets and references.
final class IndicatorReader {
    private static final int LONGEST = 5_000;
    private static final Map<Flag, Pattern> FLAGS = Map.of(
            Flag.CORE_GOAL, Pattern.compile("基幹目標"),
            Flag.HIGH_IMPORTANCE, Pattern.compile("重要度[:「『(]?高"),
            Flag.HIGH_PRIORITY, Pattern.compile("優先度[:「『(]?高"),
            Flag.HIGH_DIFFICULTY, Pattern.compile("(?:難易度|困難度)[:「『(]?高"));
    private static final Pattern BRACKETS_IN_TITLE =
            Pattern.compile("[【［\\[][^】］\\]]*[】］\\]]|[（(][^（）()]*(?:重要度|優先度|難易度|困難度|基幹目標)[^（）()]*[）)]");

    private IndicatorReader() {}

    record Found(List<FoundIndicator> indicators, List<Doubt> doubts) {}

    static Found read(PlanDocument document) {
        List<FoundIndicator> indicators = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        List<Node> nodes = document.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).role() == Role.INDICATOR) {
                indicators.add(indicator(nodes.get(i), textWithItemsBelow(nodes, i), doubts));
            }
        }
        return new Found(indicators, doubts);
    }

    private static String textWithItemsBelow(List<Node> nodes, int index) {
        StringBuilder text = new StringBuilder(nodes.get(index).text());
        for (int i = index + 1;
                i < nodes.size() && nodes.get(i).depth() > nodes.get(index).depth();
                i++) {
            text.append('。').append(nodes.get(i).text());
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
    }

    private static FoundIndicator indicator(Node node, String text, List<Doubt> doubts) {
        String title = title(node);
        Targets.Found targets = Targets.read(body(node, text));
        targets.targets().stream()
                .flatMap(t -> t.readings().stream())
                .forEach(reading -> doubts.add(new Doubt(node.line(), Doubt.Kind.READING, reading)));
        if (targets.targets().isEmpty()) {
            doubts.add(new Doubt(node.line(), Doubt.Kind.READING, Doubts.noTarget(title)));
        }
        return new FoundIndicator(
                node.place(),
                section(node.place()),
                node.line(),
                title,
                flags(text),
                targets.targets(),
                targets.references());
    }

    /// Without its number and without 【基幹目標】.
    private static String title(Node node) {
        String heading =
                node.title().orElseGet(() -> node.sentences().getFirst().text());
        String words = Characters.strip(heading.substring(node.marker().length()));
        String title = Characters.strip(BRACKETS_IN_TITLE.matcher(words).replaceAll(""));
        String shown = title.isEmpty() ? heading : title;
        return shown.length() > 120 ? shown.substring(0, 120) + "…" : shown;
    }

    private static String body(Node node, String text) {
        int from = node.title().map(String::length).orElse(node.marker().length());
        return text.substring(Math.min(from, text.length()));
    }

    private static Set<Flag> flags(String text) {
        String compact = Characters.compact(text);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        FLAGS.forEach((flag, words) -> {
            if (words.matcher(compact).find()) {
                flags.add(flag);
            }
        });
        return flags;
    }

    /// `Ⅰ-1-KPI-②` is evaluated with `Ⅰ-1`.
    private static Place section(Place place) {
        Place group = place.parent();
        Place section = group == null ? null : group.parent();
        return section == null ? place : section;
    }
}
