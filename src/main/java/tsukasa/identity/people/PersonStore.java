package tsukasa.identity.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

@Component
class PersonStore {
    private static final String PERSON = """
            select p.*, identity.roles_of(p.id) as roles
              from identity.person p
            """;
    private static final String MATCHING = """
             where (:text = '' or (p.email || ' ' || p.display_name) ilike :pattern)
               and (cast(:role as text) is null
                    or exists (select 1 from identity.person_role r where r.person = p.id and r.role = :role))
            """;
    private final JdbcClient database;

    PersonStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Person> find(UUID id) {
        return database.sql(PERSON + " where p.id = :id")
                .param("id", id)
                .query((row, _) -> person(row))
                .optional();
    }

    Optional<Person> findByEmail(EmailAddress email) {
        return database.sql(PERSON + " where p.email = :email")
                .param("email", email.value())
                .query((row, _) -> person(row))
                .optional();
    }

    void addIfMissing(EmailAddress email, String displayName, Language language, Instant now) {
        database.sql("""
                        insert into identity.person (email, display_name, language, created_at)
                        values (:email, :name, :language, :now)
                        on conflict (email) do nothing
                        """)
                .param("email", email.value())
                .param("name", displayName)
                .param("language", language.tag())
                .param("now", Timestamp.from(now))
                .update();
    }

    void rename(UUID id, String displayName, Language language) {
        database.sql("update identity.person set display_name = :name, language = :language where id = :id")
                .param("name", displayName)
                .param("language", language.tag())
                .param("id", id)
                .update();
    }

    void close(UUID id, @Nullable Instant when) {
        database.sql("update identity.person set closed_at = :at where id = :id")
                .param("at", when == null ? null : Timestamp.from(when), java.sql.Types.TIMESTAMP)
                .param("id", id)
                .update();
    }

    /// @return whether anything is otherwise than before
    boolean give(UUID id, Role role, Reach reach, Instant now) {
        boolean changed = database.sql("""
                        insert into identity.person_role as r (person, role, given_at, everywhere)
                        values (:id, :role, :now, :everywhere)
                        on conflict (person, role) do update set everywhere = excluded.everywhere
                         where r.everywhere <> excluded.everywhere
                        """)
                        .param("id", id)
                        .param("role", role.name())
                        .param("now", Timestamp.from(now))
                        .param("everywhere", reach.everywhere())
                        .update()
                == 1;
        boolean left = leave(id, role, reach.departments(), now);
        return enter(id, role, reach.departments(), now) || left || changed;
    }

    private boolean enter(UUID id, Role role, Set<String> departments, Instant now) {
        return database.sql("""
                        insert into identity.department_role (person, role, department, since)
                        select :id, :role, d, :now from unnest(:departments) d
                        on conflict (person, role, department) where until is null do nothing
                        """)
                        .param("id", id)
                        .param("role", role.name())
                        .param("departments", departments.toArray(String[]::new))
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    private boolean leave(UUID id, Role role, Set<String> staying, Instant now) {
        return database.sql("""
                        update identity.department_role set until = greatest(:now, since)
                         where person = :id and role = :role and until is null and department <> all (:staying)
                        """)
                        .param("id", id)
                        .param("role", role.name())
                        .param("staying", staying.toArray(String[]::new))
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    boolean take(UUID id, Role role, Instant now) {
        leave(id, role, Set.of(), now);
        return database.sql("delete from identity.person_role where person = :id and role = :role")
                        .param("id", id)
                        .param("role", role.name())
                        .update()
                == 1;
    }

    /// Where somebody's role reached over a department, from and until; the last one first.
    record Stay(
            Role role,
            String department,
            Instant since,
            @Nullable Instant until) {}

    List<Stay> stays(UUID id) {
        return database.sql("""
                        select role, department, since, until from identity.department_role
                         where person = :id order by until desc nulls first, since desc, role, department
                        """)
                .param("id", id)
                .query((row, _) -> {
                    Timestamp until = row.getTimestamp("until");
                    return new Stay(
                            Role.valueOf(row.getString("role")),
                            row.getString("department"),
                            row.getTimestamp("since").toInstant(),
                            until == null ? null : until.toInstant());
                })
                .list();
    }

    /// Held until the transaction ends, so that two administrators cannot remove each other at once. A closed account
    /// administrates nothing.
    List<UUID> holdAdministrators() {
        return database.sql("""
                        select r.person
                          from identity.person_role r join identity.person p on p.id = r.person
                         where r.role = 'ADMINISTRATOR' and p.closed_at is null
                         order by r.person
                           for update
                        """).query((row, _) -> row.getObject(1, UUID.class)).list();
    }

    boolean anyAdministrator() {
        return database.sql("""
                        select exists (select 1
                                         from identity.person_role r join identity.person p on p.id = r.person
                                        where r.role = 'ADMINISTRATOR' and p.closed_at is null)
                        """).query(Boolean.class).single();
    }

    long count(String text, @Nullable Role role) {
        return database.sql("select count(*) from identity.person p" + MATCHING)
                .param("text", text)
                .param("pattern", pattern(text))
                .param("role", role == null ? null : role.name())
                .query(Long.class)
                .single();
    }

    List<Person> list(String text, @Nullable Role role, long offset, int size) {
        return database.sql(PERSON + MATCHING + " order by p.display_name, p.id offset :offset limit :size")
                .param("text", text)
                .param("pattern", pattern(text))
                .param("role", role == null ? null : role.name())
                .param("offset", offset)
                .param("size", size)
                .query((row, _) -> person(row))
                .list();
    }

    List<Person> entrusted() {
        return database.sql(PERSON + """
                         where p.closed_at is null
                           and exists (select 1 from identity.person_role r where r.person = p.id)
                         order by p.display_name, p.id
                        """).query((row, _) -> person(row)).list();
    }

    private static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Person person(ResultSet row) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Person(
                row.getObject("id", UUID.class),
                EmailAddress.of(row.getString("email")),
                row.getString("display_name"),
                row.getString("language").equals("ja") ? Language.JA : Language.EN,
                Reach.read((String[]) row.getArray("roles").getArray()),
                row.getTimestamp("created_at").toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
