package tsukasa.kernel.foureyes;

import java.util.List;

/// 案: what somebody writes and somebody else publishes.
public interface Draft {
    long id();

    DraftState state();

    /// How often it was changed: who changes it says which state they saw.
    int seen();

    /// What was done with it, the first first.
    List<DraftEvent> events();

    default boolean open() {
        return state().open();
    }

    default Hands hands() {
        return new Hands(events().stream()
                .filter(event -> event.became() == DraftEvent.Became.WRITTEN)
                .map(event -> new Hands.Hand(event.by(), event.byName()))
                .toList());
    }
}
