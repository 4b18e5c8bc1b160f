package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsukasa.plan.Place;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Block;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.PlanDocument.Sentence;

/// Changes a document without changing a word of its text.
final class DocumentEdit {
    private final PlanDocument before;
    private final List<Block> blocks;

    DocumentEdit(PlanDocument document) {
        this.before = document;
        this.blocks = new ArrayList<>(document.blocks());
    }

    PlanDocument done() {
        List<Block> linked = blocks.stream()
                .map(b -> b instanceof Node n
                                && n.repeats().isPresent()
                                && !known(n.repeats().get())
                        ? with(n, n.place(), n.role(), n.title(), Optional.empty())
                        : b)
                .toList();
        return new PlanDocument(before.profile(), before.charset(), linked);
    }

    private boolean known(Place place) {
        return index(place) >= 0;
    }

    private int index(Place place) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Node node && node.place().equals(place)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Node> node(Place place) {
        int index = index(place);
        return index >= 0 && blocks.get(index) instanceof Node node ? Optional.of(node) : Optional.empty();
    }

    /// The place above must be there, and the new one must not.
    boolean place(Place from, Place to) {
        Place above = to.parent();
        if (!known(from) || known(to) || above != null && (!known(above) || isAtOrBelow(above, from))) {
            return false;
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Node node) {
                Place place = moved(node.place(), from, to);
                Optional<Place> repeats = node.repeats().map(r -> moved(r, from, to));
                blocks.set(i, with(node, place, node.role(), node.title(), repeats));
            }
        }
        return true;
    }

    private static Place moved(Place place, Place from, Place to) {
        return isAtOrBelow(place, from)
                ? new Place(to.value() + place.value().substring(from.value().length()))
                : place;
    }

    private static boolean isAtOrBelow(Place place, Place top) {
        for (Place p = place; p != null; p = p.parent()) {
            if (p.equals(top)) {
                return true;
            }
        }
        return false;
    }

    boolean role(Place place, Role role) {
        Optional<Node> node = node(place);
        node.ifPresent(n -> blocks.set(index(place), with(n, place, role, n.title(), n.repeats())));
        return node.isPresent();
    }

    boolean title(Place place, String title) {
        Optional<Node> node = node(place);
        node.ifPresent(n -> {
            String whole = title.startsWith(n.marker()) ? title : n.marker() + title;
            blocks.set(index(place), with(n, place, n.role(), Optional.of(whole), n.repeats()));
        });
        return node.isPresent();
    }

    /// Its words go to the item before it; not while others stand below it.
    boolean join(Place place) {
        int index = index(place);
        int above = index - 1;
        while (above >= 0 && !(blocks.get(above) instanceof Node)) {
            above--;
        }
        if (index < 0 || above < 0 || !(blocks.get(above) instanceof Node into) || hasBelow(place)) {
            return false;
        }
        List<Sentence> sentences = new ArrayList<>(into.sentences());
        for (Sentence sentence : ((Node) blocks.get(index)).sentences()) {
            sentences.add(new Sentence(sentences.size() + 1, sentence.text(), sentence.line()));
        }
        blocks.set(
                above,
                new Node(
                        into.place(),
                        into.depth(),
                        into.role(),
                        into.marker(),
                        into.title(),
                        sentences,
                        into.repeats()));
        blocks.remove(index);
        return true;
    }

    private boolean hasBelow(Place place) {
        return blocks.stream()
                .anyMatch(b -> b instanceof Node n && !n.place().equals(place) && isAtOrBelow(n.place(), place));
    }

    private Node with(Node node, Place place, Role role, Optional<String> title, Optional<Place> repeats) {
        int depth = place.equals(node.place()) ? node.depth() : depth(place);
        return new Node(place, depth, role, node.marker(), title, node.sentences(), repeats);
    }

    private static int depth(Place place) {
        int depth = 0;
        for (Place p = place; p != null; p = p.parent()) {
            depth++;
        }
        return depth;
    }
}
