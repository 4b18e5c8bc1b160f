package tsukasa.mail.outbox;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import tsukasa.kernel.Settings.Agency;
import tsukasa.mail.Letter;

/// A letter in the form of RFC 5322. Its Message-ID is its own, so that a letter sent twice after a crash is one letter
/// to the mail programs that receive it.
final class LetterMessage extends MimeMessage {
    private final String messageId;

    private LetterMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static LetterMessage of(Waiting waiting, Agency agency, Session session, Instant now) throws MessagingException {
        Letter letter = waiting.letter();
        String domain = agency.mailFrom().substring(agency.mailFrom().indexOf('@') + 1);
        LetterMessage message = new LetterMessage(session, "<" + waiting.id().value() + "@" + domain + ">");
        message.setFrom(sender(agency, letter));
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.to().value(), true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setText(letter.body(), "UTF-8");
        message.setSentDate(Date.from(now));
        message.setHeader("Content-Language", letter.language().tag());
        message.setHeader("Auto-Submitted", "auto-generated");
        for (Letter.Header header : letter.headers()) {
            message.addHeader(header.name(), header.value());
        }
        return message;
    }

    private static InternetAddress sender(Agency agency, Letter letter) {
        try {
            return new InternetAddress(agency.mailFrom(), agency.title().in(letter.language()), "UTF-8");
        } catch (UnsupportedEncodingException neverForUtf8) {
            throw new IllegalStateException(neverForUtf8);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
