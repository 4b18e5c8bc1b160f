package tsukasa.plan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRulesTests {
    private static final String COLUMNS =
            "row_id, subject, occurred_on, dimension, amount, denominator, link, passed, recorded_at";
    private static final String WHERE =
            " where occurred_on between :from and :as_of and recorded_at <= cast(:known_at as timestamptz)";
    private static final String PLAIN = "select " + COLUMNS + " from plan.pub_record_v1" + WHERE;

    @Test
    void a_plain_select_over_a_published_view_passes() {
        assertThat(complaints(PLAIN)).isEmpty();
        assertThat(new QueryRules("q.sql", PLAIN, new Problems()).check(true)).containsExactly("plan.pub_record_v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with r as (select * from scheme.pub_event_v1) select " + COLUMNS + " from r" + WHERE,
                "with r (a, b) as materialized (select 1, 2) select " + COLUMNS + " from r, scheme.pub_event_v1 e"
                        + WHERE,
                "select " + COLUMNS + " from scheme.pub_event_v1 e join lateral (select 1) x on true" + WHERE
                        + " and extract(year from e.occurred_on) = 2021 and e.kind is distinct from 'update'",
                "select " + COLUMNS + " from \"scheme\".\"pub_event_v1\"" + WHERE + " -- delete; from secret.things\n",
                "/* drop /* nested */ table */ select " + COLUMNS + " from scheme.pub_event_v1" + WHERE
                        + " and link <> $q$insert into x; ' $q$ and link <> E'it\\'s :here' and row_id::text <> 'a''; --'"
            })
    void what_only_looks_dangerous_passes(String sql) {
        assertThat(complaints(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "delete from plan.pub_record_v1 | a counting query is a select",
                "with gone as (delete from plan.pub_record_v1 returning *) select 1 | `delete` is not allowed",
                "select 1 into secret.copy | `into` is not allowed",
                "select 1 from plan.pub_record_v1 for update | `update` is not allowed",
                "select 1 from plan.pub_record_v1 for share | `share` is not allowed",
                "select 1; drop table plan.record | one statement without a semicolon",
                "select pg_read_file('/etc/passwd') | «pg_read_file» reaches beyond",
                "select \"pg_sleep\"(60) from plan.pub_record_v1 | «pg_sleep» reaches beyond",
                "select set_config('a', 'b', false) | «set_config» reaches beyond",
                "select query_to_xml('delete from a', true, true, '') | «query_to_xml» reaches beyond",
                "select now() | `now` gives another answer each time",
                "select current_date | `current_date` gives another answer each time",
                "select 1 from plan.record | «plan.record» is not a published view",
                "select 1 from pub_record_v1 | «pub_record_v1» is not a published view",
                "select 1 from plan.pub_record_v1, identity.person | «identity.person» is not a published view",
                "select 1 from plan.pub_record_v1 a join identity.person p on true | «identity.person» is not a published",
                "select 1 from plan.pub_record_v1 where 1 in (select id from identity.person) | «identity.person» is not",
                "with pub as (select 1) select 1 from only identity.person | «identity.person» is not a published view",
                "table identity.person | a counting query is a select",
                "select 1 union table identity.person | `table` is not allowed",
                "select 'never ending | never ends",
                "select /* never ending | never ends",
                "select (1 | a parenthesis is open at the end",
                "select 1) | this parenthesis closes nothing",
                "select :until | :until is not known here",
                "select 1 | does not use :as_of",
                "select :as_of | does not use :known_at",
                "select :as_of, :known_at | does not use :from",
                "select row_id, subject from plan.pub_record_v1 | the column occurred_on, dimension, amount",
                "select * from plan.pub_record_v1 | the column row_id",
                "~~ | there is no statement",
                "-- nothing | there is no statement"
            })
    void what_writes_reaches_further_or_changes_by_itself_is_refused(String sql, String complaint) {
        assertThat(complaints(sql)).anySatisfy(c -> assertThat(c).contains(complaint));
    }

    @Test
    void more_columns_than_agreed_are_refused() {
        assertThat(complaints(PLAIN.replace(" from plan", ", 1 as more from plan")))
                .anySatisfy(c -> assertThat(c).contains("other columns than agreed"));
        assertThat(complaints(PLAIN.replace(" from plan", ", link from plan")))
                .anySatisfy(c -> assertThat(c).contains("or one twice"));
    }

    @Test
    void a_complaint_names_line_and_column_of_the_word() {
        assertThat(complaints("-- first\nselect 1\n  from plan.record"))
                .anySatisfy(c -> assertThat(c).startsWith("q.sql:3:8: «plan.record» is not a published view"));
    }

    private static List<String> complaints(String sql) {
        Problems problems = new Problems();
        new QueryRules("q.sql", sql, problems).check(true);
        return problems.list().stream().map(Object::toString).toList();
    }
}
