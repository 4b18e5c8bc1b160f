package tsukasa.identity;

/// How registering an organisation can end.
public sealed interface Registration {
    Organisation organisation();

    record Registered(Organisation organisation) implements Registration {}

    /// Its corporate number is registered already; nothing was changed.
    record AlreadyThere(Organisation organisation) implements Registration {}
}
