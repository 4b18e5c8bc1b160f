package tsukasa.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Language;

/// What becomes of a reading: put right by people, reported, and written as a plan package.
public interface Readings {
    Corrected correct(ReadingResult.Read read, List<ReadingCorrection> corrections);

    /// From the title of the plan; empty where the text names none.
    Optional<FiscalYear> year(PlanDocument document);

    /// The report of `plan import --json`.
    String report(ReadingResult.Read read, Language language);

    /// The files of a package, by their paths inside it.
    ///
    /// @param before the plan it takes the place of: what people wrote for an item or indicator that is still there
    /// (words, service, counting query) is carried over
    Map<String, String> files(ReadingResult.Read read, FiscalYear year, Optional<Plan> before);

    /// @param unapplied corrections that found nothing to correct, because the reader has changed since
    record Corrected(ReadingResult.Read read, List<ReadingCorrection> unapplied) {
        public Corrected {
            unapplied = List.copyOf(unapplied);
        }
    }
}
