package tsukasa.budget.years;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tsukasa.budget.MoneyRules;
import tsukasa.budget.MoneyYears;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.plan.Plan;

/// Finds the rules of a plan: the agency's own file first, then the platform's. A file that was changed is read again.
@Component
class MoneyYearFiles implements MoneyYears {
    private static final String FOLDER = "budget.d";
    private final Path folder;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    MoneyYearFiles(Settings settings) {
        this.folder = settings.dataDir().resolve(FOLDER);
    }

    /// @param changed of the agency's file; 0 for the platform's
    private record Known(long changed, MoneyRules rules) {}

    @Override
    public MoneyRules rules(Plan plan) {
        Path own = folder.resolve(plan.id() + ".yaml");
        try {
            long changed =
                    Files.isRegularFile(own) ? Files.getLastModifiedTime(own).toMillis() : 0;
            Known before = known.get(plan.id());
            if (before != null && before.changed() == changed) {
                return before.rules();
            }
            MoneyRules rules = changed == 0 ? ofPlatform(plan) : YearFile.read(Files.readString(own), plan.id());
            known.put(plan.id(), new Known(changed, rules));
            return rules;
        } catch (YearFile.Broken broken) {
            throw unusable(plan, String.valueOf(broken.getMessage()));
        } catch (IOException unreadable) {
            throw unusable(plan, "it cannot be read");
        }
    }

    private static MoneyRules ofPlatform(Plan plan) {
        try (InputStream in =
                MoneyYearFiles.class.getResourceAsStream("/tsukasa/budget/years/" + plan.id() + ".yaml")) {
            return in == null
                    ? MoneyRules.none(plan.id())
                    : YearFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), plan.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem unusable(Plan plan, String why) {
        String name = FOLDER + "/" + plan.id() + ".yaml";
        return new Problem(
                Problem.Kind.MAINTENANCE,
                Text.of("お金の決まりのファイル " + name + " を使えません：" + why, "The file " + name + " cannot be used: " + why),
                Text.of("ファイルを直してください。直すとすぐに読み直します。", "Put it right; it is read again at once."));
    }
}
