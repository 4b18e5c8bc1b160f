package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementsTests {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void a_store_names_tables_of_its_own_module_only() {
        assertThat(Statements.foreignNames(House.classes(), schemas())).isEmpty();
        assertThat(Statements.foreignNames(House.BROKEN, Set.of("shop", "other", "shelf")))
                .containsExactlyInAnyOrder(
                        "fixture.shop.CartStore (shop) names other.customer",
                        "fixture.shop.CartStore (shop) names other.pub_customers");
    }

    @Test
    void published_views_are_read_by_overview_modules() {
        String sql = "select day from other.pub_customers";
        assertThat(Statements.foreign(sql, "plan", Set.of("other"))).isEmpty();
        assertThat(Statements.foreign("select id from other.customer", "plan", Set.of("other")))
                .containsExactly("other.customer");
    }

    @Test
    void a_migration_makes_tables_in_its_own_schema_only() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Statements.migrations(MIGRATIONS)) {
            String folder = MIGRATIONS.relativize(file).getName(0).toString();
            String own = folder.equals("__root") ? ofEverybody(file) : folder;
            Statements.wrongInMigration(Files.readString(file), own, schemas())
                    .forEach(wrong -> found.add(file + ": " + wrong));
        }
        assertThat(found).isEmpty();
        assertThat(Statements.migrations(MIGRATIONS)).hasSizeGreaterThan(2);
    }

    /// Under the modules lie what they announce to each other, and the walls around their confidential records.
    private static String ofEverybody(Path file) {
        return file.getFileName().toString().contains("walls") ? "walls" : "events";
    }

    @Test
    void foreign_and_homeless_tables_in_a_migration_are_found() {
        String migration = """
                create table shop.cart (owner uuid references other.customer);
                create table basket (id int);
                create view other.pub_carts as select 1;
                """;
        assertThat(Statements.wrongInMigration(migration, "shop", Set.of("shop", "other")))
                .containsExactlyInAnyOrder(
                        "other.customer", "other.pub_carts", "makes basket", "makes other.pub_carts");
    }

    private static Set<String> schemas() {
        Set<String> schemas = new HashSet<>(House.modules());
        schemas.add("events");
        return schemas;
    }
}
