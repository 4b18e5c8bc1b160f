package tsukasa.budget;

/// How a statement about nothing can end.
public sealed interface NoneOutcome {
    record Done() implements NoneOutcome {}

    /// The plan does not say なし there.
    record NotThere() implements NoneOutcome {}

    /// Somebody else stated something meanwhile, or this does not follow from how it stands.
    record Changed() implements NoneOutcome {}

    /// There is something: what was borrowed or entered stands against it.
    record NotNone() implements NoneOutcome {}

    record SamePerson() implements NoneOutcome {}

    /// A subject of at most 200 characters, a reason of at most 2,000.
    record NoReason() implements NoneOutcome {}
}
