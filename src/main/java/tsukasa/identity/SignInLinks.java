package tsukasa.identity;

import java.net.URI;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.MailId;

/// One-time links that prove that somebody reads an address: valid for 30 minutes, used once, never stored in clear.
public interface SignInLinks {
    /// A link for a letter of one's own; mark that letter `keptSecret`. Following it signs in as the person of that
    /// address, who is made if there is none yet, and goes on to the return path.
    URI make(EmailAddress email, ReturnPath goOn);

    /// Sends the usual sign-in letter.
    MailId send(EmailAddress email, ReturnPath goOn, Language language);
}
