package tsukasa.myjvn.hnd;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.page.Writing;
import tsukasa.vulnerability.Entries;

/// Answers a question of feed HND. The mark of the database is read first: an answer kept under it may be newer than
/// the mark says, never older.
@Component
class MyjvnDesk {
    private static final Set<String> COMMON = Set.of("feed", "lang");
    private final Map<String, Method> methods = new TreeMap<>();
    private final Entries entries;
    private final KeptAnswers kept;
    private final Glance glance;
    private final Clock clock;

    MyjvnDesk(List<Method> methods, Entries entries, KeptAnswers kept, Glance glance, Clock clock) {
        methods.forEach(method -> this.methods.put(method.name(), method));
        this.entries = entries;
        this.kept = kept;
        this.glance = glance;
        this.clock = clock;
    }

    /// @param tag    tells this answer from others to the same address; empty for a refusal
    /// @param packed compressed by gzip
    /// @param json   rather than XML
    record Answered(String tag, byte[] packed, boolean json) {}

    /// The answer if it is kept, without asking the database; it may be a quarter of a second behind.
    Optional<Answered> kept(Asked asked) {
        Method method = methods.get(asked.values().getOrDefault("method", ""));
        Map<String, String> echo = echo(asked);
        if (method == null
                || !"hnd".equals(echo.get("feed"))
                || !echo.equals(asked.only(method.parameters()).values())) {
            return Optional.empty();
        }
        KeptAnswers.Question key = new KeptAnswers.Question(glance.mark(), 0, today(), Map.copyOf(echo));
        return kept.known(key).map(packed -> new Answered(key.tag(), packed, json(echo)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
    }

    private static boolean json(Map<String, String> echo) {
        return "json".equals(echo.get("ft"));
    }

    Answered answer(Asked asked) {
        Map<String, String> echo = echo(asked);
        try {
            Method method = method(asked);
            LocalDate today = today();
            Method.Question question = method.read(asked, today);
            long mark = entries.mark();
            KeptAnswers.Question key = new KeptAnswers.Question(mark, question.mark(), today, Map.copyOf(echo));
            byte[] packed = kept.packed(key, () -> question.answer(echo));
            return new Answered(key.tag(), packed, json(echo));
        } catch (Refused refused) {
            Outcome outcome = Outcome.refused(echo, language(asked), refused);
            byte[] told = json(echo) ? AlertJson.refused(outcome) : outcome.alone();
            return new Answered("", KeptAnswers.pack(told), json(echo));
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
