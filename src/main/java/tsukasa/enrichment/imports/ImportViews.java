package tsukasa.enrichment.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.Desk;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Imports;
import tsukasa.vulnerability.Imports.Listed;
import tsukasa.vulnerability.Imports.Outcome;
import tsukasa.vulnerability.Imports.Refusal;
import tsukasa.vulnerability.Imports.Run;
import tsukasa.vulnerability.Imports.Wanted;

/// Draws what imports did.
@Component
class ImportViews {
    static final String RUNS = Desk.HOME + "/imports";
    static final String REFUSALS = RUNS + "/refusals";
    private static final int SIZE = 50;
    private static final String NONE = "–";
    private final Imports imports;

    ImportViews(Imports imports) {
        this.imports = imports;
    }

    RunsPage runs(Frame f, Wanted wanted, int page) {
        Listed<Run> first = imports.runs(wanted, 0, SIZE);
        Paging paging = new Paging(page, SIZE, first.total());
        Listed<Run> listed = paging.page() == 1 ? first : imports.runs(wanted, paging.offset(), SIZE);
        return new RunsPage(
                f,
                Desk.tabs(f, Desk.View.IMPORTS),
                kinds(f, true),
                filters(f, wanted),
                listed.items().stream().map(run -> line(f, run)).toList(),
                paging,
                file(f, RUNS));
    }

    RefusalsPage refusals(Frame f, Wanted wanted, int page) {
        Listed<Refusal> first = imports.refusals(wanted, 0, SIZE);
        Paging paging = new Paging(page, SIZE, first.total());
        Listed<Refusal> listed = paging.page() == 1 ? first : imports.refusals(wanted, paging.offset(), SIZE);
        Optional<Run> run = Optional.ofNullable(wanted.run()).flatMap(imports::run);
        return new RefusalsPage(
                f,
                Desk.tabs(f, Desk.View.IMPORTS),
                kinds(f, false),
                filters(f, wanted),
                run.map(one -> List.of(Chip.inForce(named(f, one), f.withoutParameter("run"))))
                        .orElse(List.of()),
                run.map(one -> String.valueOf(one.id())).orElse(""),
                run.map(one -> note(f, one, first.total())).orElse(""),
                listed.items().stream().map(one -> line(f, one)).toList(),
                paging,
                file(f, REFUSALS));
    }

    private static List<Tab> kinds(Frame f, boolean runs) {
        return List.of(
                new Tab(f.say("取り込みの記録", "Runs"), RUNS, runs),
                new Tab(f.say("取り込めなかった記録", "Refused records"), REFUSALS, !runs));
    }

    private List<Field> filters(Frame f, Wanted wanted) {
        List<Option> feeds = new ArrayList<>();
        feeds.add(Option.of("", f.say("どれでも", "Any")));
        imports.feeds().forEach(feed -> feeds.add(Option.of(feed, title(f, feed))));
        return List.of(
                Field.select("feed", f.say("情報源", "Source"), feeds).value(wanted.feed() == null ? "" : wanted.feed()));
    }

    private static String title(Frame f, String feed) {
        return switch (feed) {
            case "epss" -> "EPSS";
            case "facts" -> f.say("実演のための資料", "Facts for demonstrations");
            default -> f.say(Feed.read(feed).map(Feed::title).orElse(Text.same(feed)));
        };
    }

    /// With the conditions of the page, from its beginning.
    private static String file(Frame f, String address) {
        String here = f.withoutParameter("page");
        int question = here.indexOf('?');
        return address + ".csv" + (question < 0 ? "" : here.substring(question));
    }

    private static String named(Frame f, Run run) {
        return f.writing().minute(run.started()) + f.say(" の ", " ") + title(f, run.feed());
    }

    private static String note(Frame f, Run run, long kept) {
        String refused = f.writing().number(run.refused());
        String some = f.writing().number(kept);
        return run.refused() <= kept
                ? ""
                : f.say(
                        "この取り込みで取り込めなかった記録は" + refused + "件あり、そのうち" + some + "件を控えています。",
                        "This import refused " + refused + " records, of which " + some + " are kept here.");
    }

    private static RunsPage.Line line(Frame f, Run run) {
        return new RunsPage.Line(
                f.writing().minute(run.started()),
                title(f, run.feed()),
                run.source(),
                status(run.outcome()),
                f.say(word(run.outcome())),
                f.writing().number(run.read()),
                f.writing().number(run.stored()),
                f.writing().number(run.unchanged()),
                f.writing().number(run.refused()),
                run.refused() == 0 ? null : REFUSALS + "?run=" + run.id(),
                f.writing().number(run.withdrawn()),
                seconds(run));
    }

    private static String seconds(Run run) {
        return run.ended() == null
                ? ""
                : BigDecimal.valueOf(
                                Duration.between(run.started(), run.ended()).toMillis(), 3)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static Status status(Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> Status.IN_REVIEW;
            case DONE -> Status.ACHIEVED;
            case FAILED -> Status.AT_RISK;
            case STOPPED -> Status.WITHDRAWN;
        };
    }

    private static Text word(Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> Text.of("取り込み中", "Running");
            case DONE -> Text.of("完了", "Done");
            case FAILED -> Text.of("失敗", "Failed");
            case STOPPED -> Text.of("中断", "Stopped");
        };
    }

    private static RefusalsPage.Line line(Frame f, Refusal refusal) {
        String offset = f.writing().number(refusal.offset());
        String record = f.writing().number(refusal.record());
        String place = refusal.record() == 0
                ? f.say("ファイル全体", "The file as a whole")
                : f.say(record + "番目（" + offset + "バイト目から）", "No. " + record + " (from byte " + offset + ")");
        return new RefusalsPage.Line(
                f.writing().minute(refusal.started()),
                title(f, refusal.feed()),
                refusal.file(),
                place,
                refusal.key() == null ? NONE : refusal.key(),
                f.say(refusal.why()));
    }
}
