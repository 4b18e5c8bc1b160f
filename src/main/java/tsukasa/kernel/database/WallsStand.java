package tsukasa.kernel.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// Refuses to go on with a database login that row policies do not hold for.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WallsStand implements ApplicationRunner {
    private final RoleStore roles;

    WallsStand(DataSource source) {
        this.roles = new RoleStore(source);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> ways = roles.waysAround();
        if (!ways.isEmpty()) {
            throw new StartFailure(
                    Text.of(
                            "このデータベースの利用者には、秘密の記録の壁が働きません: " + String.join("、", ways),
                            "The walls around confidential records do not hold for this database user: "
                                    + String.join(", ", ways)),
                    Text.of(
                            "docs/operations.md の「A PostgreSQL of your own」のとおりに役割を整えてください。",
                            "Set the roles as docs/operations.md says under «A PostgreSQL of your own»."),
                    null);
        }
    }
}
