package tsukasa.scheme;

import java.util.Optional;
import tsukasa.kernel.Language;
import tsukasa.mail.MailId;

/// 管理用リンク: the way back to one's own entry, mailed to its registered contact and to nobody else.
public interface Links {
    /// Empty when no such entry stands, or too many were asked for today; never tell a visitor which.
    Optional<MailId> mailManagementLink(String scheme, String number, Language language);

    /// The entry a link leads to, until it is too old.
    Optional<Managed> open(String token);

    record Managed(String scheme, String number) {}
}
