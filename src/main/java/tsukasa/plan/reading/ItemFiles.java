package tsukasa.plan.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.PlanItem;

/// The items of a package, one file for each section.
final class ItemFiles {
    private final Optional<Plan> before;

    ItemFiles(Optional<Plan> before) {
        this.before = before;
    }

    Map<String, String> of(PlanDocument document) {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        List<Node> nodes = document.nodes();
        int section = 0;
        for (int i = 0; i < nodes.size(); i++) {
            section += nodes.get(i).depth() == 1 ? 1 : 0;
            boolean above = i + 1 < nodes.size()
                    && nodes.get(i + 1).depth() > nodes.get(i).depth();
            files.computeIfAbsent("items/" + section + ".yaml", f -> new StringBuilder())
                    .append(item(document, nodes.get(i), above));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((file, text) -> texts.put(file, text.toString()));
        before.map(CarriedOver::annexes).filter(a -> !a.isEmpty()).ifPresent(a -> texts.put("items/annexes.yaml", a));
        return texts;
    }

    private String item(PlanDocument document, Node node, boolean above) {
        Optional<PlanItem> earlier = before.flatMap(p -> CarriedOver.item(p, document, node));
        String title = ShortTitles.of(node);
        StringBuilder yaml = new StringBuilder();
        yaml.append("- place: ").append(YamlText.quoted(node.place().value())).append('\n');
        yaml.append("  level: ").append(level(node, above)).append('\n');
        yaml.append("  title: ")
                .append(YamlText.words(earlier.map(PlanItem::title).orElseGet(() -> Text.same(title))))
                .append('\n');
        Optional.of(node)
                .flatMap(Node::repeats)
                .ifPresent(first -> yaml.append("  repeats: ")
                        .append(YamlText.quoted(first.value()))
                        .append('\n'));
        earlier.ifPresent(item -> yaml.append(CarriedOver.of(item)));
        yaml.append(isNone(node) ? "  none: true\n" : "");
        return yaml.toString();
    }

    private static String level(Node node, boolean above) {
        if (node.depth() <= 1 && (above || node.role() == Role.PREAMBLE)) {
            return "section";
        }
        boolean heading = node.title().isPresent() && node.sentences().size() == 1 && isTitleOnly(node);
        return above && heading ? "item" : "measure";
    }

    private static boolean isTitleOnly(Node node) {
        return node.title().isPresent() && !Sentences.hasFullStop(node.text());
    }

    /// なし: the plan says that there is nothing.
    private static boolean isNone(Node node) {
        String text = node.text();
        String body = node.title()
                .map(t -> text.substring(Math.min(t.length(), text.length())))
                .orElse("");
        return Characters.compact(body).replace("。", "").matches("(?:該当)?(?:なし|無し)|ない|該当事項なし");
    }
}
