package tsukasa.enrichment.imports;

import java.io.OutputStream;
import java.util.List;
import tsukasa.kernel.table.CsvWriter;
import tsukasa.vulnerability.Imports;
import tsukasa.vulnerability.Imports.Wanted;

/// The same as CSV, all of it.
final class ImportFiles {
    private static final List<String> RUN = List.of(
            "run",
            "feed",
            "source",
            "started",
            "ended",
            "outcome",
            "read",
            "stored",
            "unchanged",
            "refused",
            "withdrawn");
    private static final List<String> REFUSAL =
            List.of("run", "feed", "started", "file", "record", "offset", "key", "why_ja", "why_en");

    private ImportFiles() {}

    static void runs(Imports imports, Wanted wanted, OutputStream out) {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(RUN);
            imports.eachRun(
                    wanted,
                    run -> csv.plain(run.id(), true)
                            .cell(run.feed(), false)
                            .cell(run.source(), false)
                            .plain(run.started(), false)
                            .plain(run.ended(), false)
                            .plain(run.outcome(), false)
                            .plain(run.read(), false)
                            .plain(run.stored(), false)
                            .plain(run.unchanged(), false)
                            .plain(run.refused(), false)
                            .plain(run.withdrawn(), false)
                            .end());
        }
    }

    static void refusals(Imports imports, Wanted wanted, OutputStream out) {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(REFUSAL);
            imports.eachRefusal(
                    wanted,
                    refusal -> csv.plain(refusal.run(), true)
                            .cell(refusal.feed(), false)
                            .plain(refusal.started(), false)
                            .cell(refusal.file(), false)
                            .plain(refusal.record(), false)
                            .plain(refusal.offset(), false)
                            .cell(refusal.key(), false)
                            .cell(refusal.why().ja(), false)
                            .cell(refusal.why().en(), false)
                            .end());
        }
    }
}
