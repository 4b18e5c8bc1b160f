package tsukasa.plan.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.PlanReader;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.ReadingSummary;
import tsukasa.plan.importing.ReadingRows.Only;

/// Prepares the list of readings, the head of one, its tree beside the text, and its history.
@Component
class ReadingViews {
    static final String BASE = "/staff/plan/import";
    private final ReadingStore store;
    private final PlanReader reader;
    private final PlanShelf shelf;
    private final AcceptanceDesk acceptance;

    ReadingViews(ReadingStore store, PlanReader reader, PlanShelf shelf, AcceptanceDesk acceptance) {
        this.store = store;
        this.reader = reader;
        this.shelf = shelf;
        this.acceptance = acceptance;
    }

    ReadingsPage list(Frame frame, Errors errors, String style) {
        List<Option> styles = Stream.concat(
                        Stream.of(Option.of("auto", frame.say("自動で判断する", "Find out"))),
                        reader.profiles().stream()
                                .map(p -> Option.of(p, StyleWords.of(p).in(frame.language()))))
                .toList();
        List<Field> fields = List.of(
                Field.file("file", frame.say("年度計画のテキスト", "Text of the annual plan"))
                        .required()
                        .hint(frame.say(
                                "文字だけのファイル（20 MBまで）。UTF-8、Shift_JISなど、文字コードは自動で判断します。",
                                "A plain text file, at most 20 MB. UTF-8, Shift_JIS and others are told apart."))
                        .accept(".txt,text/plain")
                        .errors(errors),
                Field.select("style", frame.say("番号の様式", "Numbering style"), styles)
                        .value(style)
                        .errors(errors));
        return new ReadingsPage(
                frame, store.all().stream().map(r -> line(frame, r)).toList(), fields, errors);
    }

    private static ReadingsPage.Line line(Frame frame, StoredReading reading) {
        Writing w = frame.writing();
        return new ReadingsPage.Line(
                reading.id(),
                BASE + "/" + reading.id(),
                reading.title(),
                reading.name(),
                reading.year().map(y -> w.year(new FiscalYear(y))).orElse("－"),
                w.number(reading.items()),
                w.number(reading.indicators()),
                w.number(reading.cells()),
                reading.uploadedByName(),
                w.minute(reading.uploadedAt()),
                status(reading),
                word(frame, reading));
    }

    private static Status status(StoredReading reading) {
        return reading.acceptance().isPresent() ? Status.ACCEPTED : Status.IN_REVIEW;
    }

    private static String word(Frame frame, StoredReading reading) {
        return reading.acceptance().isPresent() ? frame.say("確定", "Accepted") : frame.say("確認中", "Being checked");
    }

    ReadingPage.Head head(Frame frame, OpenReading reading, Visitor visitor, String tab) {
        StoredReading stored = reading.stored();
        Writing w = frame.writing();
        int open = reading.openDoubts().size();
        int wrong = reading.wrong().size();
        Optional<Text> hindrance = acceptance.hindrance(reading, visitor);
        return new ReadingPage.Head(
                stored.id(),
                BASE + "/" + stored.id(),
                stored.title(),
                status(stored),
                word(frame, stored),
                sentence(frame, open, wrong, reading.checks().isEmpty()),
                facts(frame, reading),
                tabs(frame, stored.id(), tab),
                stored.version(),
                stored.acceptance().isEmpty(),
                hindrance.isEmpty(),
                stored.acceptance().isPresent()
                        ? null
                        : hindrance.map(frame::say).orElse(null),
                open + wrong,
                reading.last()
                        .map(e -> CorrectionWords.of(e).in(frame.language()))
                        .orElse(null),
                stored.acceptance().map(a -> "/plan/" + a.plan()).orElse(null),
                reading.year()
                        .flatMap(y -> shelf.plan(y.slug()))
                        .map(p -> frame.say(p.title()))
                        .orElse(null),
                reading.year().isPresent(),
                reading.unapplied().stream()
                        .map(c -> CorrectionWords.of(c).in(frame.language()))
                        .toList());
    }

    private static String sentence(Frame frame, int open, int wrong, boolean unchecked) {
        String figures = unchecked
                ? frame.say("確かめられる計算はありません。", "There is no sum to check.")
                : wrong == 0
                        ? frame.say("表の計算はすべて合っています。", "All sums of the tables come out.")
                        : frame.say("合わない計算が" + wrong + "あります。", wrong + " sums do not come out.");
        String doubts = open == 0
                ? frame.say("要確認の箇所は残っていません。", "Nothing is left to be checked.")
                : frame.say("要確認の箇所が" + open + "あります。", open + " places are left to be checked.");
        return doubts + (frame.japanese() ? "" : " ") + figures;
    }

