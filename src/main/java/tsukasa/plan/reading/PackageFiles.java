package tsukasa.plan.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.ReadingResult;

/// The files of a package in the format of the `plan` module's README, version 1.
final class PackageFiles {
    private static final Pattern LEGAL_BASIS = Pattern.compile(
            "[一-龠々ァ-ヶー・]{2,40}法(?:\\([^)]{1,40}\\))?第[0-9一二三四五六七八九十百]+条(?:の[0-9]+)?(?:第[0-9一二三四五六七八九十]+項)?");
    private static final Pattern AGENCY = Pattern.compile(
            "(?:独立行政法人|国立研究開発法人|大学共同利用機関法人|国立大学法人|地方独立行政法人)[一-龠々ァ-ヶーぁ-ん・]{2,40}?(?=令和|平成|年度|中期|の|\\(|、|が|は|$)");
    private static final Text NOT_STATED = Text.of("計画に記載がありません", "Not stated in the plan");

    private final PlanDocument document;
    private final ReadingResult.Read read;
    private final FiscalYear year;
    private final Optional<Plan> before;

    PackageFiles(ReadingResult.Read read, FiscalYear year, Optional<Plan> before) {
        this.before = before;
        this.read = read;
        this.document = read.document();
        this.year = year;
    }

    /// By path inside the package.
    Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> items = new ItemFiles(before).of(document);
        IndicatorFiles indicators = new IndicatorFiles(read.indicators(), before);
        List<OtherTarget> targets = OtherTargets.of(document, before);
        files.put("plan.yaml", plan(items.keySet().stream().toList(), indicators, !targets.isEmpty()));
        files.putAll(items);
        files.putAll(indicators.files());
        if (!targets.isEmpty()) {
            files.put("targets.yaml", targets(targets));
        }
        if (!read.tables().isEmpty()) {
            files.put("tables.yaml", TableFile.of(read.tables(), LabelDictionary.load(), before));
        }
        files.put(
                "grading.yaml",
                before.map(p -> CarriedOver.grading(p.grading())).orElseGet(PackageFiles::grading));
        return files;
    }

    private String plan(List<String> items, IndicatorFiles indicators, boolean targets) {
        StringBuilder yaml = new StringBuilder(
                "# Written by the importer. Titles are the plan's own first words; English titles are still to be written.\n");
        yaml.append("format: 1\n");
        yaml.append("id: ").append(year.slug()).append('\n');
        yaml.append("year: ").append(year.year()).append('\n');
        yaml.append("title: ").append(YamlText.words(title())).append('\n');
        yaml.append("agency: ").append(YamlText.words(agency())).append('\n');
        yaml.append("legal-basis: ").append(YamlText.words(legalBasis())).append('\n');
        yaml.append(before.map(p -> CarriedOver.departments(p.departments())).orElse(""));
        if (!indicators.units().isEmpty()) {
            yaml.append("units:\n");
            indicators
                    .units()
                    .forEach((code, unit) -> yaml.append("  ")
                            .append(code)
                            .append(": ")
                            .append(unit)
                            .append('\n'));
        }
        appendList(yaml, "items", items);
        appendList(yaml, "indicators", indicators.names());
        yaml.append(targets ? "targets: targets.yaml\n" : "");
        yaml.append(read.tables().isEmpty() ? "" : "tables: tables.yaml\n");
        yaml.append("grading: grading.yaml\n");
        yaml.append(before.map(p -> CarriedOver.notes(p.notes())).orElse(""));
        return yaml.toString();
    }

    private static void appendList(StringBuilder yaml, String key, List<String> files) {
        if (!files.isEmpty()) {
            yaml.append(key).append(":\n");
            files.forEach(f -> yaml.append("  - ").append(f).append('\n'));
        }
    }

    private Text title() {
        return before.map(Plan::title)
                .orElseGet(
                        () -> Text.of("%d年度計画".formatted(year.year()), "Annual plan for FY%d".formatted(year.year())));
    }

    private Text agency() {
        if (before.isPresent()) {
            return before.get().agency();
        }
        Matcher matcher = AGENCY.matcher(preamble());
        return matcher.find() ? Text.same(matcher.group()) : NOT_STATED;
    }

    private Text legalBasis() {
        if (before.isPresent()) {
            return before.get().legalBasis();
        }
        Matcher matcher = LEGAL_BASIS.matcher(preamble());
        return matcher.find() ? Text.same(matcher.group()) : NOT_STATED;
    }

    private String preamble() {
        String text = document.nodes().getFirst().text();
        return Characters.compact(text.substring(0, Math.min(text.length(), 2_000)));
    }

    private static String targets(List<OtherTarget> targets) {
        StringBuilder yaml = new StringBuilder(
                "# Numbers of the plan outside its evaluation indicators, as the importer found them.\n");
        for (OtherTarget target : targets) {
            yaml.append("- id: ").append(target.id()).append('\n');
            yaml.append("  places: [")
                    .append(target.places().stream()
                            .map(p -> YamlText.quoted(p.value()))
                            .collect(Collectors.joining(", ")))
                    .append("]\n");
            yaml.append("  title: ").append(YamlText.words(target.title())).append('\n');
            yaml.append("  comparator: '").append(target.comparator()).append("'\n");
            yaml.append("  value: ").append(YamlText.quoted(target.value())).append('\n');
            yaml.append("  unit: ").append(YamlText.words(target.unit())).append('\n');
            yaml.append("  note: ").append(YamlText.words(target.note())).append('\n');
        }
        return yaml.toString();
    }

    private static String grading() {
        try (InputStream file = PackageFiles.class.getResourceAsStream("/tsukasa/plan/reading/package/grading.yaml")) {
            return new String(Objects.requireNonNull(file, "grading.yaml").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
