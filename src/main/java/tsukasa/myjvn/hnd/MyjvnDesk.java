package tsukasa.myjvn.hnd;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.page.Writing;
import tsukasa.myjvn.hnd.OverviewDocument.Item;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entries.Listed;
import tsukasa.vulnerability.Entry;

/// Answers a question of feed HND. The mark of the database is read first: an answer kept under it may be newer than
/// the mark says, never older.
@Component
class MyjvnDesk {
    private static final String OVERVIEW = "getVulnOverviewList";
    private final Entries entries;
    private final ProductsAsked products;
    private final OverviewDocument document;
    private final KeptAnswers kept;
    private final Clock clock;

    MyjvnDesk(Entries entries, ProductsAsked products, OverviewDocument document, KeptAnswers kept, Clock clock) {
        this.entries = entries;
        this.products = products;
        this.document = document;
        this.kept = kept;
        this.clock = clock;
    }

    /// @param tag    tells this answer from others to the same address; empty for a refusal
    /// @param packed compressed by gzip
    record Answered(String tag, byte[] packed) {}

    Answered answer(Asked asked) {
        Map<String, String> echo = asked.echo(OverviewAsked.PARAMETERS);
        if (!"hnd".equals(echo.get("feed"))) {
            echo.remove("feed");
        }
        try {
            checkMethod(asked);
            LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
            OverviewAsked question = OverviewAsked.of(asked, today);
            long mark = entries.mark();
            KeptAnswers.Question key = new KeptAnswers.Question(mark, today, Map.copyOf(echo));
            byte[] packed = kept.packed(key, () -> overview(asked, question, echo));
            return new Answered(mark + "-" + today + "-" + Integer.toHexString(echo.hashCode()), packed);
        } catch (Refused refused) {
            byte[] told = Outcome.refused(echo, language(asked), refused).alone();
            return new Answered("", KeptAnswers.pack(told));
        }
    }

    private static void checkMethod(Asked asked) {
        String method = asked.text("method").orElseThrow(() -> new Refused(Fault.METHOD_MISSING, ""));
        if (!method.equals(OVERVIEW)) {
            throw new Refused(Fault.METHOD_UNKNOWN, "");
        }
        String feed = asked.text("feed").orElseThrow(() -> new Refused(Fault.FEED_MISSING, ""));
        if (!feed.equals("hnd")) {
            throw new Refused(Fault.FEED_UNKNOWN, "");
        }
    }

    private static Language language(Asked asked) {
        return "en".equals(asked.values().get("lang")) ? Language.EN : Language.JA;
    }

    private byte[] overview(Asked asked, OverviewAsked question, Map<String, String> echo) {
        Optional<Set<Long>> about = products.of(asked);
        Listed listed = about.isPresent() && about.get().isEmpty()
                ? new Listed(List.of(), 0)
                : entries.list(question.about(about.orElse(Set.of())));
        List<Item> items = items(listed);
        Outcome outcome = new Outcome(
                echo, question.language(), OverviewAsked.MOST, listed.total(), items.size(), question.first(), null);
        return items.isEmpty() ? outcome.alone() : document.write(items, outcome);
    }

    private List<Item> items(Listed listed) {
        Map<String, Entry> whole = new HashMap<>();
        entries.read(listed.heads().stream().map(head -> head.id()).toList())
                .forEach(entry -> whole.put(entry.id().toString(), entry));
        return listed.heads().stream()
                .filter(head -> whole.containsKey(head.number().toString()))
                .map(head -> new Item(
                        head, Objects.requireNonNull(whole.get(head.number().toString()))))
                .toList();
    }
}
