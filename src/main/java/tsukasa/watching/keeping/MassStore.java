package tsukasa.watching.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.watching.Decision;
import tsukasa.watching.FindingState;
import tsukasa.watching.Justification;
import tsukasa.watching.MassDecision;
import tsukasa.watching.MassDecision.Step;

/// Decisions about many findings, and how far each is.
@Repository
class MassStore {
    private static final String ROWS = """
        select m.*, c.decided, c.handled, c.back, c.gone_back
          from watching.mass m
          join watching.list l on l.id = m.list and l.removed_at is null
         cross join lateral (select count(*) filter (where f.seq is not null) as handled, count(*) filter (where f.seq > 0) as decided,
                                    count(*) filter (where f.undone is not null) as back,
                                    count(*) filter (where f.undone) as gone_back
                               from watching.mass_finding f where f.mass = m.id) c
         where m.owner = :owner
        """;
    private static final String HELD =
            "select id from watching.finding where id = any(:findings) order by id for update";
    private static final String DECIDED = """
        with part as (select place, finding from unnest(:places, :findings) as k (place, finding)),
        before as (
          select f.id, f.state from watching.finding f where f.id = any(:findings) and f.owner = :owner and f.state <> 'GONE'
        ), reason as (
          select distinct on (e.finding) e.finding, e.justification from watching.finding_event e
           where e.finding = any(:findings) and e.became is not null order by e.finding, e.seq desc
        ), decided as (
          update watching.finding set state = :state where id in (select id from before) returning id
        ), written as (
          insert into watching.finding_event (finding, seq, owner, at, became, justification, note, by_name)
          select d.id, coalesce((select max(seq) from watching.finding_event where finding = d.id), 0) + 1, :owner, :at,
                 :state, :justification, :note, :name
            from decided d
          returning finding, seq
        ), told as (
          select p.place, coalesce(w.seq, 0) as seq, b.state, r.justification
            from part p left join before b on b.id = p.finding left join written w on w.finding = p.finding
            left join reason r on r.finding = p.finding
        )
        update watching.mass_finding m set seq = t.seq, before_state = t.state, before_justification = t.justification
          from told t where m.mass = :mass and m.place = t.place
        """;
    /// Whatever happened to a finding afterwards stands.
    private static final String BACK = """
        with part as (
          select m.place, m.finding, m.before_state, m.before_justification
            from watching.mass_finding m
            join watching.finding f on f.id = m.finding and f.state = :state
           where m.mass = :mass and m.place = any(:places) and m.seq > 0
             and m.seq = (select max(e.seq) from watching.finding_event e where e.finding = m.finding)
        ), changed as (
          update watching.finding f set state = p.before_state from part p where f.id = p.finding returning f.id
        ), written as (
          insert into watching.finding_event (finding, seq, owner, at, became, justification, note, by_name, undoes)
          select p.finding, coalesce((select max(seq) from watching.finding_event where finding = p.finding), 0) + 1, :owner, :at,
                 p.before_state, p.before_justification, '', :name, true
            from part p join changed c on c.id = p.finding
          returning finding
        )
        update watching.mass_finding m set undone = m.finding in (select finding from written)
         where m.mass = :mass and m.place = any(:places)
        """;
    private final JdbcClient database;

    MassStore(JdbcClient database) {
        this.database = database;
    }

    /// @param going the one whose turn it is
    record Going(long id, UUID owner, Step step, Decision decision, String byName) {}

    record Part(List<Integer> places, List<Long> findings) {
        boolean isEmpty() {
            return places.isEmpty();
        }
    }

    long begin(UUID owner, UUID list, String byName, Decision decision, List<Long> findings, Instant at) {
        long id = database.sql("""
                        insert into watching.mass (list, owner, step, state, justification, note, by_name, total, begun_at)
                        values (:list, :owner, 'RUNNING', :state, :justification, :note, :name, :total, :at) returning id
                        """)
                .param("list", list)
                .param("owner", owner)
                .param("state", decision.state().name())
                .param("justification", word(decision))
                .param("note", decision.note())
                .param("name", byName)
                .param("total", findings.size())
                .param("at", ItemStore.at(at))
                .query(Long.class)
                .single();
        database.sql("""
                        insert into watching.mass_finding (mass, place, finding, owner)
                        select :mass, k.place, k.finding, :owner from unnest(:findings) with ordinality as k (finding, place)
                        """)
                .param("mass", id)
                .param("owner", owner)
                .param("findings", findings.toArray(Long[]::new))
                .update();
        return id;
    }

