package tsukasa.exposure.checking;

import java.io.OutputStream;
import java.util.List;
import tsukasa.exposure.Statement;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.CsvWriter;
import tsukasa.vulnerability.Epss;

/// One line for each finding.
final class CsvAnswer {
    private static final List<Text> HEADS = List.of(
            Text.of("構成要素", "Component"),
            Text.of("版", "Version"),
            Text.same("purl"),
            Text.of("脆弱性", "Vulnerability"),
            Text.same("JVNDB"),
            Text.of("題名", "Title"),
            Text.of("深刻度", "Severity"),
            Text.of("スコア", "Score"),
            Text.of("悪用の確認日（KEV）", "Exploited since (KEV)"),
            Text.of("悪用の確率（EPSS）", "Probability (EPSS)"),
            Text.of("判定", "Answer"),
            Text.of("理由", "Reason"),
            Text.of("修正された版", "Fixed in"),
            Text.of("VEX の記述", "VEX statement"),
            Text.of("VEX の理由", "VEX justification"));

    private CsvAnswer() {}

    static void write(Checked checked, Language language, OutputStream out) {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(HEADS.stream().map(head -> head.in(language)).toList());
            checked.findings().forEach(finding -> row(finding, language, csv));
        }
    }

    private static void row(Finding finding, Language language, CsvWriter csv) {
        Epss epss = finding.epss();
        Statement said = finding.said();
        csv.cell(finding.part().name(), true)
                .cell(finding.part().version(), false)
                .cell(finding.part().purl(), false)
                .cell(finding.number(), false)
                .cell(finding.head().number().toString(), false)
                .cell(finding.head().title().in(language), false)
                .cell(
                        finding.severity()
                                .map(severity -> severity.word().in(language))
                                .orElse(""),
                        false)
                .plain(finding.head().tenths() == null ? null : finding.tenths() / 10.0, false)
                .plain(finding.head().exploited(), false)
                .plain(epss == null ? null : epss.score(), false)
                .cell(finding.verdict().answer().title().in(language), false)
                .cell(finding.verdict().decisive().explain().in(language), false)
                .cell(finding.verdict().fix().orElse(""), false)
                .cell(said == null ? "" : said.position().title().in(language), false)
                .cell(said == null ? "" : (said.justification() + " " + said.detail()).strip(), false)
                .end();
    }
}
