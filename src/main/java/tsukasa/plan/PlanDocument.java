package tsukasa.plan;

import java.util.List;
import java.util.Optional;

/// The text of a plan as a tree in document order, every word kept.
///
/// @param profile the numbering style it was read by
/// @param charset the encoding it was read in
public record PlanDocument(String profile, String charset, List<Block> blocks) {
    public PlanDocument {
        blocks = List.copyOf(blocks);
    }

    public sealed interface Block {
        int line();
    }

    /// One numbered item, an indicator, a group of indicators, or what stands before the first number.
    ///
    /// @param marker    as printed, `（１－１）`; empty at the preamble
    /// @param title     its heading in the words of the plan, where it has one
    /// @param sentences its own text, marker included
    /// @param repeats   再掲: the first place with the same words
    public record Node(
            Place place,
            int depth,
            Role role,
            String marker,
            Optional<String> title,
            List<Sentence> sentences,
            Optional<Place> repeats)
            implements Block {
        public Node {
            sentences = List.copyOf(sentences);
        }

        @Override
        public int line() {
            return sentences.getFirst().line();
        }

        /// All of its own words, without the sub-items.
        public String text() {
            return String.join("", sentences.stream().map(Sentence::text).toList());
        }
    }

    public enum Role {
        PREAMBLE,
        ITEM,
        /// 【評価指標】: the heading over the indicators of a section.
        INDICATORS,
        INDICATOR
    }

    /// Line breaks inside are joined; a heading without 。 runs on into the text below it.
    ///
    /// @param line where it begins, counted from 1 with blank lines
    public record Sentence(int number, String text, int line) {}

    /// Lines that are no sentences, kept one by one: page furniture, or tables with what stands around them.
    public record Passage(Kind kind, int line, List<String> lines) implements Block {
        public Passage {
            lines = List.copyOf(lines);
        }

        public enum Kind {
            FURNITURE,
            TABLES
        }
    }

    public List<Node> nodes() {
        return blocks.stream()
                .filter(Node.class::isInstance)
                .map(Node.class::cast)
                .toList();
    }

    public List<Passage> passages() {
        return blocks.stream()
                .filter(Passage.class::isInstance)
                .map(Passage.class::cast)
                .toList();
    }

    public Optional<Node> node(Place place) {
        return nodes().stream().filter(n -> n.place().equals(place)).findFirst();
    }
}
