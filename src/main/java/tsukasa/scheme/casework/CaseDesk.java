package tsukasa.scheme.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.Permission;
import tsukasa.identity.Person;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Tab;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Registers;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;
import tsukasa.scheme.casework.CaseListStore.File;
import tsukasa.scheme.casework.CaseListStore.Filter;
import tsukasa.scheme.casework.CaseListStore.Row;
import tsukasa.scheme.casework.CaseListStore.Slice;

/// Shows cases to staff.
@Component
class CaseDesk {
    private static final int PAGE = 50;
    private static final String ME = "me";
    private final Schemes schemes;
    private final CaseListStore store;
    private final Registers registers;
    private final CaseHistory history;
    private final HandlerListStore handlers;
    private final Colleagues colleagues;

    CaseDesk(
            Schemes schemes,
            CaseListStore store,
            Registers registers,
            CaseHistory history,
            HandlerListStore handlers,
            Colleagues colleagues) {
        this.schemes = schemes;
        this.store = store;
        this.registers = registers;
        this.history = history;
        this.handlers = handlers;
        this.colleagues = colleagues;
    }

    /// Which deed of the case page stands open, with what was typed into it.
    ///
    /// @param answers as they would be after the deed; empty while nothing was sent
    record Attempt(Open open, Map<String, Object> answers, String reason, Errors errors) {
        static Attempt none(Open open) {
            return new Attempt(open, Map.of(), "", Errors.none());
        }
    }

    enum Open {
        NOTHING,
        CORRECTION,
        WITHDRAWAL,
        RESTORATION,
        NOTE,
        ASSIGNMENT,
        HANDOVER,
        RELEASE,
        REMOVAL,
        RESTRICTION,
        OPENING
    }

