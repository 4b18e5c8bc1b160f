package tsukasa.plan.reading;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;
import tsukasa.plan.GradingRules;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanItem;

/// What people wrote in the package of an earlier version and no text says: services, departments, short titles. It
/// goes with an item as long as the item at the place still speaks of the same thing.
final class CarriedOver {
    /// Short titles are in our own words, so that only the nouns are shared.
    private static final double SAME_THING = 0.25;

    private CarriedOver() {}

    static Optional<PlanItem> item(Plan before, PlanDocument document, Node node) {
        return before.item(node.place())
                .filter(item -> sameNeighbours(before, document, node.place()) || speaksOf(node, item));
    }

    /// Where nothing was put in or taken out, the same number means the same item.
    private static boolean sameNeighbours(Plan before, PlanDocument document, Place place) {
        @Nullable Place above = place.parent();
        List<Place> earlier = before.items().stream()
                .map(PlanItem::place)
                .filter(p -> Objects.equals(p.parent(), above))
                .toList();
        List<Place> now = document.nodes().stream()
                .map(Node::place)
                .filter(p -> Objects.equals(p.parent(), above))
                .toList();
        return earlier.equals(now);
    }

    private static boolean speaksOf(Node node, PlanItem item) {
        String title = Characters.compact(item.title().ja());
        String text = Characters.compact(node.text());
        if (node.role() != PlanDocument.Role.ITEM || title.length() < 2) {
            return true;
        }
        int shared = 0;
        for (int i = 0; i + 2 <= title.length(); i++) {
            shared += text.contains(title.substring(i, i + 2)) ? 1 : 0;
        }
        return shared >= SAME_THING * (title.length() - 1);
    }

    /// Annexes are items only in packages; in the text they are tables.
    static String annexes(Plan before) {
        StringBuilder yaml = new StringBuilder();
        before.items().stream()
                .filter(i -> i.place().value().startsWith("別紙"))
                .forEach(i -> yaml.append("- place: ")
                        .append(YamlText.quoted(i.place().value()))
                        .append("\n  level: ")
                        .append(i.level().name().toLowerCase(Locale.ROOT))
                        .append("\n  title: ")
                        .append(YamlText.words(i.title()))
                        .append('\n')
                        .append(of(i))
                        .append(i.none() ? "  none: true\n" : ""));
        return yaml.toString();
    }

    static String of(PlanItem item) {
        StringBuilder yaml = new StringBuilder();
        item.department().ifPresent(d -> yaml.append("  department: ").append(d).append('\n'));
        item.service()
                .ifPresent(s -> yaml.append("  service:\n    title: ")
                        .append(YamlText.words(s.title()))
                        .append("\n    address: ")
                        .append(YamlText.quoted(s.address()))
                        .append('\n'));
        item.outcome()
                .ifPresent(o ->
                        yaml.append("  outcome: ").append(YamlText.words(o)).append('\n'));
        if (!item.rows().isEmpty()) {
            yaml.append("  rows: ").append(item.rows()).append('\n');
        }
        return yaml.toString();
    }

    static String departments(List<Plan.Department> departments) {
        StringBuilder yaml = new StringBuilder(departments.isEmpty() ? "" : "departments:\n");
        departments.forEach(d -> yaml.append("  ")
                .append(d.id())
                .append(": ")
                .append(YamlText.words(d.title()))
                .append('\n'));
        return yaml.toString();
    }

    static String notes(List<Text> notes) {
        StringBuilder yaml = new StringBuilder(notes.isEmpty() ? "" : "notes:\n");
        notes.forEach(n -> yaml.append("  - ").append(YamlText.words(n)).append('\n'));
        return yaml.toString();
    }

    static String sections(List<Place> sections) {
        return sections.isEmpty()
                ? ""
                : sections.stream()
                        .map(p -> YamlText.quoted(p.value()))
                        .collect(Collectors.joining(", ", ", sections: [", "]"));
    }

    static String grading(GradingRules grading) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("authority: ").append(YamlText.words(grading.authority())).append('\n');
        yaml.append("standard: ").append(grading.standard()).append("\nrules:\n");
        grading.rules()
                .forEach(r -> yaml.append("  - {grade: %s, from: '%s', needs-quality: %s, meaning: %s}\n"
                        .formatted(r.grade(), r.from(), r.needsQuality(), YamlText.words(r.meaning()))));
        return yaml.toString();
    }

    /// Targets outside the indicators whose places are all still there.
    static List<OtherTarget> targets(Plan before, PlanDocument document) {
        return before.targets().stream()
                .filter(t -> t.places().stream().allMatch(p -> document.node(p).isPresent()))
                .toList();
    }
}
