package tsukasa.myjvn.hnd;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.kept.KeptAnswers;
import tsukasa.kernel.kept.Packed;
import tsukasa.vulnerability.Freshness;
import tsukasa.vulnerability.Freshness.AsOf;

/// Answers a question of feed HND. The mark of the database is read first: an answer kept under it may be newer than
/// the mark says, never older.
@Component
class MyjvnDesk {
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final Set<String> COMMON = Set.of("feed", "lang");
    private final Map<String, Method> methods = new TreeMap<>();
    private final KeptAnswers<Key> kept = new KeptAnswers<>(MOST_BYTES);
    private final Freshness freshness;

    MyjvnDesk(List<Method> methods, Freshness freshness) {
        methods.forEach(method -> this.methods.put(method.name(), method));
        this.freshness = freshness;
    }

    /// @param json  rather than XML
    /// @param still whether the same would be answered now; null where that cannot be told at a glance
    record Answered(Packed packed, boolean json, @Nullable BooleanSupplier still) {}

    /// A question with all that its answer depends on.
    ///
    /// @param parameters as they were sent: what the status element does not repeat may be refused
    private record Key(AsOf asOf, long other, Map<String, String> parameters) {}

    private static boolean json(Map<String, String> echo) {
        return "json".equals(echo.get("ft"));
    }

    Answered answer(Asked asked) {
        Map<String, String> echo = echo(asked);
        try {
            Method method = method(asked);
            AsOf asOf = freshness.now();
            Method.Question question = method.read(asked, asOf.day());
            Map<String, String> sent =
                    Map.copyOf(asked.only(method.parameters()).values());
            Packed packed =
                    kept.packed(new Key(asOf, question.mark(), sent), () -> Packed.of(question.answer(echo), null));
            BooleanSupplier still = question.alone() ? () -> freshness.still(asOf) : null;
            return new Answered(packed, json(echo), still);
        } catch (Refused refused) {
            Outcome outcome = Outcome.refused(echo, language(asked), refused);
            byte[] told = json(echo) ? AlertJson.refused(outcome) : outcome.alone();
            return new Answered(Packed.unmarked(told), json(echo), null);
        }
    }

    /// What the status element repeats: names and values that its schema allows.
    private Map<String, String> echo(Asked asked) {
        Method method = methods.get(asked.values().getOrDefault("method", ""));
        Map<String, String> echo = asked.echo(method == null ? COMMON : method.parameters());
        if (!"hnd".equals(echo.get("feed"))) {
            echo.remove("feed");
        }
        return echo;
    }

    private Method method(Asked asked) {
        String name = asked.text("method").orElseThrow(() -> new Refused(Fault.METHOD_MISSING, ""));
        Method method = methods.get(name);
        if (method == null) {
            throw new Refused(Fault.METHOD_UNKNOWN, "");
        }
        String feed = asked.text("feed").orElseThrow(() -> new Refused(Fault.FEED_MISSING, ""));
        if (!feed.equals("hnd")) {
            throw new Refused(Fault.FEED_UNKNOWN, "");
        }
        return method;
    }

    private static Language language(Asked asked) {
        return "en".equals(asked.values().get("lang")) ? Language.EN : Language.JA;
    }
}
