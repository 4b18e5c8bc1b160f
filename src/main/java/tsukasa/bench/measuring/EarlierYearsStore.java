package tsukasa.bench.measuring;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gives a database of invented data two earlier years of reports, as the owner: copies of the one that was told.
final class EarlierYearsStore {
    private final JdbcClient database;

    EarlierYearsStore(DataSource owner) {
        this.database = JdbcClient.create(owner);
    }

    /// @return how many reports there are now
    long copy() {
        database.sql("""
                with copied as (
                  insert into cycle.report (plan, place, month, department, state, revision)
                  select 'bench-' || back, place, (month - make_interval(years => back))::date, department, state,
                         revision
                  from cycle.report, generate_series(1, 2) back
                  where plan = 'fy2021'
                  on conflict (plan, place, month) do nothing
                  returning id, plan, place, month, revision)
                insert into cycle.report_revision
                  (report, number, became, progress, done, trouble, outcome, figures, why, by_id, by_name, at)
                select c.id, v.number, v.became, v.progress, v.done, v.trouble, v.outcome, v.figures, v.why,
                       v.by_id, v.by_name, v.at
                from copied c
                join cycle.report r
                  on r.plan = 'fy2021' and r.place = c.place
                 and r.month = (c.month + make_interval(years => right(c.plan, 1)::int))::date
                join cycle.report_revision v on v.report = r.id
                """).update();
        database.sql("vacuum (analyze) cycle.report").update();
        database.sql("vacuum (analyze) cycle.report_revision").update();
        return database.sql("select count(*) from cycle.report")
                .query(Long.class)
                .single();
    }
}
