package tsukasa.kernel.foureyes;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Those who wrote any part of something. The rule of four eyes: none of them decides about it.
public record Hands(List<Hand> all) {
    public static final Hands NONE = new Hands(List.of());

    public Hands {
        all = all.stream().distinct().toList();
    }

    public record Hand(UUID id, String name) {}

    public boolean include(UUID person) {
        return all.stream().anyMatch(hand -> hand.id().equals(person));
    }

    /// @param between what stands between two names
    public String names(String between) {
        return all.stream().map(Hand::name).distinct().collect(Collectors.joining(between));
    }
}
