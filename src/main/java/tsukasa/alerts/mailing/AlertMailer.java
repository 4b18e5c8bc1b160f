package tsukasa.alerts.mailing;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertPublished;
import tsukasa.alerts.Alerts;
import tsukasa.alerts.Urgency;
import tsukasa.alerts.mailing.MailingStore.UnderWay;
import tsukasa.kernel.round.Bell;
import tsukasa.kernel.round.Round;
import tsukasa.mail.PostOffice;

/// Sends each edition to whoever wants it, in blocks. A block's letters and the mark of how far it came are one
/// transaction, so a letter is written once, whatever dies in between.
@Component
class AlertMailer {
    private static final int BLOCK = 500;
    private final SubscriberStore subscribers;
    private final MailingStore mailings;
    private final Alerts alerts;
    private final AlertLetters letters;
    private final PostOffice post;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Bell bell = new Bell();

    AlertMailer(
            SubscriberStore subscribers,
            MailingStore mailings,
            Alerts alerts,
            AlertLetters letters,
            PostOffice post,
            TransactionOperations transactions,
            Clock clock) {
        this.subscribers = subscribers;
        this.mailings = mailings;
        this.alerts = alerts;
        this.letters = letters;
        this.post = post;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static Round alertMailing(AlertMailer mailer) {
        return Round.every(Duration.ofMinutes(1), "alert-mailing", mailer::sendAll)
                .as(SubscriptionDesk.ACTOR)
                .fromTheStart()
                .rungBy(mailer.bell);
    }

    /// Within the transaction of the publication: there is none without its mailing.
    @EventListener
    void begin(AlertPublished edition) {
        mailings.begin(edition, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    void sendAll(BooleanSupplier goesOn) {
        boolean more = true;
        while (more && goesOn.getAsBoolean()) {
            more = Boolean.TRUE.equals(transactions.execute(_ -> sendSome()));
        }
    }

    /// @return whether there may be more to do
    private boolean sendSome() {
        return mailings.holdNext()
                .map(mailing -> {
                    alerts.find(mailing.number(), mailing.edition())
                            .ifPresentOrElse(
                                    alert -> sendSome(mailing, alert), () -> mailings.finish(mailing, clock.instant()));
                    return true;
                })
                .orElse(false);
    }

    /// @param alert as that edition told it, whatever came out since
    private void sendSome(UnderWay mailing, Alert alert) {
        List<Subscriber> some = subscribers.some(
                new SubscriberStore.Block(
                        mailing.last(), mailing.begun(), upTo(alert.content().urgency()), mailing.edition() > 1),
                BLOCK);
        if (some.isEmpty()) {
            mailings.finish(mailing, clock.instant());
            return;
        }
        Alert now = alerts.find(mailing.number()).orElse(alert);
        if (takenBack(alert, now)) {
            mailings.cutShort(mailing, clock.instant());
            return;
        }
        post.sendAll(some.stream().map(one -> letters.of(alert, now, one)).toList());
        mailings.move(mailing, some.getLast().id(), some.size());
    }

    /// Nobody is sent advice that was withdrawn meanwhile; the mailing of the withdrawal itself goes on.
    private static boolean takenBack(Alert alert, Alert now) {
        return now.standing() == Alert.Standing.WITHDRAWN && alert.edition() < now.edition();
    }

    /// Who wants the less urgent wants the more urgent too.
    private static List<Urgency> upTo(Urgency urgency) {
        return Arrays.stream(Urgency.values())
                .filter(one -> one.compareTo(urgency) <= 0)
                .toList();
    }
}