    private static @Nullable String word(Decision decision) {
        Justification justification = decision.justification();
        return justification == null ? null : justification.word();
    }

    Optional<MassDecision> find(UUID owner, long id) {
        return database.sql(ROWS + " and m.id = :id")
                .param("owner", owner)
                .param("id", id)
                .query((row, _) -> mass(row))
                .optional();
    }

    List<MassDecision> of(UUID owner, UUID list, int most) {
        return database.sql(ROWS + " and m.list = :list order by m.id desc limit :most")
                .param("owner", owner)
                .param("list", list)
                .param("most", most)
                .query((row, _) -> mass(row))
                .list();
    }

    private static MassDecision mass(ResultSet row) throws SQLException {
        Step step = Step.valueOf(row.getString("step"));
        boolean back = step == Step.UNDOING || step == Step.UNDONE;
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new MassDecision(
                row.getLong("id"),
                row.getObject("list", UUID.class),
                step,
                decision(row),
                row.getInt("total"),
                row.getInt(back ? "back" : "handled"),
                row.getInt(back ? "gone_back" : "decided"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static Decision decision(ResultSet row) throws SQLException {
        String word = row.getString("justification");
        return new Decision(
                FindingState.valueOf(row.getString("state")),
                word == null ? null : Justification.read(word).orElse(null),
                row.getString("note"));
    }

    /// Held until this transaction ends; those that others hold are left to them.
    ///
    /// @param id one of them alone; any for 0
    Optional<Going> take(long id) {
        return database.sql("""
                        select id, owner, step, state, justification, note, by_name from watching.mass
                         where step in ('RUNNING', 'UNDOING') and (:id = 0 or id = :id) order by id limit 1 for update skip locked
                        """)
                .param("id", id)
                .query((row, _) -> new Going(
                        row.getLong("id"),
                        row.getObject("owner", UUID.class),
                        Step.valueOf(row.getString("step")),
                        decision(row),
                        row.getString("by_name")))
                .optional();
    }

    Part part(Going going, int size) {
        String turn = going.step() == Step.RUNNING ? "seq is null" : "undone is null";
        Part part = new Part(new ArrayList<>(), new ArrayList<>());
        database.sql("select place, finding from watching.mass_finding where mass = :mass and " + turn
                        + " order by place limit :size")
                .param("mass", going.id())
                .param("size", size)
                .query(row -> {
                    part.places().add(row.getInt("place"));
                    part.findings().add(row.getLong("finding"));
                });
        return part;
    }

    /// The findings are held first, in one order, so that the event is written after those of whoever changed them
    /// meanwhile.
    void work(Going going, Part part, Instant at) {
        Long[] findings = part.findings().toArray(Long[]::new);
        Integer[] places = part.places().toArray(Integer[]::new);
        database.sql(HELD)
                .param("findings", findings)
                .query((row, _) -> row.getLong(1))
                .list();
        JdbcClient.StatementSpec statement = database.sql(going.step() == Step.RUNNING ? DECIDED : BACK)
                .param("places", places)
                .param("mass", going.id())
                .param("owner", going.owner())
                .param("state", going.decision().state().name())
                .param("name", going.byName())
                .param("at", ItemStore.at(at));
        (going.step() == Step.RUNNING
                        ? statement
                                .param("findings", findings)
                                .param("justification", word(going.decision()))
                                .param("note", going.decision().note())
                        : statement)
                .update();
    }

    void end(Going going, Instant at) {
        database.sql("update watching.mass set step = :step, ended_at = :at where id = :id")
                .param("step", (going.step() == Step.RUNNING ? Step.DONE : Step.UNDONE).name())
                .param("at", ItemStore.at(at))
                .param("id", going.id())
                .update();
    }

    /// False where it is not there, not done, or undone already.
    boolean undo(UUID owner, long id) {
        return database.sql("""
                        update watching.mass set step = 'UNDOING', ended_at = null
                         where id = :id and owner = :owner and step = 'DONE'
                        """).param("id", id).param("owner", owner).update() == 1;
    }

    void clearAway(Instant before) {
        database.sql("delete from watching.mass where ended_at < :before")
                .param("before", ItemStore.at(before))
                .update();
    }
}
