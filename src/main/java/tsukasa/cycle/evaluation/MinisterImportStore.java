package tsukasa.cycle.evaluation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;

@Repository
class MinisterImportStore {
    private final JdbcClient database;

    MinisterImportStore(JdbcClient database) {
        this.database = database;
    }

    /// @param undoneBy who took it back, if somebody did
    record Brought(long id, String file, Instant at, String byName, int items, Optional<String> undoneBy) {}

    /// @param revision the version the file became
    record Item(Place section, int revision) {}

    long brought(String plan, long file, Visitor by, Instant at) {
        return database.sql("""
                insert into cycle.evaluation_import (plan, file, at, by_id, by_name)
                values (:plan, :file, :at, :by, :by_name) returning id
                """)
                .param("plan", plan)
                .param("file", file)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("by_name", by.displayName())
                .query(Long.class)
                .single();
    }

    void item(long number, Item item) {
        database.sql("""
                insert into cycle.evaluation_import_item (import, section, revision)
                values (:number, :section, :revision)
                """)
                .param("number", number)
                .param("section", item.section().value())
                .param("revision", item.revision())
                .update();
    }

    /// The latest first.
    List<Brought> of(String plan) {
        return database.sql("""
                select i.id, f.name, i.at, i.by_name, i.undone_by,
                       (select count(*) from cycle.evaluation_import_item t where t.import = i.id) as items
                from cycle.evaluation_import i join cycle.checked_file f on f.id = i.file
                where i.plan = :plan order by i.id desc limit 50
                """)
                .param("plan", plan)
                .query((row, _) -> new Brought(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getInt("items"),
                        Optional.ofNullable(row.getString("undone_by"))))
                .list();
    }

    /// What it wrote; empty when it was taken back already. Of two who take it back, the second waits and finds
    /// nothing.
    List<Item> toUndo(String plan, long number) {
        boolean there = database.sql("""
                        select id from cycle.evaluation_import
                        where id = :number and plan = :plan and undone_at is null for update
                        """)
                .param("number", number)
                .param("plan", plan)
                .query(Long.class)
                .optional()
                .isPresent();
        return !there
                ? List.of()
                : database.sql("""
                        select section, revision from cycle.evaluation_import_item
                        where import = :number order by section
                        """)
                        .param("number", number)
                        .query((row, _) -> new Item(new Place(row.getString("section")), row.getInt("revision")))
                        .list();
    }

    void undone(long number, Visitor by, Instant at) {
        database.sql("update cycle.evaluation_import set undone_at = :at, undone_by = :by where id = :number")
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.displayName())
                .update();
    }
}