    private static List<Fact> facts(Frame frame, OpenReading reading) {
        StoredReading stored = reading.stored();
        Writing w = frame.writing();
        ReadingSummary s = ReadingSummary.of(reading.read(), reading.checks());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(frame.say("ファイル", "File"), stored.name(), BASE + "/" + stored.id() + "/text"));
        facts.add(Fact.of(
                frame.say("取り込んだ人", "Imported"), stored.uploadedByName() + "　" + w.minute(stored.uploadedAt())));
        stored.acceptance()
                .ifPresent(
                        a -> facts.add(Fact.of(frame.say("確定した人", "Accepted"), a.byName() + "　" + w.minute(a.at()))));
        facts.add(Fact.of(
                frame.say("年度", "Year"),
                reading.year().map(w::year).orElseGet(() -> frame.say("本文にありません", "Not in the text"))));
        facts.add(Fact.of(
                frame.say("様式と文字コード", "Style and encoding"),
                StyleWords.of(reading.read().document().profile()).in(frame.language()) + "　"
                        + reading.read().document().charset()));
        facts.add(found(frame, s));
        facts.add(sums(frame, s));
        return facts;
    }

    private static Fact found(Frame frame, ReadingSummary s) {
        return Fact.of(
                frame.say("見つかったもの", "Found"),
                frame.say(
                        "章 %d、項目 %d、文と見出し %d、指標 %d（目標値 %d）、表 %d（数字 %d）"
                                .formatted(
                                        s.sections(),
                                        s.items(),
                                        s.sentences(),
                                        s.indicators(),
                                        s.targets(),
                                        s.tables(),
                                        s.cells()),
                        "%d sections, %d items, %d sentences and headings, %d indicators (%d targets), %d tables (%d cells)"
                                .formatted(
                                        s.sections(),
                                        s.items(),
                                        s.sentences(),
                                        s.indicators(),
                                        s.targets(),
                                        s.tables(),
                                        s.cells())));
    }

    private static Fact sums(Frame frame, ReadingSummary s) {
        return Fact.of(
                frame.say("検算", "Sums"),
                frame.say(
                        "一致 %d、端数の差 %d、不一致 %d"
                                .formatted(
                                        s.exact(), s.withinRounding(), s.wrong().size()),
                        "%d exact, %d within rounding, %d wrong"
                                .formatted(
                                        s.exact(), s.withinRounding(), s.wrong().size())));
    }

    private static List<Tab> tabs(Frame frame, String id, String current) {
        String address = BASE + "/" + id;
        return List.of(
                new Tab(frame.say("本文と構造", "Text and tree"), address, current.isEmpty()),
                new Tab(frame.say("指標", "Indicators"), address + "/indicators", current.equals("indicators")),
                new Tab(frame.say("表と検算", "Tables and sums"), address + "/tables", current.equals("tables")),
                new Tab(frame.say("前の版との違い", "Changes"), address + "/changes", current.equals("changes")),
                new Tab(frame.say("履歴", "History"), address + "/history", current.equals("history")));
    }

    ReadingPage tree(
            Frame frame, OpenReading reading, Visitor visitor, String only, int part, Errors errors, int status) {
        String address = BASE + "/" + reading.stored().id();
        Only filter = Arrays.stream(Only.values())
                .filter(o -> o.name().toLowerCase(Locale.ROOT).equals(only))
                .findFirst()
                .orElse(Only.ALL);
        ReadingRows rows = new ReadingRows(frame, reading, address, filter);
        List<ReadingRows.Part> parts = rows.parts();
        int shown = Math.clamp(part, 0, Math.max(0, parts.size() - 1));
        List<Tab> tabs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            tabs.add(new Tab(parts.get(i).title(), address + "?part=" + i, i == shown));
        }
        return new ReadingPage(
                frame,
                head(frame, reading, visitor, ""),
                chips(frame, reading, address, filter),
                filter == Only.ALL ? tabs : List.of(),
                rows.marks(0),
                rows.firstDoubt(),
                rows.rows(shown),
                errors,
                status);
    }

    private static List<Chip> chips(Frame frame, OpenReading reading, String address, Only filter) {
        return List.of(
                chip(
                        frame.say("要確認のある所だけ", "Only places to be checked"),
                        address,
                        filter,
                        Only.DOUBTS,
                        reading.read().doubts().size()),
                chip(
                        frame.say("指標だけ", "Only indicators"),
                        address,
                        filter,
                        Only.INDICATORS,
                        reading.read().indicators().size()),
                chip(frame.say("表だけ", "Only tables"), address, filter, Only.TABLES, null));
    }

    private static Chip chip(String title, String address, Only now, Only wanted, @Nullable Integer count) {
        return now == wanted
                ? Chip.inForce(title, address)
                : new Chip(
                        title,
                        address + "?only=" + wanted.name().toLowerCase(Locale.ROOT),
                        false,
                        count == null ? null : (long) count);
    }

    ReadingHistoryPage history(Frame frame, OpenReading reading, Visitor visitor) {
        Writing w = frame.writing();
        List<Moment> moments = new ArrayList<>();
        StoredReading stored = reading.stored();
        moments.add(moment(
                frame,
                w.minute(stored.uploadedAt()),
                stored.uploadedByName(),
                frame.say("取り込みました", "imported the text"),
                ""));
        for (StoredCorrection event : reading.events()) {
            String what = event.undoes()
                    .map(n -> frame.say(n + "番の訂正を取り消しました", "took correction " + n + " back"))
                    .orElseGet(() ->
                            event.sequence() + "　" + CorrectionWords.of(event).in(frame.language()));
            moments.add(moment(frame, w.minute(event.at()), event.byName(), what, event.note()));
        }
        stored.acceptance()
                .ifPresent(a -> moments.add(moment(
                        frame, w.minute(a.at()), a.byName(), frame.say("確定しました", "accepted it"), "/plan/" + a.plan())));
        List<Moment> newestFirst = new ArrayList<>(moments.reversed());
        Moment latest = newestFirst.removeFirst();
        newestFirst.addFirst(new Moment(Moment.Kind.LATEST, latest.when(), latest.what(), latest.detail()));
        return new ReadingHistoryPage(frame, head(frame, reading, visitor, "history"), newestFirst);
    }

    private static Moment moment(Frame frame, String when, String who, String what, String detail) {
        return new Moment(
                Moment.Kind.PAST,
                when,
                frame.say(who + "が" + what + "。", who + ": " + what + "."),
                detail.isEmpty() ? null : detail);
    }
}
