package tsukasa.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import tsukasa.demo.year.SampleTool.Version;
import tsukasa.files.FileKeeper;
import tsukasa.files.KeptFile;
import tsukasa.identity.Visitor;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.foureyes.DraftOutcome;
import tsukasa.kernel.page.Writing;
import tsukasa.tools.Downloads;
import tsukasa.tools.Release;
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolDraft.Kind;
import tsukasa.tools.ToolName;
import tsukasa.tools.ToolWords;
import tsukasa.tools.ToolWriting;
import tsukasa.tools.Tools;

/// 対策ツール: what the agency offered in the year, what it had to withdraw, and how often it was downloaded.
@Component
class ToolsOffered {
    private static final long SEED = 20_210_401;
    private static final int LAST_HOUR_OF_DAY = 14;
    private final ToolWriting desk;
    private final Tools tools;
    private final Downloads downloads;
    private final FileKeeper files;
    private final Cast cast;

    ToolsOffered(ToolWriting desk, Tools tools, Downloads downloads, FileKeeper files, Cast cast) {
        this.desk = desk;
        this.tools = tools;
        this.downloads = downloads;
        this.files = files;
        this.cast = cast;
    }

    private record Step(String day, Runnable work) {}

    void tell(SimulatedClock clock) {
        List<Step> steps = new ArrayList<>();
        for (SampleTool tool : SampleTools.ALL) {
            String first = tool.versions().getFirst().day();
            steps.add(new Step(first, () -> published(submitted(begun(tool.words())))));
            tool.versions().forEach(version -> steps.add(new Step(version.day(), () -> release(tool, version))));
        }
        SampleTools.WITHDRAWN.forEach(
                version -> steps.add(new Step(SampleTools.WITHDRAWN_ON, () -> withdrawn(version))));
        steps.add(new Step(
                "2021-07-01",
                () -> supported(
                        SampleTools.HEADERS,
                        "2021-09-30",
                        "2021年9月30日でサポートを終えることを決めました。",
                        "Support will end on 30 September 2021.")));
        steps.add(new Step(
                "2021-12-01",
                () -> supported(
                        SampleTools.VERSIONS,
                        "2022-03-31",
                        "2022年3月31日でサポートを終えることを決めました。",
                        "Support will end on 31 March 2022.")));
        steps.sort(Comparator.comparing(Step::day));
        steps.forEach(step -> clock.at(morning(step.day()), step.work()));
        downloaded(clock);
        clock.at(Instant.parse("2022-01-11T02:00:00Z"), this::waiting);
    }

    private static Instant morning(String day) {
        return LocalDate.parse(day).atTime(10, 0).atZone(Writing.JAPAN).toInstant();
    }

    private ToolDraft begun(ToolWords words) {
        return done(desk.begin(words, writer()));
    }

    private Visitor writer() {
        return cast.playing(Cast.STAFF);
    }

    private ToolDraft submitted(ToolDraft draft) {
        return done(desk.submit(draft.id(), draft.seen(), writer()));
    }

    private void published(ToolDraft sent) {
        done(desk.publish(sent.id(), sent.seen(), cast.playing(Cast.SUPERVISOR)));
    }

    private ToolDraft written(ToolDraft draft, ToolWords words) {
        return done(desk.write(draft.id(), draft.seen(), words, writer()));
    }

    private ToolDraft attached(SampleTool tool, Version version) {
        ToolDraft draft = done(desk.begin(Kind.RELEASE, new ToolName(tool.name()), "", writer()));
        ToolDraft told = written(draft, SampleTool.release(version));
        ByteArrayResource archive = new ByteArrayResource(tool.archive(version));
        return done(desk.attach(told.id(), told.seen(), tool.archiveName(version), archive, writer()));
    }

    private void release(SampleTool tool, Version version) {
        published(submitted(attached(tool, version)));
    }

    private void supported(SampleTool tool, String until, String ja, String en) {
        ToolDraft draft = done(desk.begin(Kind.REVISION, new ToolName(tool.name()), "", writer()));
        ToolWords words =
                draft.words().with("supportUntil", until).with("whatJa", ja).with("whatEn", en);
        published(submitted(written(draft, words)));
    }

    private void withdrawn(String version) {
        ToolName name = new ToolName(SampleTools.BOM_REPORT.name());
        ToolDraft draft = done(desk.begin(Kind.WITHDRAWAL, name, version, writer()));
        ToolWords words = draft.words()
                .with("reasonJa", "含まれるLog4jに、任意のコードを実行される脆弱性があります（CVE-2021-44228）。新しい版に入れ替えてください。")
                .with(
                        "reasonEn",
                        "The Log4j in it lets others run code (CVE-2021-44228). Please replace it by a newer release.");
        published(submitted(written(draft, words)));
    }

    private void waiting() {
        submitted(attached(SampleTools.LOG_CHECK, SampleTools.WAITING));
    }

    private record Taken(Instant at, Release release, KeptFile file) {}

    /// In the order in which they happened.
    private void downloaded(SimulatedClock clock) {
        Random chance = new Random(SEED);
        List<Taken> taken = new ArrayList<>();
        for (SampleTool tool : SampleTools.ALL) {
            for (Version version : tool.versions()) {
                Release release = tools.find(new ToolName(tool.name()))
                        .flatMap(known -> known.release(version.number()))
                        .orElseThrow();
                KeptFile file = files.of(release.holder()).getFirst();
                Instant until = release.offered() ? clock.instant() : morning(SampleTools.WITHDRAWN_ON);
                moments(version, until, chance).forEach(at -> taken.add(new Taken(at, release, file)));
            }
        }
        taken.sort(Comparator.comparing(Taken::at));
        taken.forEach(one -> clock.at(one.at(), () -> downloads.record(one.release(), one.file())));
    }

    private static List<Instant> moments(Version version, Instant until, Random chance) {
        List<Instant> moments = new ArrayList<>();
        YearMonth month = YearMonth.from(LocalDate.parse(version.day()));
        Instant since = morning(version.day());
        for (int count : version.downloads()) {
            for (int i = 0; i < count; i++) {
                Instant at = moment(month, chance);
                for (int tries = 0; (at.isBefore(since) || !at.isBefore(until)) && tries < 1_000; tries++) {
                    at = moment(month, chance);
                }
                moments.add(at);
            }
            month = month.plusMonths(1);
        }
        return moments;
    }

    private static Instant moment(YearMonth month, Random chance) {
        return month.atDay(1 + chance.nextInt(month.lengthOfMonth()))
                .atTime(8 + chance.nextInt(LAST_HOUR_OF_DAY), chance.nextInt(60), chance.nextInt(60))
                .atZone(Writing.JAPAN)
                .toInstant();
    }

    private static ToolDraft done(DraftOutcome<ToolDraft> outcome) {
        if (outcome instanceof DraftOutcome.Done<ToolDraft>(ToolDraft draft)) {
            return draft;
        }
        throw new IllegalStateException("a tool of the demonstration was refused: " + outcome);
    }
}
