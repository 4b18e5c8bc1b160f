package tsukasa.audit;

import java.util.List;

/// The actions a module records, so that they can be chosen and read in words. A bean of each module that records.
public record KnownActions(List<Action> all) {
    public KnownActions {
        all = List.copyOf(all);
    }

    public static KnownActions of(Action... all) {
        return new KnownActions(List.of(all));
    }
}
