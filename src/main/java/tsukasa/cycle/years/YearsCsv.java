package tsukasa.cycle.years;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.table.CsvWriter;
import tsukasa.plan.Plan;

/// Everything entered about earlier years, and open rows for the latest three where nothing is.
final class YearsCsv {
    private static final int OPEN_YEARS = 3;

    private YearsCsv() {}

    static byte[] write(Frame frame, PastRules rules, List<PastFigure> entered) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(Arrays.stream(YearHead.values())
                    .map(head -> frame.say(head.title()))
                    .toList());
            subjects(rules.plan()).forEach(subject -> rows(frame, rules, entered, subject, csv));
        }
        return out.toByteArray();
    }

    private static Stream<String> subjects(Plan plan) {
        return plan.evaluated().stream()
                .flatMap(item -> Stream.concat(
                        plan.indicators().stream()
                                .filter(indicator -> indicator.section().equals(item.place()))
                                .flatMap(indicator -> indicator.thresholds().stream())
                                .map(threshold -> threshold.id()),
                        Stream.of(item.place().value())));
    }

    private static void rows(Frame frame, PastRules rules, List<PastFigure> entered, String subject, CsvWriter csv) {
        TreeSet<FiscalYear> years = new TreeSet<>();
        int own = rules.plan().year().year();
        for (int before = OPEN_YEARS; before > 0; before--) {
            FiscalYear year = new FiscalYear(own - before);
            if (rules.keeper(subject, year).isEmpty()) {
                years.add(year);
            }
        }
        entered.stream()
                .filter(figure ->
                        figure.subject().equals(subject) && !figure.said().equals(Said.NOTHING))
                .forEach(figure -> years.add(figure.year()));
        boolean ratio = rules.threshold(subject)
                .map(threshold -> threshold.unit().ratio())
                .orElse(false);
        for (FiscalYear year : years) {
            Optional<PastFigure> found = PastDesk.latest(entered, subject, year);
            Said said = found.map(PastFigure::said).orElse(Said.NOTHING);
            csv.row(List.of(
                    subject,
                    title(frame, rules.plan(), subject),
                    String.valueOf(year.year()),
                    figure(said.target(), ratio),
                    figure(said.value(), ratio),
                    said.budget().map(YearFigureViews::millions).orElse(""),
                    said.settlement().map(YearFigureViews::millions).orElse(""),
                    said.staff().map(String::valueOf).orElse(""),
                    found.filter(_ -> !said.equals(Said.NOTHING))
                            .map(PastFigure::source)
                            .orElse(""),
                    ""));
        }
    }

    private static String title(Frame frame, Plan plan, String subject) {
        return plan.threshold(subject)
                .map(threshold -> frame.say(threshold.title()))
                .or(() -> plan.itemAt(subject).map(item -> frame.say(item.title())))
                .orElse("");
    }

    private static String figure(Optional<Fraction> figure, boolean ratio) {
        return figure.map(found -> YearFigureViews.plain(found, ratio)).orElse("");
    }
}
