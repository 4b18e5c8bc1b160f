package tsukasa.tools.showing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.files.FileKeeper;
import tsukasa.files.KeptFile;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Writing;
import tsukasa.tools.Audience;
import tsukasa.tools.Downloads;
import tsukasa.tools.Parts;
import tsukasa.tools.Release;
import tsukasa.tools.Support;
import tsukasa.tools.Tool;
import tsukasa.tools.ToolContent;
import tsukasa.tools.ToolName;
import tsukasa.tools.Tools;
import tsukasa.vulnerability.Verdict.Answer;

/// Makes the public pages of tools.
@Component
class ToolShowing {
    static final String PATH = "/tools";
    private final Tools tools;
    private final Downloads downloads;
    private final FileKeeper files;
    private final Parts parts;
    private final DownloadShowing counts;

    ToolShowing(Tools tools, Downloads downloads, FileKeeper files, Parts parts, DownloadShowing counts) {
        this.tools = tools;
        this.downloads = downloads;
        this.files = files;
        this.parts = parts;
        this.counts = counts;
    }

    ToolsPage list(Frame f, Tools.Question question) {
        Map<ToolName, Long> counted = downloads.byTool();
        List<Tool> found = tools.list(question);
        boolean narrowed = !question.equals(Tools.Question.ALL);
        String number = f.writing().number(found.size());
        return new ToolsPage(
                f,
                narrowed
                        ? f.say("条件に当てはまるツールは" + number + "件です。", number + " tools fit.")
                        : f.say(
                                "脆弱性への対策を助けるツールを無償で提供しています。" + number + "件あります。",
                                "Free tools that help you act on vulnerabilities. " + number + " of them."),
                fields(f, question),
                narrowed,
                found.stream()
                        .map(tool -> line(f, tool, counted.getOrDefault(tool.name(), 0L)))
                        .toList());
    }

    private static List<Field> fields(Frame f, Tools.Question question) {
        List<Option> audiences = new ArrayList<>(List.of(Option.of("", f.say("すべて", "All"))));
        Arrays.stream(Audience.values()).forEach(each -> audiences.add(Option.of(each.key(), f.say(each.word()))));
        List<Option> supports = new ArrayList<>(List.of(Option.of("", f.say("すべて", "All"))));
        Arrays.stream(Support.values()).forEach(each -> supports.add(Option.of(each.key(), f.say(each.word()))));
        Audience audience = question.audience();
        Support support = question.support();
        return List.of(
                Field.search("q", f.say("名前、目的、動作環境", "Name, purpose, platform"))
                        .maxLength(200)
                        .value(question.words()),
                Field.select("audience", f.say("対象者", "For"), audiences).value(audience == null ? "" : audience.key()),
                Field.select("support", f.say("サポート", "Support"), supports)
                        .value(support == null ? "" : support.key()));
    }

    private static ToolsPage.Line line(Frame f, Tool tool, long counted) {
        Support support = Support.on(f.today(), tool.content().supportUntil());
        return new ToolsPage.Line(
                f.say(tool.content().title()),
                tool.name().address(),
                f.say(tool.content().purpose()),
                audiences(f, tool.content()),
                tool.newest()
                        .map(release -> new ToolsPage.Newest(
                                release.version(),
                                release.address(),
                                f.writing().date(release.released())))
                        .orElse(null),
                support.status(),
                f.say(support.word()),
                f.writing().number(counted),
                DownloadShowing.PATH + "?tool=" + tool.name());
    }

    private static String audiences(Frame f, ToolContent content) {
        return content.audiences().stream()
                .map(audience -> f.say(audience.word()))
                .collect(Collectors.joining(f.say("、", ", ")));
    }

    Tool tool(String name) {
        return ToolName.read(name)
                .flatMap(tools::find)
                .orElseThrow(() -> Problem.notFound(Text.of("そのツールはありません。", "There is no such tool.")));
    }

