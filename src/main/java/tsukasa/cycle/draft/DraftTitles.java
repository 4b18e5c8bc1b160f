package tsukasa.cycle.draft;

import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;

/// The title of a plan a year later: the year in it is moved on, or said first.
final class DraftTitles {
    private DraftTitles() {}

    static Text next(Plan base, FiscalYear year) {
        return Text.of(
                moved(base.title().ja(), Language.JA, base.year(), year),
                moved(base.title().en(), Language.EN, base.year(), year));
    }

    private static String moved(String title, Language language, FiscalYear before, FiscalYear year) {
        Writing writing = new Writing(language);
        String old = writing.year(before);
        if (title.contains(old)) {
            return title.replace(old, writing.year(year));
        }
        String digits = String.valueOf(before.year());
        return title.contains(digits)
                ? title.replace(digits, String.valueOf(year.year()))
                : writing.year(year) + (language == Language.JA ? "　" : ": ") + title;
    }
}
