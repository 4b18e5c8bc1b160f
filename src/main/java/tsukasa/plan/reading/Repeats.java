package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.plan.Doubt;
import tsukasa.plan.Place;
import tsukasa.plan.PlanDocument.Block;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;

/// 再掲: items printed a second time are linked to where they stand first.
final class Repeats {
    private static final int SHORTEST = 12;
    /// Where the item or one above it says 再掲.
    private static final int SHORTEST_SAID = 4;
    private static final String AGAIN = "再掲";

    private Repeats() {}

    static List<Block> link(List<Block> blocks) {
        Map<String, Place> first = new HashMap<>();
        List<Block> linked = new ArrayList<>();
        int said = Integer.MAX_VALUE;
        for (Block block : blocks) {
            if (block instanceof Node node && node.role() == Role.ITEM) {
                said = said(node, said);
                Optional<Place> original = original(node, said, first);
                linked.add(with(node, original));
            } else {
                linked.add(block);
            }
        }
        return linked;
    }

    private static Optional<Place> original(Node node, int said, Map<String, Place> first) {
        String words = words(node);
        if (words.length() < SHORTEST_SAID) {
            return Optional.empty();
        }
        Optional<Place> earlier = Optional.ofNullable(first.putIfAbsent(words, node.place()));
        return earlier.filter(e -> words.length() >= SHORTEST || said < Integer.MAX_VALUE);
    }

    /// The depth of the item that says 再掲 for all below it.
    private static int said(Node node, int before) {
        int open = node.depth() <= before ? Integer.MAX_VALUE : before;
        return open == Integer.MAX_VALUE && node.text().contains(AGAIN) ? node.depth() : open;
    }

    /// Empty for what is no sentence: two headings may well be called the same.
    private static String words(Node node) {
        String text = node.text();
        if (text.indexOf('。') < 0) {
            return "";
        }
        return Characters.compact(text.substring(Math.min(node.marker().length(), text.length())))
                .replace("(" + AGAIN + ")", "");
    }

    private static Node with(Node node, Optional<Place> original) {
        return new Node(
                node.place(), node.depth(), node.role(), node.marker(), node.title(), node.sentences(), original);
    }

    /// An item that says 再掲 must have a link, or something below it must.
    static List<Doubt> withoutOriginal(List<Block> blocks) {
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Node node && node.text().contains(AGAIN) && !linked(blocks, i, node)) {
                doubts.add(new Doubt(
                        node.line(),
                        Doubt.Kind.REPEAT,
                        Doubts.repeatWithoutOriginal(node.place().value())));
            }
        }
        return doubts;
    }

    private static boolean linked(List<Block> blocks, int index, Node node) {
        if (node.repeats().isPresent()) {
            return true;
        }
        for (int i = index + 1; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Node below) {
                if (below.depth() <= node.depth()) {
                    return false;
                }
                if (below.repeats().isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
