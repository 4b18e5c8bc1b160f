package tsukasa.identity.people;

import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Settings;
import tsukasa.kernel.StartNote;
import tsukasa.kernel.Text;

/// As long as nobody can give roles, says at the terminal how to make the first administrator.
@Component
class AdministratorNote implements StartNote {
    private final PersonStore people;
    private final Settings settings;

    AdministratorNote(PersonStore people, Settings settings) {
        this.people = people;
        this.settings = settings;
    }

    @Override
    public List<Text> lines() {
        if (settings.demo() || people.anyAdministrator()) {
            return List.of();
        }
        return List.of(Text.of(
                "システム管理者がまだいません。TSUKASA_FIRST_ADMINISTRATOR=name@example.jp を付けて起動すると、そのアドレスの人が管理者になります。",
                "There is no administrator yet. Start with TSUKASA_FIRST_ADMINISTRATOR=name@example.jp to make one."));
    }
}
