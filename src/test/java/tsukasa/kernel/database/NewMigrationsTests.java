package tsukasa.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.testing.OwnersDatabase;

/// A start that has nothing to migrate does not look through every history, and one that has does.
@SpringBootTest
class NewMigrationsTests {
    private final NewMigrations migrations;
    private final Flyway flyway;
    private final JdbcClient owner;

    @Autowired
    NewMigrationsTests(NewMigrations migrations, Flyway flyway, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.migrations = migrations;
        this.flyway = flyway;
        this.owner = owner;
    }

    @Test
    void histories_are_looked_through_whenever_a_file_differs_and_only_then() {
        String print = print();
        int checksum = checksum();
        owner.sql("update public.flyway_schema_history_audit set checksum = checksum + 1 where version = '1'")
                .update();
        migrations.migrate(flyway);
        assertThat(checksum()).as("not looked at").isEqualTo(checksum + 1);

        owner.sql("update public.migrations_seen set print = 'of an older program'")
                .update();
        assertThatThrownBy(() -> migrations.migrate(flyway))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("validation");
        assertThat(print()).as("what failed is tried again").isEqualTo("of an older program");

        owner.sql("update public.flyway_schema_history_audit set checksum = checksum - 1 where version = '1'")
                .update();
        migrations.migrate(flyway);
        assertThat(print()).isEqualTo(print);
    }

    @Test
    void the_platform_at_work_cannot_touch_what_was_seen() {
        assertThat(owner.sql("select has_table_privilege('tsukasa_app', 'public.migrations_seen', 'select, update')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private String print() {
        return owner.sql("select print from public.migrations_seen")
                .query(String.class)
                .single();
    }

    private int checksum() {
        return owner.sql("select checksum from public.flyway_schema_history_audit where version = '1'")
                .query(Integer.class)
                .single();
    }
}