    ToolPage page(Frame f, String name) {
        Tool tool = tool(name);
        ToolContent content = tool.content();
        Support support = Support.on(f.today(), content.supportUntil());
        Map<String, Long> counted = downloads.byVersion(tool.name());
        List<Downloads.Counted> months = downloads.months(name);
        return new ToolPage(
                f,
                name,
                f.say(content.title()),
                f.say(content.purpose()),
                f.say(content.description()),
                support.status(),
                f.say(support.word()),
                over(f, support, content.supportUntil()),
                facts(f, content),
                tool.newest().map(release -> offered(f, release)).orElse(null),
                tool.releases().stream()
                        .map(release -> line(f, tool, release, counted.getOrDefault(release.version(), 0L)))
                        .toList(),
                counts.chart(f, months),
                f.writing()
                        .number(counted.values().stream()
                                .mapToLong(Long::longValue)
                                .sum()),
                tool.changes().reversed().stream()
                        .map(change -> moment(f, tool, change))
                        .toList());
    }

    private static @Nullable String over(Frame f, Support support, @Nullable LocalDate until) {
        if (support == Support.SUPPORTED || until == null) {
            return null;
        }
        String day = f.writing().date(until);
        return support == Support.ENDED
                ? f.say("サポートは" + day + "に終了しました。更新はもう行いません。", "Support ended on " + day + ". It is no longer updated.")
                : f.say("サポートは" + day + "に終了します。", "Support ends on " + day + ".");
    }

    private static List<Fact> facts(Frame f, ToolContent content) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(f.say("対象者", "For"), audiences(f, content)));
        facts.add(Fact.of(f.say("動作環境", "Runs on"), String.join(f.say("、", ", "), content.platforms())));
        facts.add(Fact.of(f.say("ライセンス", "Licence"), content.licence()));
        String source = content.source();
        if (source != null) {
            facts.add(Fact.of(f.say("ソースコード", "Source"), source, source));
        }
        facts.add(Fact.of(f.say("問い合わせ先", "Contact"), content.contact()));
        return facts;
    }

    private ToolPage.Offered offered(Frame f, Release release) {
        long concerns = parts.concerns(release.parts()).stream()
                .filter(concern -> concern.verdict().answer() == Answer.AFFECTED)
                .map(concern -> concern.verdict().entry())
                .distinct()
                .count();
        return new ToolPage.Offered(
                release.version(),
                release.address(),
                f.writing().date(release.released()),
                f.say(release.notes()),
                offers(f, release),
                concerns == 0
                        ? null
                        : f.say(
                                "含まれる部品に、該当する脆弱性が" + concerns + "件あります。",
                                concerns + " known vulnerabilities are in its parts."));
    }

    List<ToolPage.Offer> offers(Frame f, Release release) {
        return files.of(release.holder()).stream()
                .map(file -> new ToolPage.Offer(
                        file.name(),
                        file.state().givenOut() ? address(release, file) : null,
                        f.say(file.type().title()),
                        Writing.size(file.size()),
                        file.sha256()))
                .toList();
    }

    static String address(Release release, KeptFile file) {
        return release.address() + "/files"
                + file.address().substring(file.address().lastIndexOf('/'));
    }

    private static ToolPage.Line line(Frame f, Tool tool, Release release, long counted) {
        Standing standing = Standing.of(tool, release);
        return new ToolPage.Line(
                release.version(),
                release.address(),
                f.writing().date(release.released()),
                standing.status(),
                f.say(standing.word()),
                f.writing().number(counted));
    }

    private static Moment moment(Frame f, Tool tool, Tool.Change change) {
        String when = day(f, change.at());
        String what = f.say(change.what());
        return change.equals(tool.changes().getLast()) ? Moment.latest(when, what) : Moment.past(when, what);
    }

    static String day(Frame f, Instant at) {
        return f.writing().date(LocalDate.ofInstant(at, Writing.JAPAN));
    }
}
