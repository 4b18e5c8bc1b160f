package tsukasa.kernel;

/// What stands on every line of the log besides its words: never a name, an address or anything else about a person.
public final class LogFields {
    /// See [RequestId].
    public static final String REQUEST = "request";

    /// The id of whoever is signed in.
    public static final String PERSON = "person";

    private LogFields() {}
}
