package tsukasa.plan.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.Visitor;
import tsukasa.plan.NewRecord;

/// The results of schema `plan`. Rows are added, approved once, withdrawn once, and never changed otherwise.
@Repository
@Transactional
class RecordStore {
    private static final String COLUMNS =
            "r.*, (select count(*) from plan.record_evidence e" + " where e.record_number = r.number) as proofs";
    private final JdbcClient database;

    RecordStore(JdbcClient database) {
        this.database = database;
    }

    /// Empty when a record with this key is there already.
    Optional<String> add(NewRecord record, Visitor by, Instant now) {
        return database.sql("""
                        insert into plan.record (threshold, subject, occurred_on, dimension, amount, denominator, note,
                            department, entry_key, entered_by, entered_by_name, recorded_at)
                        values (:threshold, :subject, :occurred_on, :dimension, :amount, :denominator, :note,
                            :department, :entry_key, :entered_by, :entered_by_name, :recorded_at)
                        on conflict (entry_key) do nothing
                        returning record_id
                        """)
                .param("threshold", record.threshold())
                .param("subject", record.subject())
                .param("occurred_on", record.occurredOn())
                .param("dimension", record.dimension().orElse(null))
                .param("amount", record.amount())
                .param("denominator", record.denominator().orElse(null))
                .param("note", record.note())
                .param("department", record.department())
                .param("entry_key", record.key().orElse(null))
                .param("entered_by", by.id())
                .param("entered_by_name", by.displayName())
                .param("recorded_at", at(now))
                .query(String.class)
                .optional();
    }

    Optional<String> withKey(String key) {
        return database.sql("select record_id from plan.record where entry_key = :key")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    Optional<StoredRecord> find(String id) {
        return database.sql("select " + COLUMNS + " from plan.record r where record_id = :id")
                .param("id", id)
                .query(RecordStore::stored)
                .optional();
    }

    /// What a list of results may be narrowed by; empty means all.
    record Narrowing(Optional<String> threshold, Optional<StoredRecord.State> state) {
        private String where() {
            return " where (:threshold = '' or threshold = :threshold) and "
                    + state.map(s -> switch (s) {
                                case ENTERED -> "approved_at is null and withdrawn_at is null";
                                case APPROVED -> "approved_at is not null and withdrawn_at is null";
                                case WITHDRAWN -> "withdrawn_at is not null";
                            })
                            .orElse("true");
        }

        private StatementSpec in(StatementSpec statement) {
            return statement.param("threshold", threshold.orElse(""));
        }
    }

    long count(Narrowing narrowing) {
        return narrowing
                .in(database.sql("select count(*) from plan.record r" + narrowing.where()))
                .query(Long.class)
                .single();
    }

    List<StoredRecord> page(Narrowing narrowing, long offset, int limit) {
        return narrowing
                .in(
                        database.sql(
                                "select " + COLUMNS + " from plan.record r" + narrowing.where()
                                        + " order by approved_at is null and withdrawn_at is null desc, number desc limit :limit offset :offset"))
                .param("limit", limit)
                .param("offset", offset)
                .query(RecordStore::stored)
                .list();
    }

    /// Zero when it may not be approved: entered by the same person, unproved, or no longer waiting.
    int approve(String id, Visitor by, Instant now) {
        return database.sql("""
                        update plan.record r
                        set approved_by = :by, approved_by_name = :name, approved_at = :now
                        where record_id = :id and approved_at is null and withdrawn_at is null and entered_by <> :by
                          and exists (select from plan.record_evidence e where e.record_number = r.number)
                        """)
                .param("id", id)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("now", at(now))
                .update();
    }

    int withdraw(String id, String reason, Visitor by, Instant now) {
        return database.sql("""
                        update plan.record
                        set withdrawn_by = :by, withdrawn_by_name = :name, withdrawn_at = :now,
                            withdrawn_reason = :reason
                        where record_id = :id and withdrawn_at is null
                        """)
                .param("id", id)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("now", at(now))
                .param("reason", reason)
                .update();
    }

    List<StoredRecord> all(Collection<String> ids) {
        return ids.isEmpty()
                ? new ArrayList<>()
                : database.sql("select " + COLUMNS + " from plan.record r where record_id = any(:ids::text[])")
                        .param("ids", ids.toArray(String[]::new))
                        .query(RecordStore::stored)
                        .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp time = row.getTimestamp(column);
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    private static StoredRecord stored(ResultSet row, int number) throws SQLException {
        return new StoredRecord(
                row.getLong("number"),
                row.getString("record_id"),
                row.getString("threshold"),
                row.getString("subject"),
                row.getObject("occurred_on", LocalDate.class),
                Optional.ofNullable(row.getString("dimension")),
                row.getLong("amount"),
                Optional.ofNullable(row.getObject("denominator", Long.class)),
                row.getString("note"),
                row.getString("department"),
                row.getObject("entered_by", UUID.class),
                row.getString("entered_by_name"),
                instant(row, "recorded_at").orElse(Instant.EPOCH),
                Optional.ofNullable(row.getString("approved_by_name")),
                instant(row, "approved_at"),
                Optional.ofNullable(row.getString("withdrawn_by_name")),
                instant(row, "withdrawn_at"),
                Optional.ofNullable(row.getString("withdrawn_reason")),
                row.getInt("proofs"));
    }
}
