package tsukasa.mail.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tsukasa.kernel.database.Acts;
import tsukasa.kernel.database.NamedActor;
import tsukasa.kernel.database.NamedActors;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Paging;
import tsukasa.mail.DeliveryState;
import tsukasa.mail.Letter;
import tsukasa.mail.MailId;
import tsukasa.mail.Outbox;
import tsukasa.mail.OutgoingMail;
import tsukasa.mail.PostOffice;

/// Where letters are handed in, and where one asks after them.
@Component
class Counter implements PostOffice, Outbox {
    static final String POST = "post";
    private static final String NO_MAIL = "house-without-mail";
    private static final int AT_ONCE = 5_000;
    private static final int PAGE_SIZE = 50;
    private final LetterStore letters;
    private final Deliverer deliverer;
    private final Carrier carrier;
    private final Clock clock;

    Counter(LetterStore letters, Deliverer deliverer, Carrier carrier, Clock clock) {
        this.letters = letters;
        this.deliverer = deliverer;
        this.carrier = carrier;
        this.clock = clock;
    }

    @Bean
    static NamedActors mailActors() {
        return NamedActors.of(
                NamedActor.of(POST, "メールを受け取り、届ける", "Takes letters in and delivers them"),
                NamedActor.of(
                        DemoLetterController.MAILBOX,
                        "実演の郵便受け。実演でだけ動く",
                        "The mailbox of a demonstration, and only of one"),
                NamedActor.of(
                        NO_MAIL,
                        "メールサーバーのない設置で、送信メールの画面に本文を出す",
                        "Shows what a letter says on the outbox page where there is no mail server"));
    }

    @Override
    @Transactional
    @Acts(as = POST)
    public MailId send(Letter letter) {
        return sendAll(List.of(letter)).getFirst();
    }

    @Override
    @Transactional
    @Acts(as = POST)
    public List<MailId> sendAll(List<Letter> all) {
        List<MailId> ids = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            ids.addAll(letters.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)), clock.instant()));
        }
        deliverAfterCommit();
        return ids;
    }

    private void deliverAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deliverer.wake();
            }
        });
    }

    @Override
    public Listing list(Wanted wanted) {
        DeliveryState state = wanted.state().orElse(null);
        Paging paging = new Paging(wanted.page(), PAGE_SIZE, letters.count(wanted.text(), state));
        return new Listing(letters.list(wanted.text(), state, paging.offset(), paging.size()), paging);
    }

    /// Without a mail server the outbox is the only place where a sign-in link can be read.
    @Override
    public Optional<OutgoingMail> find(MailId id) {
        return toMailServer() ? letters.find(id) : Walls.also(NO_MAIL, () -> letters.find(id));
    }

    @Override
    @Transactional
    public boolean sendAgain(MailId id) {
        deliverAfterCommit();
        return letters.requeueFailed(id, clock.instant());
    }

    @Override
    public boolean toMailServer() {
        return carrier.leavesTheHouse();
    }
}
