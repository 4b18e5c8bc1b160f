package tsukasa.plan.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Language;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.ReadingCorrection;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.ReadingSummary;
import tsukasa.plan.Readings;
import tsukasa.plan.TableAuditor;

@Component
class StandardReadings implements Readings {
    private final TableAuditor auditor;

    StandardReadings(TableAuditor auditor) {
        this.auditor = auditor;
    }

    @Override
    public Corrected correct(ReadingResult.Read read, List<ReadingCorrection> corrections) {
        return Corrections.apply(read, corrections);
    }

    @Override
    public Optional<FiscalYear> year(PlanDocument document) {
        return PlanYears.of(document);
    }

    @Override
    public String report(ReadingResult.Read read, Language language) {
        return JsonReport.of(read, ReadingSummary.of(read, auditor.check(read.tables())), language);
    }

    @Override
    public Map<String, String> files(ReadingResult.Read read, FiscalYear year, Optional<Plan> before) {
        return new PackageFiles(read, year, before).all();
    }
}
