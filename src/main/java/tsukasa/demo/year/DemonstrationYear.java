package tsukasa.demo.year;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Progress;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.StartNote;
import tsukasa.kernel.Text;

/// Fills an empty demonstration with its year before the platform says that it is ready.
@Component
@ConditionalOnProperty(name = "tsukasa.demo", havingValue = "true")
class DemonstrationYear implements ApplicationRunner, StartNote {
    private final ChapterStore chapters;
    private final Cast cast;
    private final Declarations declarations;
    private final RecordedResults results;
    private final SimulatedClock clock;

    DemonstrationYear(
            ChapterStore chapters,
            Cast cast,
            Declarations declarations,
            RecordedResults results,
            SimulatedClock clock) {
        this.chapters = chapters;
        this.cast = cast;
        this.declarations = declarations;
        this.results = results;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        chapter("people", cast::assemble);
        chapter("results", () -> results.tell(clock));
        chapter("declarations", this::declare);
    }

    private void declare() {
        Text what = Text.of("実演の年度を作っています", "Telling the demonstration year");
        try (Progress progress = Progress.of(what, Declarations.BEFORE + Declarations.WITHIN)) {
            declarations.tell(clock, progress::step);
        }
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
