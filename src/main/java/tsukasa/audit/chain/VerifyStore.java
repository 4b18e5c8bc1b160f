package tsukasa.audit.chain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.audit.AuditCheck.Range;
import tsukasa.kernel.database.OpenDatabase;

/// Reads the chain as it stands, whatever state it is in.
@Component
class VerifyStore {
    private static final int AT_ONCE = 2_000;
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private final JdbcTemplate database;
    private final JdbcTemplate streaming;
    private final TransactionTemplate oneState;

    VerifyStore(DataSource source) {
        this.database = new JdbcTemplate(source);
        this.streaming = new JdbcTemplate(source);
        streaming.setFetchSize(AT_ONCE);
        this.oneState = new TransactionTemplate(new JdbcTransactionManager(source));
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    static VerifyStore of(OpenDatabase database) {
        return new VerifyStore(database.source());
    }

    /// Sealing goes on beside it: all that is read within is of one moment.
    <T> T inOneState(Supplier<T> reading) {
        return Objects.requireNonNull(oneState.execute(_ -> reading.get()));
    }

    /// An entry as it stands, and the hash that was sealed with it.
    record Standing(Link link, byte[] hash) {}

    boolean installed() {
        return Boolean.TRUE.equals(
                database.queryForObject("select to_regclass('audit.entry') is not null", Boolean.class));
    }

    List<SignedSeal> seals(Range range) {
        return database.query(
                "select * from audit.day where day between ? and ? order by day",
                (row, _) -> SealStore.seal(row),
                from(range),
                until(range));
    }

    /// The seal before the first one looked at.
    Optional<SignedSeal> before(Range range) {
        return database
                .query(
                        "select * from audit.day where day < ? order by day desc limit 1",
                        (row, _) -> SealStore.seal(row),
                        from(range))
                .stream()
                .findFirst();
    }

    /// In the order of the chain, a few thousand in memory at a time, within `inOneState`.
    void each(Range range, Consumer<Standing> taker) {
        streaming.query(
                "select day, seq, id, occurred_at, " + Link.COLUMNS + ", previous, hash from audit.entry"
                        + " where day between ? and ? order by day, seq",
                (RowCallbackHandler) row -> taker.accept(new Standing(
                        new Link(
                                row.getObject(1, LocalDate.class),
                                row.getLong(2),
                                row.getLong(3),
                                SealStore.micros(row, 4),
                                SealStore.texts(row, 5),
                                row.getBytes(5 + Link.TEXTS)),
                        row.getBytes(6 + Link.TEXTS))),
                from(range),
                until(range));
    }

    long waiting() {
        Long counted = database.queryForObject("select count(*) from audit.waiting", Long.class);
        return counted == null ? 0 : counted;
    }

    private static LocalDate from(Range range) {
        return range.from() == null ? FIRST : range.from();
    }

    private static LocalDate until(Range range) {
        return range.until() == null ? LAST : range.until();
    }
}
