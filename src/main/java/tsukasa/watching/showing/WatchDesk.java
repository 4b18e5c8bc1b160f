package tsukasa.watching.showing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.chart.BarChart;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.kernel.page.Writing;
import tsukasa.scoring.Severity;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.Findings;
import tsukasa.watching.Findings.Slice;
import tsukasa.watching.Findings.Tally;
import tsukasa.watching.Letters;
import tsukasa.watching.MassDecision;
import tsukasa.watching.MassDecisions;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;

/// Makes the pages of lists and their findings.
@Component
class WatchDesk {
    static final int SIZE = 50;
    private static final int MOST_COUNTED = 10_000;
    private static final int LATEST = 10;
    private static final int LATEST_MASSES = 3;
    private static final List<Severity> DEGREES =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.NONE);
    private final WatchLists lists;
    private final Findings findings;
    private final MassDecisions masses;
    private final Rows rows;
    private final Asking asking;

    WatchDesk(WatchLists lists, Findings findings, MassDecisions masses, Rows rows, Asking asking) {
        this.lists = lists;
        this.findings = findings;
        this.masses = masses;
        this.rows = rows;
        this.asking = asking;
    }

    WatchList list(UUID owner, String id) {
        return parsed(id).flatMap(list -> lists.find(owner, list)).orElseThrow(WatchDesk::unknown);
    }

    static Problem unknown() {
        return Problem.notFound(Text.of("その見守りリストはありません。", "There is no such watch list."));
    }

    static Optional<UUID> parsed(String id) {
        return id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }

    static WatchPage explanation(Frame f) {
        return new WatchPage(f, false, "", List.of(), List.of(), List.of(), Optional.empty());
    }

    WatchPage overview(Frame f, UUID owner) {
        List<WatchList> own = lists.of(owner);
        Map<UUID, Tally> tallies = findings.tallies(owner);
        long waiting = tallies.values().stream().mapToLong(Tally::waiting).sum();
        long exploited = tallies.values().stream().mapToLong(Tally::exploited).sum();
        return new WatchPage(
                f,
                true,
                own.isEmpty() ? "" : sentence(f, waiting, exploited),
                own.stream()
                        .map(list -> line(f, list, tallies.getOrDefault(list.id(), Tally.NONE)))
                        .toList(),
                lists.removed(owner).stream().map(list -> gone(f, list)).toList(),
                waiting == 0
                        ? List.of()
                        : rows.rows(
                                f,
                                findings.list(owner, FindingQuestion.waiting(Set.of(), LATEST))
                                        .findings()),
                picture(f, tallies, waiting));
    }

    private static String sentence(Frame f, long waiting, long exploited) {
        Writing w = f.writing();
        if (waiting == 0) {
            return f.say("対応を待つ脆弱性はありません。", "Nothing waits for you.");
        }
        return exploited == 0
                ? f.say(
                        "対応を待つ脆弱性が" + w.number(waiting) + "件あります。悪用が確認されたものはありません。",
                        w.number(waiting) + " findings wait for you; none of them is known to be exploited.")
                : f.say(
                        "対応を待つ脆弱性が" + w.number(waiting) + "件あり、そのうち" + w.number(exploited) + "件は悪用が確認されています。",
                        w.number(waiting) + " findings wait for you; " + w.number(exploited)
                                + " of them are known to be exploited.");
    }

    private static WatchPage.Line line(Frame f, WatchList list, Tally tally) {
        Writing w = f.writing();
        long critical = tally.of(Severity.CRITICAL.ordinal());
        long high = tally.of(Severity.HIGH.ordinal());
        return new WatchPage.Line(
                "/watch/lists/" + list.id(),
                list.name(),
                list.note(),
                w.number(critical),
                w.number(high),
                w.number(tally.waiting() - critical - high),
                w.number(tally.exploited()),
                telling(f, list));
    }

    static String telling(Frame f, WatchList list) {
        List<String> ways = new ArrayList<>();
        if (list.letters() != Letters.NEVER) {
            ways.add(f.say("メール（", "Mail (") + f.say(list.letters().title()) + f.say("）", ")"));
        }
        if (list.feedSince() != null) {
            ways.add(f.say("フィード", "Feed"));
        }
        if (list.hooked()) {
            ways.add("Webhook");
        }
        return ways.isEmpty() ? f.say("この画面だけ", "Here only") : String.join(f.say("、", ", "), ways);
    }

    private static WatchPage.Gone gone(Frame f, WatchList list) {
        var removed = list.removedAt();
        return new WatchPage.Gone(
                "/watch/lists/" + list.id(),
                list.name(),
                removed == null ? "" : f.writing().day(removed.plus(Duration.ofDays(WatchLists.DAYS_TO_TAKE_BACK))));
    }

    private static Optional<WatchPage.Picture> picture(Frame f, Map<UUID, Tally> tallies, long waiting) {
        if (waiting == 0) {
            return Optional.empty();
        }
        List<String> labels = new ArrayList<>();
        List<@Nullable Double> values = new ArrayList<>();
        for (Severity severity : DEGREES.subList(0, 4)) {
            labels.add(f.say(severity.word()));
            values.add((double) tallies.values().stream()
                    .mapToLong(tally -> tally.of(severity.ordinal()))
                    .sum());
        }
        labels.add(f.say("未評価", "Not scored"));
        values.add((double) tallies.values().stream()
                .mapToLong(tally -> tally.of(FindingQuestion.UNSCORED) + tally.of(Severity.NONE.ordinal()))
                .sum());
        String message = f.say("深刻度ごとの、対応を待つ件数", "What waits, by severity");
        BarChart chart = BarChart.of(f.language(), message, labels, values);
        return Optional.of(
                new WatchPage.Picture(chart, chart.table(message, f.say("深刻度", "Severity"), f.say("件数", "Findings"))));
    }

    ListPage page(Frame f, UUID owner, WatchList list, Wanted wanted) {
        FindingQuestion question = asking.question(wanted, Set.of(list.id()), SIZE);
        Slice slice = findings.list(owner, question);
        long counted = findings.count(owner, question, MOST_COUNTED + 1);
        Tally tally = findings.tally(owner, list.id());
        long items = lists.size(owner, list.id());
        return new ListPage(
                f,
                list,
                items == 0 ? "" : sentence(f, tally.waiting(), tally.exploited()),
                tabs(f, list, 0),
                cells(f, list, tally),
                rows.rows(f, slice.findings()),
                wanted.fields(f),
                shown(f, counted, question.summed()),
                wanted.newest(),
                slice.next() == null ? null : f.withParameter("after", Wanted.written(slice.next())),
                wanted.after() == null ? null : f.withoutParameter("after"),
                !wanted.plain(),
                items,
                facts(f, list, items, tally),
                masses.of(owner, list.id(), LATEST_MASSES).stream()
                        .map(mass -> mass(f, mass))
                        .toList());
    }

    private static ListPage.Mass mass(Frame f, MassDecision mass) {
        String many = f.writing().number(mass.total());
        String title = f.say(mass.decision().state().title());
        return new ListPage.Mass(
                f.writing().minute(mass.begunAt()) + "　"
                        + f.say(many + "件を「" + title + "」：", many + " " + title + ": ")
                        + f.say(mass.step().title()),
                MassController.address(mass));
    }

    private static String shown(Frame f, long counted, boolean exactly) {
        String number = f.writing().number(exactly ? counted : Math.min(counted, MOST_COUNTED));
        return !exactly && counted > MOST_COUNTED
                ? f.say(number + "件以上", "more than " + number)
                : f.say(number + "件", number);
    }

    private static List<ListPage.Cell> cells(Frame f, WatchList list, Tally tally) {
        List<ListPage.Cell> cells = new ArrayList<>();
        String base = "/watch/lists/" + list.id();
        cells.add(cell(
                f,
                f.say("悪用を確認（KEV）", "Exploited (KEV)"),
                Status.OVERDUE,
                tally.exploited(),
                base + "?exploited=yes#list"));
        for (Severity severity : DEGREES.subList(0, 4)) {
            cells.add(cell(
                    f,
                    f.say(severity.word()),
                    severity.status(),
                    tally.of(severity.ordinal()),
                    base + "?severity=" + Wanted.word(severity) + "#list"));
        }
        long unscored = tally.of(FindingQuestion.UNSCORED);
        cells.add(cell(
                f, f.say("未評価", "Not scored"), Status.NOT_COUNTED_YET, unscored, base + "?severity=unscored#list"));
        return cells;
    }

    private static ListPage.Cell cell(Frame f, String title, Status status, long count, String address) {
        return new ListPage.Cell(title, status, f.writing().number(count), count == 0 ? null : address);
    }

    private static List<Fact> facts(Frame f, WatchList list, long items, Tally tally) {
        return List.of(
                Fact.of(f.say("製品", "Products"), f.writing().number(items), "/watch/lists/" + list.id() + "/items"),
                Fact.of(f.say("判断したもの", "Decided"), f.writing().number(tally.decided())),
                Fact.of(f.say("知らせ方", "Told by"), telling(f, list), "/watch/lists/" + list.id() + "/settings"),
                Fact.of(f.say("作った日", "Made on"), f.writing().day(list.madeAt())));
    }

    static List<Tab> tabs(Frame f, WatchList list, int current) {
        String base = "/watch/lists/" + list.id();
        return List.of(
                new Tab(f.say("該当する脆弱性", "Findings"), base, current == 0),
                new Tab(f.say("製品", "Products"), base + "/items", current == 1),
                new Tab(f.say("知らせ方と設定", "Telling and settings"), base + "/settings", current == 2));
    }
}
