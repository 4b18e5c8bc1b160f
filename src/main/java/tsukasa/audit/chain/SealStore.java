package tsukasa.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Gives waiting entries their place. What they say goes from one table to the other within the database, untouched.
@Component
class SealStore {
    /// Of our own choosing; whoever holds it is the one node that seals.
    private static final long ONE_SEALER = 0x7473_756b_6173_6101L;

    private final JdbcTemplate database;

    SealStore(JdbcTemplate database) {
        this.database = database;
    }

    /// Until the end of the transaction.
    void becomeTheSealer() {
        database.query("select pg_advisory_xact_lock(?)", _ -> {}, ONE_SEALER);
    }

    boolean anyWaiting() {
        return Boolean.TRUE.equals(
                database.queryForObject("select exists (select 1 from audit.waiting)", Boolean.class));
    }

    Optional<SignedSeal> last() {
        return database.query("select * from audit.day order by day desc limit 1", (row, _) -> seal(row)).stream()
                .findFirst();
    }

    /// Those that are committed; one that is committed later comes later.
    List<Link> waiting(LocalDate day, int most) {
        return database.query(
                "select id, occurred_at, " + Link.COLUMNS + " from audit.waiting order by id limit ?",
                (row, _) -> new Link(day, 0, row.getLong(1), micros(row, 2), texts(row, 3), new byte[0]),
                most);
    }

    void seal(List<Link> links, List<byte[]> hashes) {
        Long[] ids = links.stream().map(Link::id).toArray(Long[]::new);
        Long[] places = links.stream().map(Link::seq).toArray(Long[]::new);
        byte[][] previous = links.stream().map(Link::previous).toArray(byte[][]::new);
        int moved = database.update(
                "insert into audit.entry (day, seq, id, occurred_at, " + Link.COLUMNS + ", previous, hash)"
                        + " select ?, s.seq, w.id, w.occurred_at, " + Link.COLUMNS + ", s.previous, s.hash"
                        + " from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[]) as s (id, seq, previous, hash)"
                        + " join audit.waiting w on w.id = s.id order by s.seq",
                links.getFirst().day(),
                ids,
                places,
                previous,
                hashes.toArray(byte[][]::new));
        if (moved != links.size()) {
            throw new IllegalStateException("entries were lost while they were sealed");
        }
        database.update("delete from audit.waiting where id = any (?::bigint[])", (Object) ids);
    }

    void keep(SignedSeal signed) {
        Seal seal = signed.seal();
        database.update(
                """
                insert into audit.day (day, ordinal, entries, head, previous_root, closed, sealed_at, root, key_id,
                                       public_key, signature)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (day) do update
                   set entries = excluded.entries, head = excluded.head, closed = excluded.closed,
                       sealed_at = excluded.sealed_at, root = excluded.root, key_id = excluded.key_id,
                       public_key = excluded.public_key, signature = excluded.signature
                """,
                seal.day(),
                seal.ordinal(),
                seal.entries(),
                seal.head(),
                seal.previousRoot(),
                seal.closed(),
                Timestamp.from(seal.sealedAt()),
                signed.root(),
                signed.keyId(),
                signed.publicKey(),
                signed.signature());
    }

    static SignedSeal seal(ResultSet row) throws SQLException {
        return new SignedSeal(
                new Seal(
                        row.getObject("day", LocalDate.class),
                        row.getLong("ordinal"),
                        row.getLong("entries"),
                        row.getBytes("head"),
                        row.getBytes("previous_root"),
                        row.getBoolean("closed"),
                        row.getTimestamp("sealed_at").toInstant()),
                row.getBytes("root"),
                row.getString("key_id"),
                row.getBytes("public_key"),
                row.getBytes("signature"));
    }

    static long micros(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return Math.floorDiv(time.getTime(), 1000L) * 1_000_000L + time.getNanos() / 1000;
    }

    static List<@Nullable String> texts(ResultSet row, int first) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>(Link.TEXTS);
        for (int column = first; column < first + Link.TEXTS; column++) {
            texts.add(row.getString(column));
        }
        return texts;
    }
}