    /// A scheme whose cases this member of staff handles.
    Scheme scheme(String id, Visitor visitor) {
        Scheme scheme = scheme(id);
        if (!handles(scheme, visitor)) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("この制度の案件は、ほかの部署が担当しています。", "Another department handles the cases of this scheme."),
                    Text.of(
                            "担当が変わったときは、管理者に担当範囲の変更を依頼してください。",
                            "If it is yours now, ask an administrator to change your reach."));
        }
        return scheme;
    }

    static boolean handles(Scheme scheme, Visitor visitor) {
        return visitor.mayFor(Permission.HANDLE_CASES, scheme.department().orElse(null));
    }

    static boolean supervises(Scheme scheme, Visitor visitor) {
        return visitor.mayFor(Permission.SUPERVISE_CASES, scheme.department().orElse(null));
    }

    /// A scheme of whose cases this visitor says who handles them.
    Scheme supervised(String id, Visitor visitor) {
        Scheme scheme = scheme(id, visitor);
        if (!supervises(scheme, visitor)) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("この制度の担当者は、ほかの部署の監督者が決めます。", "The supervisors of another department assign these cases."),
                    Text.of("担当部署の監督者に依頼してください。", "Ask a supervisor of that department."));
        }
        return scheme;
    }

    /// Whether the case is there for whoever asks.
    boolean sees(Scheme scheme, String number) {
        return store.file(scheme.id(), number).isPresent();
    }

    Scheme scheme(String id) {
        return schemes.find(id)
                .orElseThrow(() -> Problem.notFound(Text.of("お探しのページはありません。", "There is no page at this address.")));
    }

    List<Scheme> handledBy(Visitor visitor) {
        return schemes.all().stream().filter(scheme -> handles(scheme, visitor)).toList();
    }

    List<Schemes.Refused> refused() {
        return schemes.refused();
    }

    long waiting(Scheme scheme) {
        return store.waiting(scheme.id());
    }

    /// How many cases that have not ended the visitor handles, by scheme.
    Map<String, Long> mine() {
        return handlers.countOfMineByScheme();
    }

    File file(Scheme scheme, String number) {
        return store.file(scheme.id(), number)
                .orElseThrow(() -> Problem.notFound(Text.of("この番号の案件はありません。", "There is no case with this number.")));
    }

    /// A case keeps the version of its scheme that it began with.
    Scheme version(Scheme scheme, File file) {
        return schemes.version(scheme.id(), file.version()).orElse(scheme);
    }

    @Transactional(readOnly = true)
    CasesPage list(Frame f, Filter filter, int page, Visitor visitor) {
        Scheme scheme = filter.scheme();
        Slice slice = store.slice(filter, Math.max(1, page), PAGE);
        Paging paging = new Paging(page, PAGE, slice.counted());
        String count = f.writing().number(slice.counted());
        return new CasesPage(
                f,
                scheme.id(),
                f.say(scheme.title()),
                slice.more()
                        ? f.say(count + "件以上あります。条件で絞り込んでください。", count + " or more cases. Narrow them down.")
                        : f.say(count + "件あります。", count + " cases."),
                !scheme.confidential(),
                views(f, filter),
                filters(f, filter, colleagues.of(scheme), visitor),
                filter.state(),
                filter.order().sorted(),
                supervises(scheme, visitor)
                        ? Field.select("person", f.say("担当者", "Handler"), Colleagues.options(colleagues.of(scheme)))
                        : null,
                slice.rows().stream().map(row -> row(f, scheme, row)).toList(),
                paging);
    }

    private static CasesPage.Row row(Frame f, Scheme scheme, Row row) {
        String mark = scheme.level(row.level()).map(Scheme.Level::mark).orElse("");
        String prefecture =
                Prefecture.ofCode(row.prefecture()).map(p -> f.say(p.title())).orElse("");
        return new CasesPage.Row(
                row.number(),
                row.name(),
                Stream.of(row.number(), mark, prefecture)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("　")),
                States.shape(row.state()),
                f.say(States.word(row.state())),
                row.handledBy() == null ? "" : row.handledBy(),
                !row.access().equals("department"),
                f.writing().minute(row.receivedAt()),
                "/staff/" + scheme.id() + "/cases/" + row.number());
    }

    /// The same conditions for every state.
    private List<Tab> views(Frame f, Filter filter) {
        String waiting = f.writing().number(store.waiting(filter.scheme().id()));
        return Stream.concat(Stream.of(""), States.ALL.stream())
                .map(state -> new Tab(
                        (state.isEmpty() ? f.say("すべて", "All") : f.say(States.word(state)))
                                + (state.equals("awaiting-confirmation") ? "　" + waiting : ""),
                        state.isEmpty() ? f.withoutParameter("state") : f.withParameter("state", state),
                        filter.state().equals(state)))
                .toList();
    }

    private static List<Field> filters(Frame f, Filter filter, List<Person> people, Visitor visitor) {
        Scheme scheme = filter.scheme();
        List<Field> filters = new ArrayList<>();
        filters.add(Field.search(
                        "q",
                        scheme.subjectField().isEmpty()
                                ? f.say("番号・名前", "Number or name")
                                : f.say("番号・名前・法人番号", "Number, name or corporate number"))
                .value(filter.text())
                .maxLength(100));
        if (scheme.graded()) {
            filters.add(Field.select(
                            "level",
                            f.say("段階", "Level"),
                            all(
                                    f,
                                    scheme.levels().stream()
                                            .map(l -> Option.of(l.id(), l.mark() + " " + f.say(l.title())))))
                    .value(filter.level()));
        }
        filters.add(Field.select(
                        "prefecture",
                        f.say("都道府県", "Prefecture"),
                        all(f, Arrays.stream(Prefecture.values()).map(p -> Option.of(p.code(), f.say(p.title())))))
                .value(filter.prefecture()));
        filters.add(Field.select("handler", f.say("担当", "Handler"), handlers(f, people, visitor))
                .value(filter.handler().equals(visitor.id().toString()) ? ME : filter.handler()));
        return filters;
    }

    private static List<Option> handlers(Frame f, List<Person> people, Visitor visitor) {
        Stream<Option> others = Colleagues.options(people).stream()
                .filter(option -> !option.value().equals(visitor.id().toString()));
        return all(
                f,
                Stream.concat(
                        Stream.of(
                                Option.of(ME, f.say("自分", "Me")),
                                Option.of(CaseListStore.NOBODY, f.say("まだいない", "Nobody yet"))),
                        others));
    }

    /// Whom a list is narrowed down to: oneself, nobody, or anybody at all.
    static String handler(String asked, Visitor visitor) {
        if (asked.equals(ME)) {
            return visitor.id().toString();
        }
        return asked.equals(CaseListStore.NOBODY)
                ? asked
                : Colleagues.chosen(asked).map(UUID::toString).orElse("");
    }

    private static List<Option> all(Frame f, Stream<Option> options) {
        return Stream.concat(Stream.of(Option.of("", f.say("すべて", "All"))), options)
                .toList();
    }

    @Transactional(readOnly = true)
    CasePage page(Frame f, Scheme newest, File file, Attempt attempt, Visitor visitor) {
        Scheme scheme = version(newest, file);
        Map<String, Object> answers = Answers.parse(file.answers()).values();
        CaseReading reading = new CaseReading(f, scheme, answers);
        boolean standing = file.state().equals("registered");
        boolean withdrawn = file.state().equals("withdrawn");
        List<CasePage.Other> others = others(f, scheme, file);
        CaseDeeds deeds = new CaseDeeds(f, scheme, file);
        HandlingDeeds handling =
                new HandlingDeeds(f, newest, file, handlers.of(file.id()), colleagues.of(newest), visitor);
        CasePage.Form about = handling.open(attempt);
        return new CasePage(
                f,
                scheme.id(),
                f.say(scheme.title()),
                file.number(),
                file.name(),
                States.shape(file.state()),
                f.say(States.word(file.state())),
                deeds.closed(),
                handling.shown(),
                about == null ? deeds.open(attempt, answers) : about,
                reading.checks(registers.entry(scheme.id(), file.number(), f.today()), others.size()),
                reading.sections(),
                history.of(f, scheme, file.id()),
                history.seal(f, file.number()),
                others,
                CaseDeeds.note(f, attempt),
                attempt.errors(),
                (standing || withdrawn) && !scheme.confidential()
                        ? "/" + scheme.id() + "/register/" + file.number()
                        : null);
    }

    private List<CasePage.Other> others(Frame f, Scheme scheme, File file) {
        return store.others(scheme, file).stream()
                .map(row -> new CasePage.Other(
                        row.number(),
                        "/staff/" + scheme.id() + "/cases/" + row.number(),
                        scheme.level(row.level()).map(Scheme.Level::mark).orElse(""),
                        f.say(States.word(row.state())),
                        row.receivedAt().atZone(Writing.JAPAN).toLocalDate().toString()))
                .toList();
    }
}
