package tsukasa.mail;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.page.Paging;

/// 送信箱: what was sent, what waits, what failed; for those who look after the mail.
public interface Outbox {
    Listing list(Wanted wanted);

    Optional<OutgoingMail> find(MailId id);

    /// Tries a failed letter again. False when there is no such letter, or it has not failed.
    boolean sendAgain(MailId id);

    /// Whether letters go to a mail server, or only to files under the data folder.
    boolean toMailServer();

    /// @param text a part of address or subject, empty for all
    /// @param page counted from 1
    record Wanted(String text, Optional<DeliveryState> state, int page) {}

    record Listing(List<OutgoingMail> letters, Paging paging) {}
}
