package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.testing.OwnersDatabase;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.Spans;

/// A CPE name with a version asks for what concerns that version.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class VersionTests {
    private static final String OPEN =
            "/myjvn?method=getVulnOverviewList&feed=hnd&rangeDatePublic=n&rangeDatePublished=n"
                    + "&rangeDateFirstPublished=n&cpeName=cpe:/a:tanegashima:";
    private final MockMvc client;
    private final JdbcClient database;

    @Autowired
    VersionTests(MockMvc client, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.client = client;
        this.database = database;
    }

    /// Three entries of one product, of versions 1, 2 and 2 too, and one of another product.
    @BeforeEach
    void some() {
        database.sql("""
                        with m as (insert into vulnerability.mark as k (last) values (1)
                            on conflict (single) do update set last = k.last + 1 returning last),
                        v as (insert into vulnerability.vendor (key) values ('tanegashima') on conflict do nothing returning id),
                        p as (insert into vulnerability.product (vendor, kind, key)
                          select v.id, 'a', n.key from v, (values ('rocket'), ('harbour')) n(key) returning id, key),
                        e as (insert into vulnerability.entry (jvndb, standing, public_at, registered_at, updated_at, cwes, feeds,
                                                               v3_tenths, severity, mark)
                          select 'JVNDB-2037-00000' || n, 'PUBLISHED', '2037-03-01Z', '2037-03-01Z', '2037-03-01Z', '{}', '{nvd}',
                                 50 + 20 * (n % 2), 2 + n % 2, m.last
                            from m, generate_series(1, 4) n where exists (select from v) returning id, jvndb)
                        insert into vulnerability.affected (product, entry, feed, conditional, spans)
                        select p.id, e.id, 'nvd', false,
                               case right(e.jvndb, 1) when '1' then :one when '4' then :other else :two end
                          from p, e where (p.key = 'harbour') = (right(e.jvndb, 1) = '4')
                        """)
                .param("one", spans("rocket", "1.0", "2.0"))
                .param("two", spans("rocket", "2.0", "3.0"))
                .param("other", spans("harbour", "1.0", "2.0"))
                .update();
    }

    private static String spans(String product, String from, String until) {
        String cpe = "cpe:2.3:a:tanegashima:" + product + ":*:*:*:*:*:*:*:*";
        return new Spans(List.of(new Match(cpe, true, from, false, until, true)), List.of()).kept();
    }

    private String told(String name) throws Exception {
        return client.perform(get(URI.create(OPEN + name)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void only_what_concerns_the_version_is_told_and_counted_on_every_page() throws Exception {
        assertThat(told("rocket")).contains("totalRes=\"3\"");
        assertThat(told("rocket:1.5")).contains("JVNDB-2037-000001", "totalRes=\"1\"");
        assertThat(told("rocket:2.5&startItem=2&maxCountItem=1"))
                .contains("totalRes=\"2\"", "totalResRet=\"1\"", "JVNDB-2037-000002");
        assertThat(told("rocket:3.0")).contains("totalRes=\"0\"", "retCd=\"0\"");
    }

    @Test
    void a_version_that_is_left_open_or_empty_is_any() throws Exception {
        for (String version : List.of(":", ":*", ":1.*", ":%3f")) {
            assertThat(told("rocket" + version)).as(version).contains("totalRes=\"3\"");
        }
    }

    @Test
    void joined_names_each_keep_their_own_version_or_none() throws Exception {
        assertThat(told("rocket:1.5+cpe:/a:tanegashima:harbour:1.5"))
                .contains("totalRes=\"2\"", "JVNDB-2037-000001", "JVNDB-2037-000004");
        assertThat(told("rocket:1.5%2Bcpe:/a:tanegashima:harbour")).contains("totalRes=\"2\"");
        assertThat(told("rocket+cpe:/a:tanegashima:harbour:9")).contains("totalRes=\"3\"");
    }

    @Test
    void a_name_for_several_products_is_decided_for_each_of_them() throws Exception {
        assertThat(told("*:1.5")).contains("totalRes=\"2\"", "JVNDB-2037-000001", "JVNDB-2037-000004");
        assertThat(told("r*:2.5")).contains("totalRes=\"2\"");
    }

    @Test
    void other_conditions_hold_as_well() throws Exception {
        assertThat(told("rocket:2.5&severity=h")).contains("totalRes=\"1\"", "JVNDB-2037-000003");
        assertThat(told("rocket:2.5&productId=999999999999")).contains("totalRes=\"0\"");
    }
}
