package tsukasa.scheme.intake;

import tsukasa.kernel.FiscalYear;
import tsukasa.scheme.Scheme;

/// 受付番号: `SA-2021-000123`, counted within the fiscal year.
final class CaseNumbers {
    private CaseNumbers() {}

    static String format(Scheme scheme, FiscalYear year, long count) {
        return "%s-%d-%06d".formatted(scheme.prefix(), year.year(), count);
    }
}
