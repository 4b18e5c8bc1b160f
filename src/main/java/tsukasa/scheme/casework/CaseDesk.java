package tsukasa.scheme.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.casework.CaseListStore.Event;
import tsukasa.scheme.casework.CaseListStore.File;
import tsukasa.scheme.casework.CaseListStore.Filter;
import tsukasa.scheme.casework.CaseListStore.Row;

/// Shows cases to staff.
@Component
class CaseDesk {
    private static final int PAGE = 50;
    private final Schemes schemes;
    private final CaseListStore store;

    CaseDesk(Schemes schemes, CaseListStore store) {
        this.schemes = schemes;
        this.store = store;
    }

    /// Which part of the case page stands open.
    enum Open {
        NOTHING,
        CORRECTION,
        WITHDRAWAL
    }

    Scheme scheme(String id) {
        return schemes.find(id)
                .orElseThrow(() -> Problem.notFound(Text.of("お探しのページはありません。", "There is no page at this address.")));
    }

    List<Scheme> all() {
        return schemes.all();
    }

    long waiting(Scheme scheme) {
        return store.waiting(scheme.id());
    }

    File file(String scheme, String number) {
        return store.file(scheme, number)
                .orElseThrow(() -> Problem.notFound(Text.of("この番号の案件はありません。", "There is no case with this number.")));
    }

    /// A case keeps the version of its scheme that it began with.
    Scheme version(Scheme scheme, File file) {
        return schemes.version(scheme.id(), file.version()).orElse(scheme);
    }

    CasesPage list(Frame f, Filter filter, int page) {
        Scheme scheme = filter.scheme();
        long total = store.count(filter);
        Paging paging = new Paging(page, PAGE, total);
        String count = f.writing().number(total);
        return new CasesPage(
                f,
                scheme.id(),
                f.say(scheme.title()),
                total >= CaseListStore.COUNTED_UP_TO
                        ? f.say(count + "件以上あります。条件で絞り込んでください。", count + " or more cases. Narrow them down.")
                        : f.say(count + "件あります。", count + " cases."),
                filters(f, filter),
                new SortedBy("received", !filter.oldestFirst()),
                store.rows(filter, paging.offset(), paging.size()).stream()
                        .map(row -> row(f, scheme, row))
                        .toList(),
                paging);
    }

    private static CasesPage.Row row(Frame f, Scheme scheme, Row row) {
        String level = row.level() == null ? "" : row.level();
        String mark = scheme.level(level).map(Scheme.Level::mark).orElse("");
        String prefecture = Prefecture.ofCode(String.valueOf(row.prefecture()))
                .map(p -> f.say(p.title()))
                .orElse("");
        return new CasesPage.Row(
                row.number(),
                row.name(),
                row.number() + "　" + mark + "　" + prefecture,
                States.shape(row.state()),
                f.say(States.word(row.state())),
                f.writing().minute(row.receivedAt()),
                "/staff/" + scheme.id() + "/cases/" + row.number());
    }

    private static List<Field> filters(Frame f, Filter filter) {
        return List.of(
                Field.search("q", f.say("番号・名前・法人番号", "Number, name or corporate number"))
                        .value(filter.text())
                        .maxLength(100),
                Field.select(
                                "state",
                                f.say("状態", "State"),
                                all(f, States.ALL.stream().map(s -> Option.of(s, f.say(States.word(s))))))
                        .value(filter.state()),
                Field.select(
                                "level",
                                f.say("段階", "Level"),
                                all(
                                        f,
                                        filter.scheme().levels().stream()
                                                .map(l -> Option.of(l.id(), l.mark() + " " + f.say(l.title())))))
                        .value(filter.level()),
                Field.select(
                                "prefecture",
                                f.say("都道府県", "Prefecture"),
                                all(
                                        f,
                                        Arrays.stream(Prefecture.values())
                                                .map(p -> Option.of(p.code(), f.say(p.title())))))
                        .value(filter.prefecture()));
    }

    private static List<Option> all(Frame f, Stream<Option> options) {
        return Stream.concat(Stream.of(Option.of("", f.say("すべて", "All"))), options)
                .toList();
    }

    CasePage page(
            Frame f, Scheme newest, File file, Open open, Map<String, Object> answers, String reason, Errors errors) {
        Scheme scheme = version(newest, file);
        boolean standing = file.state().equals("registered");
        return new CasePage(
                f,
                scheme.id(),
                f.say(scheme.title()),
                file.number(),
                file.name(),
                States.shape(file.state()),
                f.say(States.word(file.state())),
                standing,
                facts(f, scheme, file),
                history(f, scheme, store.events(file.id())),
                standing && open == Open.CORRECTION
                        ? new Correction(scheme).asked(f, answers, reason, errors)
                        : List.of(),
                standing && open == Open.WITHDRAWAL ? List.of(Correction.reason(f, reason, errors)) : List.of(),
                errors,
                standing || file.state().equals("withdrawn") ? "/" + scheme.id() + "/register/" + file.number() : null);
    }

    private static List<Fact> facts(Frame f, Scheme scheme, File file) {
        Map<String, Object> answers = Correction.read(file.answers());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(f.say("受付", "Received"), f.writing().minute(file.receivedAt())));
        facts.add(Fact.of(f.say("制度の版", "Version of the scheme"), String.valueOf(file.version())));
        scheme.steps().stream()
                .flatMap(step -> step.fields().stream())
                .filter(answers::containsKey)
                .map(scheme.fields()::get)
                .filter(java.util.Objects::nonNull)
                .forEach(field -> facts.add(
                        Fact.of(f.say(field.label()), words(f, field, answers.getOrDefault(field.name(), "")))));
        return facts;
    }

    private static String words(Frame f, FormField field, Object answer) {
        if (answer instanceof Boolean yes) {
            return yes ? f.say("はい", "Yes") : f.say("いいえ", "No");
        }
        if (answer instanceof Long number) {
            Text unit = field.unit();
            return f.writing().number(number) + (unit == null ? "" : f.say(unit.ja(), " " + unit.en()));
        }
        String text = answer.toString();
        if (field.widget() == FormField.Widget.PREFECTURE) {
            return Prefecture.ofCode(text).map(p -> f.say(p.title())).orElse(text);
        }
        return field.choices().stream()
                .filter(c -> c.value().equals(text))
                .map(c -> f.say(c.label()))
                .findFirst()
                .orElse(text);
    }

    private static List<Moment> history(Frame f, Scheme scheme, List<Event> events) {
        List<Moment> moments = new ArrayList<>();
        for (Event event : events) {
            String to = event.toLevel();
            String level =
                    to == null ? "" : scheme.level(to).map(l -> "　" + l.mark()).orElse("");
            moments.add(new Moment(
                    moments.isEmpty() ? Moment.Kind.LATEST : Moment.Kind.PAST,
                    f.writing().minute(event.recordedAt()) + "　" + event.actor(),
                    f.say(States.happened(event.kind())) + level,
                    event.reason()));
        }
        return moments;
    }
}
