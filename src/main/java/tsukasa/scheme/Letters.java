package tsukasa.scheme;

import java.time.LocalDate;
import java.util.Optional;
import tsukasa.kernel.Language;

/// Links that only the registered contact receives.
public interface Letters {
    /// Mails the contact of an entry a link to manage it. Says nothing about whether there is such an entry.
    void mailManagementLink(String scheme, String number, Language language);

    /// Tells the contact what has just happened to their entry, with a way to object.
    void tell(String number, Happening happening, Language language);

    /// Tells those who handle the case what its subject has just done.
    void tellHandlers(String number, Happening happening);

    enum Happening {
        CHANGED,
        CORRECTED,
        WITHDRAWN,
        RESTORED
    }

    /// A management link for whoever has just proved by a confirmation link that the contact's mail is theirs.
    ///
    /// @return the secret of its address; empty unless that link led to an entry that stands
    Optional<String> managementFor(String confirmation);

    /// What a management link opens; empty when it is unknown or too old.
    Optional<Managed> managed(String token);

    /// @param since     the case is as it is since then
    /// @param withdrawn the entry no longer stands: its withdrawal may be taken back, nothing else
    record Managed(String number, int version, String name, Answers answers, LocalDate since, boolean withdrawn) {}
}
