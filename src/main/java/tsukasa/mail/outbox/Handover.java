package tsukasa.mail.outbox;

/// How an attempt to hand a letter over can end.
sealed interface Handover {
    record Taken() implements Handover {}

    /// This letter will never be taken, such as for an address that does not exist.
    record Refused(String reason) implements Handover {}

    /// This letter may be taken later.
    record NotNow(String reason) implements Handover {}
}
