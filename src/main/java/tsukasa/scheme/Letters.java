package tsukasa.scheme;

import tsukasa.kernel.Language;

/// Links that only the registered contact receives.
public interface Letters {
    /// Mails the contact of an entry a link to manage it. Says nothing about whether there is such an entry.
    void mailManagementLink(String scheme, String number, Language language);

    /// The case that a management link opens; empty when it is unknown, too old or the entry was withdrawn.
    java.util.Optional<String> managed(String token);
}
