package tsukasa.plan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Covers;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Prefecture;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.PackageProblem;
import tsukasa.plan.Plan;
import tsukasa.plan.Threshold;

/// The counting queries of the package, described and run by PostgreSQL over views of the agreed form.
@Covers({
    "Ⅰ-1-KPI-①",
    "Ⅰ-1-KPI-②",
    "Ⅰ-1-KPI-③",
    "Ⅰ-1-KPI-④",
    "Ⅰ-1-KPI-⑤",
    "Ⅰ-1-KPI-⑥",
    "Ⅰ-2-KPI-①",
    "Ⅰ-2-KPI-②",
    "Ⅰ-2-KPI-③",
    "Ⅰ-2-KPI-④",
    "Ⅰ-3-KPI-①",
    "Ⅰ-3-KPI-②",
    "Ⅰ-3-KPI-③",
    "Ⅰ-3-KPI-④",
    "Ⅰ-3-KPI-⑤"
})
class QueryStoreTests {
    private static final Plan PLAN = PackageFolders.fy2021();

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final DataSource database = postgres.getPostgresDatabase();
    private final JdbcClient sql = JdbcClient.create(database);

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("jit", "off").start();
        JdbcClient.create(postgres.getPostgresDatabase()).sql("""
                        create schema scheme;
                        create schema plan;
                        create table scheme.pub_register_v1 (register text, entry_id text, subject_key text,
                            subject_name text, prefecture text, industry text, employees int, capital_yen bigint,
                            sme boolean, level text, valid_from date, valid_to date, recorded_from timestamptz,
                            recorded_to timestamptz, case_number text, link text);
                        create table scheme.pub_event_v1 (register text, case_number text, subject_key text,
                            subject_name text, prefecture text, kind text, from_level text, to_level text,
                            occurred_on date, recorded_at timestamptz, link text);
                        create table plan.pub_record_v1 (threshold text, record_id text, subject text,
                            occurred_on date, dimension text, amount bigint, denominator bigint,
                            recorded_at timestamptz, approved_at timestamptz, withdrawn_at timestamptz, link text);
                        """).update();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        sql.sql("truncate scheme.pub_register_v1, scheme.pub_event_v1, plan.pub_record_v1")
                .update();
    }

    @Test
    void every_query_of_the_package_can_run() {
        assertThat(new QueryStore(database).check(PLAN)).isEmpty();
    }

    @Test
    void a_missing_view_or_column_is_named_with_its_line() {
        assertThat(complaints(PackageExample.SQL.replace("pub_record_v1", "pub_record_v9")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("indicators/P-1.a.sql:5:8:")
                        .contains("«relation \"plan.pub_record_v9\" does not exist»")
                        .contains("name a published view that exists"));
        assertThat(complaints(PackageExample.SQL.replace("where occurred_on <= :as_of", "where happened_on <= :as_of")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("indicators/P-1.a.sql:6:8:")
                        .contains("name a column that the view has"));
        assertThat(complaints(PackageExample.SQL.replace("and recorded_at <= :known_at", "and :known_at >= seen_at")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(6))
                .satisfies(problem -> assertThat(problem.column()).isEqualTo(47));
    }

    @Test
    void a_column_of_another_type_is_named() {
        assertThat(complaints(PackageExample.SQL.replace("amount,", "'1' || amount as amount,")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("the column amount is of type text"));
    }

    @Test
    void participation_counts_valid_small_companies_of_the_36_prefectures() {
        entry("e1", "1", "01", true, "2021-05-01", null);
        entry("e2", "2", "13", true, "2021-05-01", null);
        entry("e3", "3", "40", false, "2021-05-01", null);
        entry("e4", "4", "40", true, "2021-05-01", "2022-03-31");
        entry("e5", "5", "40", true, "2022-04-01", null);
        entry("e6", "", "02", true, "2021-06-01", null);
        entry("e7", "7", null, true, "2021-05-01", null);
        entry("e8", "8", "40", true, "2021-05-01", "2022-04-01");
        assertThat(passed("SEC-2.a"))
                .containsExactly(
                        "e1@2021-05-01=5",
                        "e2@2021-05-01=3",
                        "e3@2021-05-01=2",
                        "e4@2021-05-01=1",
                        "e5@2022-04-01=1",
                        "e6@2021-06-01=4",
                        "e7@2021-05-01=3",
                        "e8@2021-05-01=5");
    }

    @Test
    void participation_counts_the_36_prefectures_and_no_other() {
        for (Prefecture prefecture : Prefecture.values()) {
            entry("e" + prefecture.code(), prefecture.code(), prefecture.code(), true, "2021-05-01", null);
        }
        assertThat(passed("SEC-2.a").stream().filter(row -> row.endsWith("=5")).map(row -> row.substring(1, 3)))
                .containsExactlyInAnyOrderElementsOf(Prefecture.outsideMetropolitanAreas().stream()
                        .map(Prefecture::code)
                        .toList());
    }

    @Test
    void a_company_that_steps_up_is_counted_once() {
        entry("e1", "1", "01", true, "2021-05-01", "2021-09-01");
        entry("e1", "1", "01", true, "2021-09-01", null);
        assertThat(passed("SEC-2.a")).containsExactly("e1@2021-05-01=1", "e1@2021-09-01=5");
    }

    @Test
    void participation_counts_what_was_known_then() {
        entry("e1", "1", "01", true, "2021-05-01", null);
        sql.sql("update scheme.pub_register_v1 set recorded_to = '2022-04-01T00:00Z'")
                .update();
        entry("e2", "2", "01", true, "2021-05-01", null);
        sql.sql("update scheme.pub_register_v1 set recorded_from = '2022-06-01T00:00Z' where entry_id = 'e2'")
                .update();
        assertThat(passed("SEC-2.a", "2022-03-31T12:00Z")).containsExactly("e1@2021-05-01=5");
        assertThat(passed("SEC-2.a", "2022-04-01T00:00Z")).isEmpty();
        assertThat(passed("SEC-2.a", "2022-06-01T00:00Z")).containsExactly("e2@2021-05-01=5");
    }

    @Test
    void step_ups_count_each_company_once_in_the_year() {
        event("c1", "1", "01", "one", "two", "2021-05-01");
        event("c2", "1", "01", "one", "two", "2021-09-01");
        event("c3", "3", "13", "one", "two", "2021-05-01");
        event("c4", "4", "01", "one", "two", "2021-03-31");
        event("c5", "5", "01", null, "two", "2021-05-01");
        assertThat(passed("SEC-2.ref"))
                .containsExactly(
                        "c1@2021-05-01=5", "c2@2021-09-01=4", "c3@2021-05-01=3", "c4@2021-03-31=2", "c5@2021-05-01=1");
    }

    @Test
    void a_flow_counts_approved_records_of_the_period_and_each_firm_once() {
        record("SEC-1.a", "r1", "A", "2021-05-01", 1, null, "2021-05-02T00:00Z");
        record("SEC-1.a", "r2", "A", "2021-06-01", 1, null, "2021-06-02T00:00Z");
        record("SEC-1.a", "r3", "B", "2021-03-31", 1, null, "2021-05-02T00:00Z");
        record("SEC-1.a", "r4", "C", "2021-05-01", 1, null, null);
        record("SEC-4.a", "r5", "D", "2021-05-01", 1, null, "2021-05-02T00:00Z");
        assertThat(passed("SEC-1.a")).containsExactly("r1=4", "r2=3", "r3=2", "r4=1");
        assertThat(passed("SEC-4.a")).containsExactly("r5=4");
    }

    @Test
    void an_increase_counts_organisations_that_never_did_it_before() {
        record("ICT-4.a", "r1", "old", "2020-05-01", 1, null, "2020-05-02T00:00Z");
        record("ICT-4.a", "r2", "old", "2021-05-01", 1, null, "2021-05-02T00:00Z");
        record("ICT-4.a", "r3", "new", "2021-05-01", 1, null, "2021-05-02T00:00Z");
        assertThat(passed("ICT-4.a")).containsExactly("r1=4", "r2=3", "r3=5");
    }

    @Test
    void a_share_leaves_out_answers_that_do_not_add_up() {
        record("SEC-3.b", "r1", "survey", "2021-05-01", 2, 3, "2021-05-02T00:00Z");
        record("SEC-3.b", "r2", "survey", "2021-05-01", 4, 3, "2021-05-02T00:00Z");
        record("SEC-3.b", "r3", "survey", "2021-05-01", 0, 0, "2021-05-02T00:00Z");
        assertThat(passed("SEC-3.b")).containsExactly("r1=4", "r2=3", "r3=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEC-1.a", "SEC-4.a", "SEC-5.a", "ICT-5.a"})
    void whoever_is_entered_twice_in_a_year_counts_once(String id) {
        record(id, "r1", "A", "2021-05-01", 1, null, "2021-05-02T00:00Z");
        record(id, "r2", "A", "2021-06-01", 1, null, "2021-06-02T00:00Z");
        record(id, "r3", "B", "2022-03-31", 1, null, "2022-04-01T00:00Z");
        record(id, "r4", "C", "2022-04-01", 1, null, "2022-04-02T00:00Z");
        record(id, "r5", "D", "2021-06-01", 1, null, null);
        assertThat(value(id)).isEqualTo(Fraction.of(2));
    }

    @Test
    void who_teaches_at_a_camp_and_speaks_elsewhere_counts_once_in_each_role() {
        record("HRD-2.a", "r1", "A", "2021-05-01", 1, null, "2021-05-02T00:00Z");
        record("HRD-2.a", "r2", "A", "2021-06-01", 1, null, "2021-06-02T00:00Z");
        sql.sql("update plan.pub_record_v1 set dimension = 'speaker' where record_id = 'r2'")
                .update();
        record("HRD-2.a", "r3", "A", "2021-07-01", 1, null, "2021-07-02T00:00Z");
        assertThat(value("HRD-2.a")).isEqualTo(Fraction.of(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEC-3.a", "SEC-6.a", "HRD-1.a", "ICT-1.a", "ICT-2.a", "ICT-3.a"})
    void a_yearly_total_sums_what_was_approved_in_the_year_and_reaches_its_target_to_the_unit(String id) {
        Threshold threshold = threshold(id);
        long target = threshold.target().numerator().longValueExact();
        record(id, "r1", "A", "2021-04-01", target - 4, null, "2021-05-02T00:00Z");
        record(id, "r2", "A", "2022-03-31", 3, null, "2022-04-01T00:00Z");
        record(id, "r3", "A", "2021-03-31", 9, null, "2021-05-02T00:00Z");
        record(id, "r4", "A", "2022-04-01", 9, null, "2022-04-02T00:00Z");
        record(id, "r5", "A", "2021-05-01", 9, null, null);
        assertThat(value(id)).isEqualTo(Fraction.of(target - 1));
        assertThat(threshold.comparator().met(value(id), threshold.target())).isFalse();
        record(id, "r6", "B", "2021-08-01", 1, null, "2021-08-02T00:00Z");
        assertThat(threshold.comparator().met(value(id), threshold.target())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEC-3.b", "ICT-2.b", "HRD-3.a", "HRD-4.a"})
    void a_share_is_the_exact_fraction_over_all_answers_and_one_answer_decides(String id) {
        Threshold threshold = threshold(id);
        long all = 3_000;
        long enough = threshold.target().times(Fraction.of(all)).numerator().longValueExact();
        record(id, "r1", "spring", "2021-05-01", enough - 1, 3_000, "2021-05-02T00:00Z");
        assertThat(value(id)).isEqualTo(Fraction.of(enough - 1, all));
        assertThat(threshold.comparator().met(value(id), threshold.target())).isFalse();
        record(id, "r2", "autumn", "2021-10-01", 1, 1, "2021-10-02T00:00Z");
        assertThat(value(id)).isEqualTo(Fraction.of(enough, all + 1));
        record(id, "r3", "winter", "2021-12-01", 10, 10, "2021-12-02T00:00Z");
        assertThat(threshold.comparator().met(value(id), threshold.target())).isTrue();
    }

    private static Threshold threshold(String id) {
        return PLAN.thresholds().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Of the rows that get through every step.
    private Fraction value(String id) {
        int last = query(id).steps().size();
        return sql.sql("select coalesce(sum(amount), 0) as amount, coalesce(sum(denominator), 1) as denominator from ("
                        + query(id).sql() + ") as counted where passed = " + last)
                .param("from", LocalDate.of(2021, 4, 1))
                .param("as_of", LocalDate.of(2022, 3, 31))
                .param("known_at", OffsetDateTime.parse("2022-04-05T00:00Z"))
                .query((row, number) -> Fraction.of(row.getLong("amount"), row.getLong("denominator")))
                .single();
    }

    private List<PackageProblem> complaints(String query) {
        Plan plan = new PackageExample().file("indicators/P-1.a.sql", query).accepted(folder);
        return new QueryStore(database).check(plan);
    }

    private List<String> passed(String id) {
        return passed(id, "2022-04-05T00:00Z");
    }

    private List<String> passed(String id, String knownAt) {
        Map<String, Integer> rows = new TreeMap<>();
        sql.sql(query(id).sql())
                .param("from", LocalDate.of(2021, 4, 1))
                .param("as_of", LocalDate.of(2022, 3, 31))
                .param("known_at", OffsetDateTime.parse(knownAt))
                .query(row -> {
                    rows.put(row.getString("row_id"), row.getInt("passed"));
                });
        return rows.entrySet().stream().map(Object::toString).toList();
    }

    private static CountingQuery query(String id) {
        return PLAN.thresholds().stream()
                .filter(t -> t.id().equals(id))
                .map(t -> t.query())
                .findFirst()
                .orElseGet(() -> PLAN.indicators().stream()
                        .flatMap(i -> i.references().stream())
                        .filter(r -> r.id().equals(id))
                        .flatMap(r -> r.query().stream())
                        .findFirst()
                        .orElseThrow());
    }

    private void entry(
            String id, String company, @Nullable String prefecture, boolean sme, String from, @Nullable String to) {
        insert("""
                insert into scheme.pub_register_v1 values ('security-action', ?, ?, 'name', ?, 'E', 5, 100, ?, 'one',
                    cast(? as date), cast(? as date), '2021-04-01T00:00Z', null, ?, '/x')
                """, id, company, prefecture, sme, from, to, id);
    }

    private void event(String id, String company, String prefecture, @Nullable String before, String after, String on) {
        insert("""
                insert into scheme.pub_event_v1 values ('security-action', ?, ?, 'name', ?, 'stepped-up', ?, ?,
                    cast(? as date), '2021-04-01T00:00Z', '/x')
                """, id, company, prefecture, before, after, on);
    }

    private void record(
            String threshold,
            String id,
            String subject,
            String on,
            long amount,
            @Nullable Integer denominator,
            @Nullable String approved) {
        insert("""
                insert into plan.pub_record_v1 values (?, ?, ?, cast(? as date), 'all', ?, ?,
                    '2020-04-01T00:00Z', cast(? as timestamptz), null, '/x')
                """, threshold, id, subject, on, amount, denominator, approved);
    }

    private void insert(String statement, @Nullable Object... values) {
        sql.sql(statement).params(Arrays.asList(values)).update();
    }
}
