package tsukasa.mail.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tsukasa.kernel.Settings.Agency;

/// Hands letters to the configured mail server.
final class SmtpCarrier implements Carrier {
    private static final Pattern FOR_GOOD = Pattern.compile("5[0-9]{2}[ -]");
    private final JavaMailSenderImpl server;
    private final Agency agency;
    private final Clock clock;

    SmtpCarrier(JavaMailSenderImpl server, Agency agency, Clock clock) {
        this.server = server;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public Round start() throws CarrierAway {
        Session session = server.getSession();
        try {
            Transport transport = session.getTransport(
                    Optional.ofNullable(server.getProtocol()).orElse("smtp"));
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return new SmtpRound(session, transport);
        } catch (MessagingException e) {
            throw new CarrierAway(reason(e), e);
        }
    }

    @Override
    public boolean leavesTheHouse() {
        return true;
    }

    /// RFC 5321 §4.2.1: a reply of 5xx is for good, 4xx for now. The reply stands at the beginning of the message.
    private static boolean forGood(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (FOR_GOOD.matcher(String.valueOf(m.getMessage())).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static String reason(MessagingException failure) {
        String said = String.valueOf(failure.getMessage())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return said.substring(0, Math.min(500, said.length()));
    }

    private final class SmtpRound implements Round {
        private final Session session;
        private final Transport transport;

        SmtpRound(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        @Override
        public Handover handOver(Waiting waiting) throws CarrierAway {
            try {
                LetterMessage message = LetterMessage.of(waiting, agency, session, clock.instant());
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
                return new Handover.Taken();
            } catch (SendFailedException e) {
                return forGood(e) ? new Handover.Refused(reason(e)) : new Handover.NotNow(reason(e));
            } catch (MessagingException e) {
                if (transport.isConnected()) {
                    return new Handover.NotNow(reason(e));
                }
                throw new CarrierAway(reason(e), e);
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException alreadyGone) {
                return;
            }
        }
    }
}
