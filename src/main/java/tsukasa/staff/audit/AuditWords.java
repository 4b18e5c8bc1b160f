package tsukasa.staff.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.Entry;
import tsukasa.audit.KnownActions;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;

/// The trail's words in people's words. A word that nobody knows any more is shown as it stands.
@Component
class AuditWords {
    static final String SEARCH = "audit.searched";
    static final String FILE = "audit.exported";
    static final String ONE = "audit.read";
    static final String DAY = "audit.days-read";
    static final Action SEARCHED = Action.of(SEARCH, "監査証跡を検索", "Audit trail searched");
    static final Action EXPORTED = Action.of(FILE, "監査証跡を書き出し", "Audit trail exported");
    static final Action READ = Action.of(ONE, "監査の記録を閲覧", "Audit entry read");
    static final Action DAYS_READ = Action.of(DAY, "監査の日々の封印を閲覧", "Audit days read");
    static final Action VERIFIED = Action.of("audit.verified", "監査証跡を検証", "Audit trail verified");

    private static final Map<String, Text> TYPES = Map.ofEntries(
            Map.entry("person", Text.of("利用者", "Person")),
            Map.entry("organisation", Text.of("組織", "Organisation")),
            Map.entry("session", Text.of("サインイン", "Sign-in")),
            Map.entry("endpoint", Text.of("画面・操作", "Page or action")),
            Map.entry("case", Text.of("案件", "Case")),
            Map.entry("letter", Text.of("メール", "Letter")),
            Map.entry("result", Text.of("実績", "Result")),
            Map.entry("plan", Text.of("計画", "Plan")),
            Map.entry("reading", Text.of("計画の読取り", "Reading of a plan")),
            Map.entry("audit", Text.of("監査証跡", "Audit trail")));

    private final Map<String, Action> actions = new TreeMap<>();

    AuditWords(List<KnownActions> known) {
        known.forEach(some -> some.all().forEach(action -> actions.put(action.word(), action)));
    }

    @Bean
    static KnownActions auditActions() {
        return KnownActions.of(SEARCHED, EXPORTED, READ, DAYS_READ, VERIFIED);
    }

    String action(Frame frame, String word) {
        Action action = actions.get(word);
        return action == null ? word : frame.say(action.title());
    }

    boolean known(String word) {
        return actions.containsKey(word);
    }

    String type(Frame frame, String word) {
        Text title = TYPES.get(word);
        return title == null ? word : frame.say(title);
    }

    List<Option> options(Frame frame) {
        return actions.values().stream()
                .sorted(Comparator.comparing(Action::word))
                .map(action -> Option.of(action.word(), frame.say(action.title())))
                .toList();
    }

    static String actor(Frame frame, Actor actor) {
        return switch (actor.kind()) {
            case PERSON, TOKEN -> actor.name().isEmpty() ? actor.id() : actor.name();
            case SYSTEM, NOBODY -> frame.say(actor.kind().title());
        };
    }

    /// What people call it, else what it is found by; all of a kind have neither.
    static String object(Entry entry) {
        return entry.object().label().isEmpty()
                ? entry.object().id()
                : entry.object().label();
    }
}
