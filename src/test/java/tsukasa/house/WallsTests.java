package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.identity.Permission;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.NewRecord;
import tsukasa.plan.Results;
import tsukasa.scheme.DeclarationExamples;
import tsukasa.scheme.Intake;
import tsukasa.testing.OwnersDatabase;

/// The walls around confidential records, tried with plain statements as the role that the platform works as: whatever
/// a store asks, or forgets to ask, PostgreSQL answers by who asks.
@SpringBootTest
class WallsTests {
    private static final List<String> WALLED = List.of(
            "alerts.subscriber",
            "alerts.subscription_wish",
            "hooks.message",
            "hooks.target",
            "mail.letter",
            "mail.letter_content",
            "plan.evidence",
            "plan.record",
            "scheme.case_event",
            "scheme.case_file",
            "scheme.draft",
            "scheme.handler",
            "watching.bill",
            "watching.finding",
            "watching.finding_event",
            "watching.finding_sum",
            "watching.item",
            "watching.item_name",
            "watching.list",
            "watching.mass",
            "watching.mass_finding",
            "watching.news");
    private static final Visitor SECURITY = staff(Role.STAFF, Reach.over(Set.of("security")));
    private static final Visitor EXAM = staff(Role.STAFF, Reach.over(Set.of("exam")));
    private final JdbcClient database;
    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final Intake intake;
    private final Results results;
    private final PostOffice post;

    @Autowired
    WallsTests(
            DataSource pool,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            PlatformTransactionManager transactions,
            Intake intake,
            Results results,
            PostOffice post) {
        this.database = JdbcClient.create(pool);
        this.owner = owner;
        this.transaction = new TransactionTemplate(transactions);
        this.intake = intake;
        this.results = results;
        this.post = post;
    }

    private static Visitor staff(Role role, Reach reach) {
        return new Visitor(UUID.randomUUID(), "職員", "x@example.jp", Map.of(role, reach), null);
    }

    /// A case that waits for its confirmation, a result that waits for its approval, a letter with a secret in it.
    @BeforeEach
    void confidential_records() {
        intake.submit(DeclarationExamples.submission("walls", DeclarationExamples.oneStar(4242)), Language.JA);
        results.enter(
                new NewRecord(
                        "SEC-1.a",
                        "秘密電力",
                        LocalDate.of(2021, 10, 1),
                        Optional.of("電力"),
                        1,
                        Optional.empty(),
                        "",
                        "security",
                        Optional.of("walls")),
                SECURITY);
        String record = owner.sql("select record_id from plan.record where entry_key = 'walls'")
                .query(String.class)
                .single();
        results.prove(
                List.of(record),
                new NewEvidence("walls.txt", () -> new ByteArrayInputStream("証拠".getBytes(StandardCharsets.UTF_8))),
                SECURITY);
        post.send(Letter.of(
                        EmailAddress.of("walls@example.jp"),
                        Language.JA,
                        Text.same("秘密"),
                        Text.same("https://x/secret"))
                .keptSecret());
    }

    private <T> T within(Acting acting, Supplier<T> work) {
        return Walls.as(acting, () -> transaction.execute(_ -> work.get()));
    }

    private long seen(Acting acting, String table) {
        return within(acting, () -> count(table));
    }

    /// Of results and evidence, those of this test: approved ones of other tests are public.
    private long count(String table) {
        String ours = switch (table) {
            case "plan.record" -> " where subject = '秘密電力'";
            case "plan.evidence" -> " where name = 'walls.txt'";
            default -> "";
        };
        return database.sql("select count(*) from " + table + ours)
                .query(Long.class)
                .single();
    }

    private Map<String, Long> seen(Acting acting) {
        Map<String, Long> seen = new TreeMap<>();
        WALLED.forEach(table -> {
            long rows = seen(acting, table);
            if (rows > 0) {
                seen.put(table, rows);
            }
        });
        return seen;
    }

