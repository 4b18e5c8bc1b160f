package tsukasa.scheme.lookup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Status;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.lookup.RegisterStore.Happened;

/// Answers what the register says of one subject.
@Component
class EntryDesk {
    private final RegisterStore store;

    EntryDesk(RegisterStore store) {
        this.store = store;
    }

    /// An entry as it stands or last stood.
    record Entry(Listed says, boolean standing, List<Listed> periods, List<Happened> events) {}

    Optional<Entry> find(Scheme scheme, String number) {
        return store.state(scheme.id(), number).flatMap(state -> {
            List<Listed> periods = store.says(scheme.id(), number);
            Optional<Listed> says = periods.stream().findFirst().or(() -> store.said(scheme.id(), number));
            return says.map(
                    entry -> new Entry(entry, state.equals("registered"), periods, store.events(scheme.id(), number)));
        });
    }

    RegisterEntryPage page(Frame f, Scheme scheme, String number) {
        Entry entry = find(scheme, number)
                .orElseThrow(
                        () -> Problem.notFound(Text.of("この番号の事業者は名簿にありません。", "There is no entry with this number.")));
        Listed says = entry.says();
        String english = says.english();
        return new RegisterEntryPage(
                f,
                scheme.id(),
                f.say(scheme.title()),
                says.number(),
                f.japanese() || english == null ? says.name() : english,
                f.japanese() || english == null ? says.kana() : says.name(),
                entry.standing() ? Status.VALID : Status.WITHDRAWN,
                sentence(f, scheme, entry),
                facts(f, scheme, says),
                history(f, scheme, entry.events()),
                "/api/" + scheme.id() + "/register/" + says.number());
    }

    private static String sentence(Frame f, Scheme scheme, Entry entry) {
        Names names = new Names(scheme);
        String level = f.say(names.levelWithMark(entry.says().level()));
        String since = f.writing().date(entry.says().validFrom());
        return entry.standing()
                ? f.say(since + "から、" + level + "を宣言しています。", "Declares " + level + " since " + since + ".")
                : f.say("取り下げられました。いまは宣言していません。", "Withdrawn. There is no declaration today.");
    }

    private List<Fact> facts(Frame f, Scheme scheme, Listed says) {
        Names names = new Names(scheme);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(f.say("番号", "Number"), says.number()));
        if (!says.subject().isEmpty()) {
            facts.add(Fact.of(f.say("法人番号", "Corporate number"), says.subject()));
        }
        facts.add(Fact.of(f.say("段階", "Level"), f.say(names.levelWithMark(says.level()))));
        facts.add(Fact.of(
                f.say("都道府県", "Prefecture"),
                f.say(names.prefecture(says.prefecture())),
                "/" + scheme.id() + "/register?prefecture=" + says.prefecture()));
        facts.add(Fact.of(
                f.say("業種", "Industry"),
                f.say(names.industry(says.industry())),
                "/" + scheme.id() + "/register?industry=" + says.industry()));
        facts.addAll(others(f, scheme, says.number()));
        return facts;
    }

    /// What else the scheme declares open, such as the address of a policy.
    private List<Fact> others(Frame f, Scheme scheme, String number) {
        Scheme.RegisterColumns columns = scheme.register();
        Set<String> others = new HashSet<>(scheme.open());
        others.removeAll(Set.of(
                columns.name(),
                columns.kana(),
                columns.english(),
                columns.prefecture(),
                columns.industry(),
                columns.level(),
                scheme.subjectField()));
        Map<String, String> answers = store.answers(number, others);
        return scheme.steps().stream()
                .flatMap(step -> step.fields().stream())
                .filter(answers::containsKey)
                .map(scheme.fields()::get)
                .filter(java.util.Objects::nonNull)
                .map(field -> fact(f, field, answers.getOrDefault(field.name(), "")))
                .toList();
    }

    /// Only addresses of the web become links, so that no entry can carry a script.
    private static Fact fact(Frame f, FormField field, String value) {
        boolean web = field.widget() == FormField.Widget.ADDRESS
                && (value.startsWith("https://") || value.startsWith("http://"));
        return web ? Fact.of(f.say(field.label()), value, value) : Fact.of(f.say(field.label()), value);
    }

    private static List<Moment> history(Frame f, Scheme scheme, List<Happened> events) {
        List<Moment> moments = new ArrayList<>();
        for (Happened event : events) {
            String day = f.writing().date(event.occurredOn());
            String what = f.say(what(new Names(scheme), event));
            moments.add(moments.isEmpty() ? Moment.latest(day, what) : Moment.past(day, what));
        }
        return moments;
    }

    private static Text what(Names names, Happened event) {
        String to = event.toLevel();
        Text level = to == null ? Text.of("宣言", "the declaration") : names.levelWithMark(to);
        return switch (event.kind()) {
            case "declared" -> Text.of(level.ja() + "を宣言", "Declared " + level.en());
            case "stepped-up" -> Text.of(level.ja() + "に段階を上げた", "Stepped up to " + level.en());
            case "changed" -> Text.of("届け出た内容を変更", "Facts changed");
            case "corrected" -> Text.of("記載の誤りを訂正", "A mistake in the entry was corrected");
            default -> Text.of("宣言を取下げ", "Declaration withdrawn");
        };
    }
}
