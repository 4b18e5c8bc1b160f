package tsukasa.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.audit.Sealing;
import tsukasa.kernel.Settings;
import tsukasa.kernel.page.Writing;
import tsukasa.kernel.round.Round;

/// Gives committed entries their place in the chain of the day, one node at a time, and closes days that are over.
/// Chaining as they are written would make every transaction wait for the one before.
@Component
class Sealer implements Sealing {
    static final int AT_ONCE = 2_000;
    private final SealStore store;
    private final TransactionOperations transactions;
    private final Settings settings;
    private final Clock clock;
    private volatile @Nullable SigningKey key;

    Sealer(SealStore store, TransactionOperations transactions, Settings settings, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    static Round sealing(Sealer sealer) {
        return Round.every(Duration.ofSeconds(1), "audit-sealing", _ -> sealer.all())
                .delayedByAtMost(Duration.ofSeconds(5))
                .fromTheStart()
                .onceMoreAtTheEnd();
    }

    private void all() {
        while (once() == AT_ONCE) {
            // a heap of them
        }
    }

    @Override
    public void now() {
        while (store.anyWaiting() && once() == AT_ONCE) {
            // until nothing waits that was there
        }
    }

    /// Closes the last day when it is over, then seals what waits, if anything does.
    ///
    /// @return how many entries were sealed
    int once() {
        Integer sealed = transactions.execute(_ -> {
            store.becomeTheSealer();
            return seal();
        });
        return sealed == null ? 0 : sealed;
    }

    private int seal() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Writing.JAPAN);
        Optional<SignedSeal> last = store.last().map(one -> closedIfOver(one, today, now));
        LocalDate day = last.map(one -> dayAfter(one.seal(), today)).orElse(today);
        List<Link> waiting = store.waiting(day, AT_ONCE);
        if (!waiting.isEmpty()) {
            Seal open = last.filter(one -> !one.seal().closed())
                    .map(SignedSeal::seal)
                    .orElseGet(() -> begun(day, last, now));
            store.keep(key().sign(chained(open, waiting, now)));
        }
        return waiting.size();
    }

    private SignedSeal closedIfOver(SignedSeal last, LocalDate today, Instant now) {
        if (last.seal().closed() || !last.seal().day().isBefore(today)) {
            return last;
        }
        SignedSeal closed = key().sign(last.seal().closedAt(now));
        store.keep(closed);
        PublishedRoots.add(settings.dataDir(), closed);
        return closed;
    }

    /// A day never comes back, not even when a clock does.
    private static LocalDate dayAfter(Seal last, LocalDate today) {
        LocalDate earliest = last.closed() ? last.day().plusDays(1) : last.day();
        return earliest.isAfter(today) ? earliest : today;
    }

    private static Seal begun(LocalDate day, Optional<SignedSeal> last, Instant now) {
        byte[] before = last.map(SignedSeal::root).orElse(Seal.NOTHING_BEFORE);
        long ordinal = last.map(one -> one.seal().ordinal()).orElse(0L) + 1;
        return new Seal(day, ordinal, 0, before, before, false, now);
    }

    private Seal chained(Seal open, List<Link> waiting, Instant now) {
        List<Link> links = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        byte[] head = open.head();
        long place = open.entries();
        for (Link one : waiting) {
            Link link = new Link(open.day(), ++place, one.id(), one.micros(), one.texts(), head);
            head = link.hash();
            links.add(link);
            hashes.add(head);
        }
        store.seal(links, hashes);
        return open.to(links.size(), head, now);
    }

    private SigningKey key() {
        SigningKey known = key;
        if (known == null) {
            known = SigningKey.of(settings.dataDir());
            key = known;
        }
        return known;
    }
}