    @Test
    void there_is_something_behind_the_walls() {
        for (String table : List.of(
                "mail.letter_content", "plan.evidence", "plan.record", "scheme.case_event", "scheme.case_file")) {
            assertThat(owner.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isPositive();
        }
    }

    @Test
    void whoever_says_nothing_sees_nothing() {
        assertThat(seen(Acting.NOBODY)).isEmpty();
        Walls.as(Acting.NOBODY, () -> {
            WALLED.forEach(table -> assertThat(count(table)).as(table).isZero());
            return true;
        });
    }

    @Test
    void outside_of_a_transaction_nobody_is_anybody() {
        Walls.as(SECURITY.acting(), () -> {
            WALLED.forEach(table -> assertThat(count(table)).as(table).isZero());
            return true;
        });
    }

    @Test
    void staff_of_another_department_see_nothing_of_it() {
        assertThat(seen(EXAM.acting())).isEmpty();
        assertThat(seen(staff(Role.STAFF, Reach.over(Set.of())).acting())).isEmpty();
        assertThat(seen(staff(Role.EXECUTIVE, Reach.EVERYWHERE).acting())).isEmpty();
        assertThat(seen(staff(Role.AUDITOR, Reach.EVERYWHERE).acting())).isEmpty();
        assertThat(seen(staff(Role.MEMBER, Reach.EVERYWHERE).acting())).isEmpty();
    }

    @Test
    void staff_of_the_department_see_what_they_handle_and_no_letters() {
        assertThat(seen(SECURITY.acting()).keySet())
                .containsExactly("plan.evidence", "plan.record", "scheme.case_event", "scheme.case_file");
        assertThat(seen(staff(Role.STAFF, Reach.EVERYWHERE).acting()).keySet())
                .containsExactly("plan.evidence", "plan.record", "scheme.case_event", "scheme.case_file");
        assertThat(seen(staff(Role.PLANNER, Reach.over(Set.of("security"))).acting())
                        .keySet())
                .containsExactly("plan.evidence", "plan.record");
    }

    @Test
    void who_looks_after_the_mail_sees_addresses_and_no_secret() {
        Acting administrator = staff(Role.ADMINISTRATOR, Reach.EVERYWHERE).acting();
        assertThat(seen(administrator, "mail.letter")).isPositive();
        assertThat(within(administrator, () -> count("mail.letter_content where secret")))
                .isZero();
        assertThat(within(Acting.as("post"), () -> count("mail.letter_content where secret")))
                .isPositive();
    }

    @Test
    void each_named_actor_sees_its_own_work_only() {
        assertThat(seen(Acting.as("post")).keySet()).containsExactly("mail.letter", "mail.letter_content");
        assertThat(seen(Acting.as(Intake.ACTOR)).keySet())
                .contains("scheme.case_event", "scheme.case_file")
                .doesNotContain("mail.letter", "plan.record");
        assertThat(within(Acting.as(Walls.REGISTER), () -> count("scheme.case_file where state like 'awaiting%'")))
                .isZero();
        assertThat(within(Acting.as(Walls.REGISTER), () -> count("scheme.case_event where kind = 'received'")))
                .isZero();
        assertThat(seen(Acting.as(Walls.COUNTING), "plan.record")).isPositive();
        assertThat(seen(Acting.as("nobody-knows-this-one"))).isEmpty();
    }

    @Test
    void nobody_writes_over_the_wall_either() {
        for (String statement : List.of(
                "update scheme.case_file set name = 'x'",
                "delete from scheme.case_file",
                "update plan.record set withdrawn_at = now(), withdrawn_reason = 'x', withdrawn_by = entered_by",
                "delete from mail.letter_content",
                "delete from scheme.case_event")) {
            assertThat(within(EXAM.acting(), () -> database.sql(statement).update()))
                    .as(statement)
                    .isZero();
        }
        assertThatThrownBy(() -> within(
                        EXAM.acting(),
                        () -> database.sql("""
                                insert into plan.record (threshold, subject, occurred_on, amount, note, department,
                                    entered_by, entered_by_name, recorded_at)
                                values ('SEC-1.a', 'x', '2021-10-01', 1, '', 'security', :who, 'x', now())
                                """).param("who", EXAM.id()).update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> within(
                        SECURITY.acting(),
                        () -> database.sql("""
                                insert into plan.record (threshold, subject, occurred_on, amount, note, department,
                                    entered_by, entered_by_name, recorded_at)
                                values ('SEC-1.a', 'x', '2021-10-01', 1, '', 'security', :who, 'x', now())
                                """).param("who", EXAM.id()).update()))
                .as("in somebody else's name")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_a_transaction_was_told_is_gone_with_it() {
        assertThat(seen(SECURITY.acting(), "scheme.case_file")).isPositive();
        for (int connection = 0; connection < 30; connection++) {
            assertThat(seen(Acting.NOBODY, "scheme.case_file")).isZero();
        }
    }

    @Test
    void a_named_actor_in_the_middle_of_a_transaction_leaves_it_as_it_was() {
        within(EXAM.acting(), () -> {
            assertThat(count("scheme.case_file")).isZero();
            long more = Walls.as(SECURITY.acting(), () -> count("scheme.case_file"));
            assertThat(more).isPositive();
            assertThat(count("scheme.case_file")).isZero();
            assertThatThrownBy(() -> Walls.as(SECURITY.acting(), () -> {
                        throw new IllegalStateException("in the middle");
                    }))
                    .hasMessage("in the middle");
            assertThat(count("scheme.case_file")).isZero();
            assertThat(Walls.present()).isEqualTo(EXAM.acting());
            return true;
        });
    }

    @Test
    void powers_are_read_as_whole_words() {
        for (String power : List.of(
                "HANDLE_CASES/secur", "HANDLE_CASE/*", "xHANDLE_CASES/*", "HANDLE_CASES", "HANDLE_CASES/", "*", "/*")) {
            assertThat(seen(Acting.person(UUID.randomUUID(), List.of(power)), "scheme.case_file"))
                    .as(power)
                    .isZero();
        }
    }

    @Test
    void the_platform_works_as_a_role_that_passes_no_policy_by() {
        assertThat(database.sql("select current_user").query(String.class).single())
                .isEqualTo("tsukasa_app");
        assertThat(database.sql("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                                + " where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(database.sql("select count(*) from pg_class where relowner = current_user::regrole")
                        .query(Long.class)
                        .single())
                .isZero();
        for (String way : List.of(
                "alter table scheme.case_file disable row level security",
                "drop policy published on scheme.case_file",
                "create table scheme.mine (id int)",
                "truncate scheme.case_event")) {
            assertThatThrownBy(() -> database.sql(way).update()).as(way).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void every_wall_is_forced_and_every_policy_says_in_words_what_it_lets_through() {
        assertThat(owner.sql("select c.oid::regclass::text from pg_class c where relrowsecurity and relforcerowsecurity"
                                + " order by 1")
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(WALLED);
        assertThat(owner.sql("select polrelid::regclass || ' ' || polname from pg_policy"
                                + " where coalesce(obj_description(oid, 'pg_policy'), '') not like '%_|_%'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void a_view_shows_no_more_than_its_reader_may_see() {
        String draft = "plan.pub_record_v1 where subject = '秘密電力'";
        assertThat(seen(Acting.NOBODY, draft)).isZero();
        assertThat(seen(Acting.NOBODY, "scheme.pub_event_v1")).isZero();
        assertThat(seen(Acting.as(Walls.COUNTING), draft)).isPositive();
    }

    @Test
    void a_permission_that_a_policy_names_is_one_there_is() {
        List<String> named = owner.sql("""
                        select distinct m[1] from pg_policies,
                               regexp_matches(coalesce(qual, '') || coalesce(with_check, ''),
                                              '(?:everywhere|departments)\\(''([A-Z_]+)''', 'g') as m
                        """)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
        assertThat(named).isNotEmpty();
        assertThat(List.of(Permission.values())).extracting(Permission::name).containsAll(named);
    }
}
