package tsukasa.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import tsukasa.naming.CpeValue.Words;

/// A name of CPE 1.1, withdrawn in 2009: a platform of hardware, systems and applications together, each of which may
/// leave a choice. Later versions name one product; what they can say of it, [#single()] says.
///
/// @param elements hardware first, then systems, then applications
public record OldCpeName(List<Element> elements) {
    public OldCpeName {
        elements = List.copyOf(elements);
    }

    /// What an attribute may be.
    public sealed interface Choice {
        /// It is left out.
        record Any() implements Choice {}

        /// `xp!vista`
        record OneOf(SequencedSet<Words> words) implements Choice {}

        /// `~xp`: everything else.
        record Except(Words words) implements Choice {}

        /// Whether all that the other one may be, this one may be too.
        default boolean covers(Choice other) {
            return switch (this) {
                case Any _ -> true;
                case OneOf(var mine) -> other instanceof OneOf(var theirs) && mine.containsAll(theirs);
                case Except(var not) ->
                    switch (other) {
                        case Any _ -> false;
                        case OneOf(var theirs) -> !theirs.contains(not);
                        case Except(var neither) -> neither.equals(not);
                    };
            };
        }
    }

    /// @param part    `h`, `o` or `a`
    /// @param choices vendor, product, version, update, edition and language
    public record Element(String part, List<Choice> choices) {
        public Element {
            choices = List.copyOf(choices);
        }

        /// What it says of an attribute of [CpeAttribute]; CPE 1.1 has the first seven.
        public Choice choice(CpeAttribute attribute) {
            int at = attribute.ordinal() - 1;
            return at >= 0 && at < choices.size() ? choices.get(at) : new Choice.Any();
        }

        boolean covers(Element other) {
            return part.equals(other.part)
                    && Arrays.stream(CpeAttribute.values())
                            .allMatch(each -> choice(each).covers(other.choice(each)));
        }

        private Optional<CpeName> name() {
            var values = new ArrayList<CpeValue>();
            values.add(CpeValue.literal(part));
            for (var attribute : Arrays.asList(CpeAttribute.values()).subList(1, CpeAttribute.values().length)) {
                switch (choice(attribute)) {
                    case Choice.Any _ -> values.add(CpeValue.ANY);
                    case Choice.OneOf(var words) when words.size() == 1 -> values.add(words.getFirst());
                    default -> {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(CpeName.of(values.toArray(CpeValue[]::new)));
        }
    }

    /// Whether it means every platform of the other name: each of its elements covers one of the other's.
    public boolean covers(OldCpeName other) {
        return elements.stream().allMatch(mine -> other.elements.stream().anyMatch(mine::covers));
    }

    /// The product, where it names exactly one and leaves no choice.
    public Optional<CpeName> single() {
        return elements.size() == 1 ? elements.getFirst().name() : Optional.empty();
    }
}
