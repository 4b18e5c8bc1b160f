package tsukasa.plan.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tsukasa.kernel.Text;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.Indicator;
import tsukasa.plan.Indicator.Reference;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.Threshold;
import tsukasa.plan.Unit;

/// Writes the package of a plan: what [PlanReader] reads, the other way round.
final class PackageWriting {
    private static final int LINE = 400;
    private final Plan plan;
    private final Map<String, String> files = new LinkedHashMap<>();

    PackageWriting(Plan plan) {
        this.plan = plan;
    }

    Map<String, String> files() {
        files.put("plan.yaml", "");
        Map<String, Object> root = Written.keys();
        root.put("format", 1);
        root.put("id", plan.id());
        root.put("year", plan.year().year());
        root.put("title", Written.words(plan.title()));
        root.put("agency", Written.words(plan.agency()));
        root.put("legal-basis", Written.words(plan.legalBasis()));
        Map<String, Object> departments = Written.keys();
        plan.departments().forEach(d -> departments.put(d.id(), Written.words(d.title())));
        Written.put(root, "departments", departments);
        Written.put(root, "units", units());
        root.put("items", items());
        Written.put(root, "indicators", indicators());
        if (!plan.targets().isEmpty()) {
            root.put("targets", file("targets.yaml", new WrittenFigures(plan).targets()));
        }
        if (!plan.tables().isEmpty() || !plan.accounts().accounts().isEmpty()) {
            root.put("tables", file("tables.yaml", new WrittenFigures(plan).tables()));
        }
        root.put("grading", file("grading.yaml", new WrittenFigures(plan).grading()));
        Written.put(root, "notes", plan.notes().stream().map(Written::words).toList());
        file("plan.yaml", root);
        return files;
    }

    private String file(String path, Object content) {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setWidth(LINE);
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        files.put(path, new Yaml(options).dump(Written.apart(content)));
        return path;
    }

    /// Only those that figures are given in, by their codes.
    private Map<String, Object> units() {
        Map<String, Unit> used = new TreeMap<>();
        Stream.concat(
                        plan.thresholds().stream().map(Threshold::unit),
                        plan.indicators().stream()
                                .flatMap(i -> i.references().stream())
                                .map(Reference::unit))
                .forEach(unit -> used.put(unit.code(), unit));
        Map<String, Object> written = Written.keys();
        used.forEach((code, unit) -> {
            Map<String, Object> words = Written.words(unit.title());
            if (unit.ratio()) {
                words.put("ratio", true);
            }
            written.put(code, words);
        });
        return written;
    }

    /// A file for each run of items with the same beginning, so that they are read in the order of the document.
    private List<String> items() {
        List<String> names = new ArrayList<>();
        List<Object> run = new ArrayList<>();
        String beginning = "";
        for (PlanItem item : plan.items()) {
            String next = beginning(item.place());
            if (!next.equals(beginning) && !run.isEmpty()) {
                names.add(file("items/" + (names.size() + 1) + "-" + beginning + ".yaml", List.copyOf(run)));
                run.clear();
            }
            beginning = next;
            run.add(item(item));
        }
        names.add(file("items/" + (names.size() + 1) + "-" + beginning + ".yaml", List.copyOf(run)));
        return names;
    }

    private static String beginning(Place place) {
        Place top = place;
        for (Place above = place.parent(); above != null; above = above.parent()) {
            top = above;
        }
        return top.annex() ? "annexes" : top.slug().replaceAll("[^\\p{L}\\p{N}]", "_");
    }

    private static Map<String, Object> item(PlanItem item) {
        Map<String, Object> written = Written.keys();
        written.put("place", item.place().value());
        written.put("level", Written.name(item.level()));
        written.put("title", Written.words(item.title()));
        item.department().ifPresent(department -> written.put("department", department));
        item.service().ifPresent(service -> {
            Map<String, Object> link = Written.keys();
            link.put("title", Written.words(service.title()));
            link.put("address", service.address());
            written.put("service", link);
        });
        item.outcome().ifPresent(outcome -> written.put("outcome", Written.words(outcome)));
        item.repeats().ifPresent(first -> written.put("repeats", first.value()));
        Written.put(written, "indicators", item.indicators());
        Written.put(written, "rows", item.rows());
        if (item.none()) {
            written.put("none", true);
        }
        return written;
    }

    private List<String> indicators() {
        return plan.indicators().stream()
                .map(indicator -> file("indicators/" + indicator.id() + ".yaml", indicator(indicator)))
                .toList();
    }

    private Map<String, Object> indicator(Indicator indicator) {
        Map<String, Object> written = Written.keys();
        written.put("id", indicator.id());
        written.put("place", indicator.place().value());
        written.put("section", indicator.section().value());
        written.put("title", Written.words(indicator.title()));
        written.put("definition", Written.words(indicator.definition()));
        indicator.department().ifPresent(department -> written.put("department", department));
        Written.put(
                written,
                "flags",
                indicator.flags().stream().sorted().map(Written::name).toList());
        written.put(
                "thresholds",
                indicator.thresholds().stream().map(this::threshold).toList());
        Written.put(
                written,
                "references",
                indicator.references().stream().map(this::reference).toList());
        Map<String, Object> quality = Written.keys();
        Indicator.QualityCard card = indicator.quality();
        quality.put("verified", Written.words(card.verified()));
        quality.put("sources", Written.words(card.sources()));
        quality.put("accuracy", Written.words(card.accuracy()));
        quality.put("limitations", Written.words(card.limitations()));
        quality.put("compensation", Written.words(card.compensation()));
        written.put("quality", quality);
        return written;
    }

    private Map<String, Object> threshold(Threshold threshold) {
        Map<String, Object> written = Written.keys();
        written.put("id", threshold.id());
        written.put("title", Written.words(threshold.title()));
        written.put("kind", Written.name(threshold.kind()));
        written.put("unit", threshold.unit().code());
        written.put("comparator", Written.sign(threshold.comparator()));
        written.put("target", threshold.target().toString());
        written.put("from", threshold.from().toString());
        written.put("as-of", threshold.asOf().toString());
        Written.put(written, "scope", words(threshold.scope()));
        Written.put(written, "readings", words(threshold.readings()));
        Map<String, Object> pace = Written.keys();
        pace.put("by-month", threshold.pace().percentByMonth());
        threshold.pace().start().ifPresent(start -> pace.put("start", start));
        pace.put("reason", Written.words(threshold.pace().reason()));
        written.put("pace", pace);
        written.put("query", query(threshold.query()));
        return written;
    }

    private Map<String, Object> reference(Reference reference) {
        Map<String, Object> written = Written.keys();
        written.put("id", reference.id());
        written.put("title", Written.words(reference.title()));
        written.put("unit", reference.unit().code());
        reference.query().ifPresent(query -> written.put("query", query(query)));
        reference.baseline().ifPresent(baseline -> written.put("baseline", baseline));
        return written;
    }

    private Map<String, Object> query(CountingQuery query) {
        files.put(query.file(), query.sql());
        Map<String, Object> written = Written.keys();
        written.put("file", query.file());
        written.put("version", query.version());
        written.put("steps", words(query.steps()));
        return written;
    }

    private static List<Map<String, Object>> words(List<Text> words) {
        return words.stream().map(Written::words).toList();
    }
}
