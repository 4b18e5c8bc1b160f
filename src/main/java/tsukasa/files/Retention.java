package tsukasa.files;

import java.time.LocalDate;
import java.util.Optional;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;

/// 保存期間: how long a file must be kept. It is counted from 1 April of the fiscal year after the one in which the file
/// came in, as corporate documents 法人文書 are, so that the files of a year end together.
public enum Retention {
    ONE_YEAR(1),
    THREE_YEARS(3),
    FIVE_YEARS(5),
    TEN_YEARS(10),
    THIRTY_YEARS(30),
    /// 常用: as long as it is in use; ended by a person, never by time.
    IN_USE(0);

    private final int years;

    Retention(int years) {
        this.years = years;
    }

    public Text title() {
        return years == 0
                ? Text.of("常用", "While in use")
                : Text.of(years + "年", years == 1 ? "1 year" : years + " years");
    }

    /// The last day on which a file that came in on this day is kept; empty means that no day ends it.
    public Optional<LocalDate> until(LocalDate cameIn) {
        return years == 0
                ? Optional.empty()
                : Optional.of(new FiscalYear(FiscalYear.of(cameIn).year() + years).last());
    }
}
