package tsukasa.alerts.mailing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.alerts.AlertMailings;
import tsukasa.identity.Secret;
import tsukasa.kernel.database.Acts;
import tsukasa.kernel.database.NamedActor;
import tsukasa.kernel.database.NamedActors;
import tsukasa.mail.MailId;
import tsukasa.mail.PostOffice;

/// Takes wishes, confirmations and ends of subscriptions. Nobody is a subscriber before a letter to the address was
/// answered, and nobody learns here whether an address is one.
@Component
class SubscriptionDesk implements AlertMailings {
    static final String ACTOR = "alert-mail";
    static final Duration VALID = Duration.ofHours(24);
    /// Letters to one address that nobody has answered, in a day.
    static final int UNANSWERED = 3;
    private final SubscriberStore subscribers;
    private final MailingStore mailings;
    private final AlertLetters letters;
    private final PostOffice post;
    private final Clock clock;

    SubscriptionDesk(
            SubscriberStore subscribers, MailingStore mailings, AlertLetters letters, PostOffice post, Clock clock) {
        this.subscribers = subscribers;
        this.mailings = mailings;
        this.letters = letters;
        this.post = post;
        this.clock = clock;
    }

    @Bean
    static NamedActors alertActors() {
        return NamedActors.of(
                NamedActor.of(ACTOR, "注意喚起のメール配信を受け付け、送る", "Takes subscriptions to alerts, and sends them"));
    }

    /// Absent when this address has been written to often enough without an answer.
    @Transactional
    @Acts(as = ACTOR)
    public Optional<MailId> ask(Subscription wanted) {
        Instant now = clock.instant();
        subscribers.forgetWishes(now);
        if (subscribers.wishesOf(wanted.address(), now.minus(VALID)) >= UNANSWERED) {
            return Optional.empty();
        }
        Secret token = Secret.fresh();
        subscribers.wish(token, wanted, now, now.plus(VALID));
        return Optional.of(post.send(letters.toConfirm(wanted, token)));
    }

    @Transactional(readOnly = true)
    @Acts(as = ACTOR)
    public Optional<Subscription> look(String token) {
        return Secret.parse(token).flatMap(known -> subscribers.look(known, clock.instant()));
    }

    @Transactional
    @Acts(as = ACTOR)
    public boolean confirm(String token) {
        Instant now = clock.instant();
        Optional<Subscription> wanted = Secret.parse(token).flatMap(known -> subscribers.take(known, now));
        wanted.ifPresent(one -> subscribers.keep(one, Secret.fresh(), now));
        return wanted.isPresent();
    }

    /// Whether it was there or not: afterwards it is not.
    @Transactional
    @Acts(as = ACTOR)
    public void stop(String token) {
        Secret.parse(token).ifPresent(subscribers::forget);
    }

    @Override
    @Transactional(readOnly = true)
    @Acts(as = ACTOR)
    public long subscribers() {
        return subscribers.count();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Mailing> last(int most) {
        return mailings.last(most);
    }
}
