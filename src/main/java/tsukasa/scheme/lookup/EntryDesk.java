package tsukasa.scheme.lookup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Acts;
import tsukasa.kernel.database.Walls;
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

    @Transactional(readOnly = true)
    @Acts(as = Walls.REGISTER)
    Optional<Entry> find(Scheme scheme, String number) {
        return store.state(scheme.id(), number).flatMap(state -> {
            List<Listed> periods = store.says(scheme.id(), number);
            Optional<Listed> says = periods.stream().findFirst().or(() -> store.said(scheme.id(), number));
            return says.map(
                    entry -> new Entry(entry, state.equals("registered"), periods, store.events(scheme.id(), number)));
        });
    }

    @Transactional(readOnly = true)
    @Acts(as = Walls.REGISTER)
    RegisterEntryPage page(Frame f, Scheme scheme, String number) {
        Entry entry = find(scheme, number)
                .orElseThrow(
                        () -> Problem.notFound(Text.of("この番号の事業者は名簿にありません。", "There is no entry with this number.")));
        Listed says = entry.says();
        String english = says.english();
        return new RegisterEntryPage(
                f,
                scheme,
                says.number(),
                f.japanese() || english == null ? says.name() : english,
                f.japanese() || english == null ? says.kana() : says.name(),
                entry.standing() ? Status.VALID : Status.WITHDRAWN,
                sentence(f, scheme, entry),
                facts(f, scheme, says),
                history(f, scheme, entry.events()),
                statements(f, scheme, number),
                "/api/" + scheme.id() + "/register/" + says.number());
    }

    private static String sentence(Frame f, Scheme scheme, Entry entry) {
        Names names = new Names(scheme);
        String level = f.say(names.levelWithMark(entry.says().level()));
        String since = f.writing().date(entry.says().validFrom());
        if (!entry.standing()) {
            return f.say("取り下げられました。いまは登録簿に載っていません。", "Withdrawn. It does not stand in the register today.");
        }
        return scheme.graded()
                ? f.say(since + "から、" + level + "で登録簿に載っています。", "In the register at " + level + " since " + since + ".")
                : f.say(since + "から、登録簿に載っています。", "In the register since " + since + ".");
    }

    private List<Fact> facts(Frame f, Scheme scheme, Listed says) {
        Names names = new Names(scheme);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(f.say("番号", "Number"), says.number()));
        if (!says.subject().isEmpty()) {
            facts.add(Fact.of(f.say("法人番号", "Corporate number"), says.subject()));
        }
        if (scheme.graded()) {
            facts.add(Fact.of(f.say("段階", "Level"), f.say(names.levelWithMark(says.level()))));
        }
        facts.add(Fact.of(
                f.say("都道府県", "Prefecture"),
                f.say(names.prefecture(says.prefecture())),
                "/" + scheme.id() + "/register?prefecture=" + says.prefecture()));
        if (!says.industry().isEmpty()) {
            facts.add(Fact.of(
                    f.say("業種", "Industry"),
                    f.say(names.industry(says.industry())),
                    "/" + scheme.id() + "/register?industry=" + says.industry()));
        }
        facts.addAll(others(f, scheme, says.number()));
        return facts;
    }

    /// What else the scheme declares open, such as the address of a policy.
    private List<Fact> others(Frame f, Scheme scheme, String number) {
        Scheme.RegisterColumns columns = scheme.register();
        Set<String> others = new HashSet<>(scheme.open());
        others.removeAll(List.of(
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
            String what = f.say(what(scheme, event));
            moments.add(moments.isEmpty() ? Moment.latest(day, what) : Moment.past(day, what));
        }
        return moments;
    }

    private static Text what(Scheme scheme, Happened event) {
        String to = event.toLevel();
        Text act = scheme.words().act();
        Text level = to == null || !scheme.graded() ? act : new Names(scheme).levelWithMark(to);
        return switch (event.kind()) {
            case "declared" ->
                scheme.graded()
                        ? Text.of(level.ja() + "を" + act.ja(), "Entered at " + level.en())
                        : Text.of(act.ja(), "Entered");
            case "stepped-up" -> Text.of(level.ja() + "に段階を上げた", "Stepped up to " + level.en());
            case "changed" -> Text.of("内容を変更", "Facts changed");
            case "corrected" -> Text.of("記載の誤りを訂正", "A mistake in the entry was corrected");
            case "restored" -> Text.of("取下げを取消し", "Withdrawal taken back");
            default -> Text.of(act.ja() + "を取下げ", "Withdrawn");
        };
    }

    /// What the register has said, with when it was believed: so that nobody need trust today's page about yesterday.
    private List<RegisterEntryPage.Statement> statements(Frame f, Scheme scheme, String number) {
        Names names = new Names(scheme);
        return store.statements(scheme.id(), number).stream()
                .map(said -> new RegisterEntryPage.Statement(
                        said.validFrom().toString(),
                        said.validTo() == null ? f.say("続いている", "stands") : last(said.validTo()),
                        said.name(),
                        scheme.graded() ? names.levelWithMark(said.level()).in(f.language()) : "",
                        f.say(names.prefecture(said.prefecture())),
                        f.writing().minute(said.recordedFrom()),
                        said.recordedTo() == null
                                ? f.say("いまも", "now")
                                : f.writing().minute(said.recordedTo())))
                .toList();
    }

    /// Ends of spans are exclusive; people read last days.
    private static String last(@Nullable LocalDate end) {
        return end == null ? "" : end.minusDays(1).toString();
    }
}
