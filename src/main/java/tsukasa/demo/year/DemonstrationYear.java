package tsukasa.demo.year;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tsukasa.demo.YearTold;
import tsukasa.kernel.Progress;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.StartNote;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.WellKnown;

/// Fills an empty demonstration with its year before the platform says that it is ready.
@Component
@ConditionalOnProperty(name = "tsukasa.demo", havingValue = "true")
class DemonstrationYear implements ApplicationRunner, StartNote {
    private final ChapterStore chapters;
    private final Cast cast;
    private final Declarations declarations;
    private final RecordedResults results;
    private final CasesHandled handled;
    private final Reporting reporting;
    private final DraftOfNextYear next;
    private final MonthsOfMoney money;
    private final EarlierYears earlier;
    private final ClosedPeriods periods;
    private final WellKnown vulnerabilities;
    private final Warnings warnings;
    private final WatchedProducts watched;
    private final ToolsOffered tools;
    private final SimulatedClock clock;
    private final ApplicationEventPublisher events;

    DemonstrationYear(
            ChapterStore chapters,
            Cast cast,
            Declarations declarations,
            RecordedResults results,
            CasesHandled handled,
            Reporting reporting,
            DraftOfNextYear next,
            MonthsOfMoney money,
            EarlierYears earlier,
            ClosedPeriods periods,
            WellKnown vulnerabilities,
            Warnings warnings,
            WatchedProducts watched,
            ToolsOffered tools,
            SimulatedClock clock,
            ApplicationEventPublisher events) {
        this.chapters = chapters;
        this.cast = cast;
        this.declarations = declarations;
        this.results = results;
        this.handled = handled;
        this.reporting = reporting;
        this.next = next;
        this.money = money;
        this.earlier = earlier;
        this.periods = periods;
        this.vulnerabilities = vulnerabilities;
        this.warnings = warnings;
        this.watched = watched;
        this.tools = tools;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        chapter("people", cast::assemble);
        chapter("results", () -> results.tell(clock));
        chapter("declarations", this::declare);
        chapter("handlers", () -> handled.tell(clock));
        chapter("reports", () -> reporting.tell(clock));
        chapter("money", () -> money.tell(clock));
        chapter("earlier years", () -> earlier.tell(clock));
        chapter("closings", () -> periods.tell(clock));
        chapter("next year", () -> next.tell(clock));
        chapter("vulnerabilities", vulnerabilities::bring);
        chapter("alerts", () -> warnings.tell(clock));
        chapter("watching", watched::tell);
        chapter("tools", () -> tools.tell(clock));
    }

    private void declare() {
        Text what = Text.of("実演の年度を作っています", "Telling the demonstration year");
        long begun = System.nanoTime();
        try (Progress progress = Progress.of(what, declarations.total())) {
            declarations.tell(clock, progress::step);
        }
        events.publishEvent(new YearTold(declarations.total(), Duration.ofNanos(System.nanoTime() - begun)));
    }

    private void chapter(String name, Runnable tell) {
        if (!chapters.told(name)) {
            tell.run();
            chapters.markTold(name);
        }
    }

    @Override
    public List<Text> lines() {
        return Cast.PARTS.stream()
                .map(part -> Text.of(
                        "サインイン　" + part.address() + "（" + part.role().title().ja() + "）",
                        "Sign in  " + part.address() + " ("
                                + part.role().title().en() + ")"))
                .toList();
    }
}
