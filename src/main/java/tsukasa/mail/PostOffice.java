package tsukasa.mail;

import java.util.List;

/// Takes letters for delivery. A letter is part of the caller's transaction: it leaves after the commit, or never.
public interface PostOffice {
    MailId send(Letter letter);

    /// Many at once, in one statement.
    List<MailId> sendAll(List<Letter> letters);
}
