package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class ReportQueriesTests {
    private final ReportQueries queries;

    @Autowired
    ReportQueriesTests(DataSource database) {
        this.queries = new ReportQueries(database);
    }

    @Test
    void postgresql_can_describe_every_report() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : ReportQueries.files(Path.of("src/main/resources"))) {
            String objection = queries.objection(Files.readString(file));
            if (objection != null) {
                found.add(file + ": " + objection);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_missing_view_a_wrong_column_and_a_silent_file_are_found() {
        assertThat(queries.objection("-- How many?\nselect count(*) from scheme.pub_nothing where day <= :as_of"))
                .contains("pub_nothing");
        assertThat(queries.objection("-- Which?\nselect colour from pg_catalog.pg_class"))
                .contains("colour");
        assertThat(queries.objection("select 1")).contains("first line");
        assertThat(queries.objection("-- One.\nselect 1 as one where :as_of::date is not null"))
                .isNull();
    }
}
