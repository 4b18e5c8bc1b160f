package tsukasa.cycle.reporting;

import static tsukasa.kernel.page.FormFields.count;
import static tsukasa.kernel.page.FormFields.text;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.MonthlyReport.Figure;
import tsukasa.cycle.MonthlyReport.Progress;
import tsukasa.cycle.MonthlyReport.Words;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Writing;

/// A report as it was typed: right already, or with what is wrong beside what was typed.
///
/// @param figures as typed, three cells a row
record ReportInput(Words words, List<List<String>> figures, int read, List<Fault> faults) {
    static final int ROWS = 5;
    private static final int LONGEST_WORD = 100;

    static ReportInput of(HttpServletRequest request) {
        List<List<String>> typed = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            List<String> cells =
                    List.of(text(request, "what" + row), text(request, "amount" + row), text(request, "unit" + row));
            typed.add(cells);
            if (!String.join("", cells).isEmpty()) {
                figure(row, cells, figures, faults);
            }
        }
        Words words = new Words(
                progress(text(request, "progress")),
                text(request, "done"),
                text(request, "trouble"),
                text(request, "outcome"),
                figures);
        return new ReportInput(words, typed, count(text(request, "read")), List.copyOf(faults));
    }

    private static void figure(int row, List<String> cells, List<Figure> figures, List<Fault> faults) {
        if (cells.get(0).isEmpty() || cells.get(0).length() > LONGEST_WORD) {
            faults.add(Fault.of(
                    "what" + row,
                    row + "行目の数字が何の数かを100字以内で書いてください。",
                    "Say what figure " + row + " is of, in at most 100 characters."));
        } else if (cells.get(2).length() > LONGEST_WORD) {
            faults.add(Fault.of("unit" + row, row + "行目の単位が長すぎます。", "The unit of figure " + row + " is too long."));
        } else {
            amount(cells.get(1))
                    .ifPresentOrElse(
                            amount -> figures.add(new Figure(cells.get(0), amount, cells.get(2))),
                            () -> faults.add(Fault.of(
                                    "amount" + row,
                                    row + "行目の数を数字で書いてください（例：1,200、12.5）。",
                                    "Write figure " + row + " in digits, for example 1,200 or 12.5.")));
        }
    }

    /// As people type numbers: full-width digits, thousands commas.
    static Optional<Fraction> amount(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replace(",", "")
                .replace("△", "-");
        return digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?") ? Optional.of(Fraction.parse(digits)) : Optional.empty();
    }

    private static Optional<Progress> progress(String name) {
        for (Progress progress : Progress.values()) {
            if (progress.name().equals(name)) {
                return Optional.of(progress);
            }
        }
        return Optional.empty();
    }

    static List<List<String>> typed(List<Figure> figures) {
        List<List<String>> rows = new ArrayList<>();
        for (Figure figure : figures) {
            rows.add(List.of(figure.what(), written(figure.amount()), figure.unit()));
        }
        while (rows.size() < ROWS) {
            rows.add(List.of("", "", ""));
        }
        return rows;
    }

    static String written(Fraction amount) {
        return amount.isWhole()
                ? new Writing(tsukasa.kernel.Language.JA)
                        .number(amount.numerator().longValueExact())
                : amount.decimal(6).stripTrailingZeros().toPlainString();
    }
}
