package tsukasa.scheme;

import java.util.List;
import java.util.Map;
import tsukasa.kernel.Language;

/// Takes submissions in and carries each to its entry in the register. A case, its events and its entry change together
/// or not at all.
public interface Intake {
    /// Row policies know the intake by this name: it reads and writes for applicants and subjects, who have no account
    /// but a secret in a mail.
    String ACTOR = "intake";

    /// Without keeping anything: what is wrong with these answers.
    List<Fault> check(Scheme scheme, Map<String, Object> answers);

    /// Keeps the case and mails a link to the address that must confirm it.
    Receipt submit(Submission submission, Language language);

    /// Many whose senders have been verified elsewhere, entered at once; one bad one never stops the rest. Receipts
    /// come in the order given.
    List<Receipt> submitAll(List<Submission> submissions);

    /// The link in the mail was used; the same link a second time finds the same entry.
    ///
    /// @param language of the letter that says so
    Confirmation confirm(String token, Language language);

    /// What a confirmation link leads to.
    sealed interface Confirmation {
        record Registered(String number) implements Confirmation {}

        /// Used before; nothing changes.
        record AlreadyDone(String number) implements Confirmation {}

        /// Unknown or too old.
        record Expired() implements Confirmation {}

        /// Someone else registered the same subject in the meantime: the number of the entry that stands.
        record Overtaken(String number) implements Confirmation {}
    }
}
