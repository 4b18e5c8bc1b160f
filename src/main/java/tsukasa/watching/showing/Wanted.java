package tsukasa.watching.showing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.scoring.Severity;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingState;

/// Which findings an address asks for. Words that mean nothing are left out.
record Wanted(
        String severity,
        String exploited,
        String state,
        String words,
        String since,
        String sort,
        FindingQuestion.@Nullable Key after) {
    static final String WAITING = "waiting";
    static final String EVERYTHING = "all";
    private static final String UNSCORED = "unscored";
    private static final int LONGEST_WORDS = 100;

    static Wanted read(Map<String, String[]> parameters) {
        return new Wanted(
                one(parameters, "severity"),
                one(parameters, "exploited"),
                one(parameters, "state"),
                Adding.cut(one(parameters, "q"), LONGEST_WORDS),
                one(parameters, "since"),
                one(parameters, "sort"),
                key(one(parameters, "after")));
    }

    /// Of a query as it stands in an address.
    static Wanted read(String query) {
        Map<String, String[]> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            int is = pair.indexOf('=');
            if (is > 0) {
                parameters.putIfAbsent(decoded(pair.substring(0, is)), new String[] {decoded(pair.substring(is + 1))});
            }
        }
        return read(parameters);
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    private static String one(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0
                ? ""
                : values[0].replace("\0", "").strip();
    }

    private static FindingQuestion.@Nullable Key key(String written) {
        return written.matches("[0-9]{1,17}-[0-9]{1,18}")
                ? new FindingQuestion.Key(
                        Math.min(Long.parseLong(written.split("-", -1)[0]), 4_000_000_000_000_000L),
                        Long.parseLong(written.split("-", -1)[1]))
                : null;
    }

    static String written(FindingQuestion.Key key) {
        return key.order() + "-" + key.id();
    }

    /// What became affected lately is listed by when; the rest by urgency, unless asked otherwise.
    boolean newest() {
        return sort.equals("newest") || !since.isEmpty() && days() > 0;
    }

    private int days() {
        return switch (since) {
            case "1" -> 1;
            case "7" -> 7;
            case "30" -> 30;
            default -> 0;
        };
    }

    /// @param entries what is meant where the words are the number of a vulnerability; then they are no name of a
    /// product
    FindingQuestion question(Set<UUID> lists, Set<Long> entries, Instant now, int size) {
        FindingQuestion.Key from = after == null || newest() || after.order() < Short.MAX_VALUE ? after : null;
        return new FindingQuestion(
                lists,
                severities(),
                exploited.equals("yes") ? Boolean.TRUE : exploited.equals("no") ? Boolean.FALSE : null,
                states(),
                entries.isEmpty() ? words : "",
                entries,
                days() == 0 ? null : now.minus(Duration.ofDays(days())),
                newest(),
                from,
                size);
    }

    private Set<Integer> severities() {
        if (severity.equals(UNSCORED)) {
            return Set.of(FindingQuestion.UNSCORED);
        }
        for (Severity each : Severity.values()) {
            if (word(each).equals(severity)) {
                return Set.of(each.ordinal());
            }
        }
        return Set.of();
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private Set<FindingState> states() {
        if (state.equals(EVERYTHING)) {
            return Set.of();
        }
        for (FindingState each : FindingState.values()) {
            if (word(each).equals(state)) {
                return Set.of(each);
            }
        }
        return FindingState.WAITING;
    }

    static String word(FindingState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean plain() {
        return severity.isEmpty() && exploited.isEmpty() && state.isEmpty() && words.isEmpty() && since.isEmpty();
    }

    List<Field> fields(Frame f) {
        List<Option> severities = new ArrayList<>();
        severities.add(Option.of("", f.say("すべて", "All")));
        for (Severity each : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.NONE)) {
            severities.add(Option.of(word(each), f.say(each.word())));
        }
        severities.add(Option.of(UNSCORED, f.say("未評価", "Not scored")));
        List<Option> states = new ArrayList<>();
        states.add(Option.of("", f.say("未対応と確認中", "Open and under review")));
        for (FindingState each : FindingState.values()) {
            states.add(Option.of(word(each), f.say(each.title())));
        }
        states.add(Option.of(EVERYTHING, f.say("すべて", "All")));
        return List.of(
                Field.search("q", f.say("製品名か脆弱性の番号", "Product or number of a vulnerability"))
                        .value(words),
                Field.select("severity", f.say("深刻度", "Severity"), severities).value(severity),
                Field.select(
                                "exploited",
                                f.say("悪用", "Exploited"),
                                List.of(
                                        Option.of("", f.say("すべて", "All")),
                                        Option.of("yes", f.say("確認された", "Known")),
                                        Option.of("no", f.say("確認されていない", "Not known"))))
                        .value(exploited),
                Field.select("state", f.say("状態", "State"), states).value(state),
                Field.select(
                                "since",
                                f.say("新しく該当", "New since"),
                                List.of(
                                        Option.of("", f.say("いつでも", "Any time")),
                                        Option.of("1", f.say("1日以内", "1 day")),
                                        Option.of("7", f.say("7日以内", "7 days")),
                                        Option.of("30", f.say("30日以内", "30 days"))))
                        .value(since));
    }
}
