package tsukasa.audit.trail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.audit.AuditCheck;
import tsukasa.audit.AuditDay;
import tsukasa.audit.AuditReader;
import tsukasa.audit.Entry;
import tsukasa.audit.Sealing;

/// Seals before it looks, so that what happened a moment ago is there.
@Component
class Archive implements AuditReader {
    private final EntryStore entries;
    private final Sealing sealing;
    private final TransactionOperations transactions;

    Archive(EntryStore entries, Sealing sealing, TransactionOperations transactions) {
        this.transactions = transactions;
        this.entries = entries;
        this.sealing = sealing;
    }

    @Override
    public Listing search(Wanted wanted, int page, int size) {
        sealing.now();
        EntryStore.Way way = entries.way(wanted);
        long total = entries.count(wanted, way, Listing.COUNTED);
        return new Listing(entries.list(wanted, way, (long) (Math.max(1, page) - 1) * size, size), total);
    }

    /// In one transaction, since only there rows come piece by piece.
    @Override
    public void each(Wanted wanted, Consumer<Entry> taker) {
        sealing.now();
        transactions.executeWithoutResult(_ -> entries.each(wanted, taker));
    }

    @Override
    public Optional<Entry> find(long id) {
        return entries.find(id);
    }

    @Override
    public Optional<Entry> at(LocalDate day, long seq) {
        return entries.at(day, seq);
    }

    @Override
    public Optional<AuditDay> day(LocalDate day) {
        return entries.day(day);
    }

    @Override
    public List<AuditDay> days(int page, int size) {
        sealing.now();
        return entries.days((long) (Math.max(1, page) - 1) * size, size);
    }

    @Override
    public long dayCount() {
        return entries.dayCount();
    }

    @Override
    public long sealed(AuditCheck.Range range) {
        return entries.sealed(range);
    }
}
