package tsukasa.bench.measuring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Bills of materials that name products of the database, each in a version that some source names. The same database
/// gives the same bills.
final class RealBillsStore {
    static final int COMPONENTS = 1_000;
    private static final String NAMED = """
            with spoken as (select product, count(*) as entries from vulnerability.affected group by product),
            chosen as (
              select p.id, p.kind, v.key as vendor, p.key
                from spoken s join vulnerability.product p on p.id = s.product join vulnerability.vendor v on v.id = p.vendor
               where p.kind in ('a', 'o') and v.key ~ '^[a-z0-9_]+$' and p.key ~ '^[a-z0-9_]+$' and v.key !~ '^maker[0-9]'
            """;
    private static final String VERSIONS = """
            ) select c.kind, c.vendor, c.key,
                     coalesce((select substring(a.spans from '([0-9]+[.][0-9.]*[0-9])') from vulnerability.affected a
                                where a.product = c.id and a.spans ~ '[0-9]+[.][0-9]+'
                                order by md5(a.entry::text), a.feed limit 1), '1.0') as version
                from chosen c
            """;
    private final JdbcClient database;

    RealBillsStore(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    /// @param drawn   several, none of which shares a product with another one
    /// @param popular of the products that most entries speak of
    record Bills(List<String> drawn, String popular) {}

    Bills read(int draws) {
        List<String> drawn = database.sql(NAMED + " order by md5(p.id::text), p.id limit :most " + VERSIONS)
                .param("most", draws * COMPONENTS)
                .query(RealBillsStore::component)
                .list();
        List<String> popular = database.sql(NAMED + " order by s.entries desc, p.id limit :most " + VERSIONS)
                .param("most", COMPONENTS)
                .query(RealBillsStore::component)
                .list();
        List<String> bills = new ArrayList<>();
        for (int from = 0; from < drawn.size(); from += COMPONENTS) {
            bills.add(MadeUpRecords.bill(drawn.subList(from, Math.min(drawn.size(), from + COMPONENTS))));
        }
        return new Bills(bills, MadeUpRecords.bill(popular));
    }

    private static String component(ResultSet row, int number) throws SQLException {
        return MadeUpRecords.component(
                number, row.getString("kind"), row.getString("vendor"), row.getString("key"), row.getString("version"));
    }
}
