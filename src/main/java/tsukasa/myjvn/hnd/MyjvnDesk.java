package tsukasa.myjvn.hnd;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    private final Clock clock;

    MyjvnDesk(List<Method> methods, Entries entries, KeptAnswers kept, Clock clock) {
        methods.forEach(method -> this.methods.put(method.name(), method));
        this.entries = entries;
        this.kept = kept;
        this.clock = clock;
    }

    /// @param tag    tells this answer from others to the same address; empty for a refusal
    /// @param packed compressed by gzip
    record Answered(String tag, byte[] packed) {}

    Answered answer(Asked asked) {
        Map<String, String> echo = echo(asked);
        try {
            Method method = method(asked);
            LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
            Method.Question question = method.read(asked, today);
            long mark = entries.mark();
            KeptAnswers.Question key = new KeptAnswers.Question(mark, question.mark(), today, Map.copyOf(echo));
            byte[] packed = kept.packed(key, () -> question.answer(echo));
            return new Answered(key.tag(), packed);
        } catch (Refused refused) {
            byte[] told = Outcome.refused(echo, language(asked), refused).alone();
            return new Answered("", KeptAnswers.pack(told));
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
