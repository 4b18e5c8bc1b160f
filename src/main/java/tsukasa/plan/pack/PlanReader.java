package tsukasa.plan.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.plan.Accounts;
import tsukasa.plan.GradingRules;
import tsukasa.plan.Indicator;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Plan;
import tsukasa.plan.Plan.Department;
import tsukasa.plan.PlanItem;
import tsukasa.plan.Unit;

/// Reads one package from its `plan.yaml` on: everything is read and checked before anything is refused.
final class PlanReader {
    private static final String ENTRY = "plan.yaml";
    private static final String[] KEYS = ("format id year title agency legal-basis departments units items indicators"
                    + " targets tables grading notes")
            .split(" ");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final GradingRules NO_RULES = new GradingRules(Text.same("?"), "?", List.of());

    private final Problems problems = new Problems();
    private final PackageFiles files;
    private final PackageTexts texts;

    private PlanReader(PackageFiles files) {
        this.files = files;
        this.texts = new PackageTexts(files, problems);
    }

    static PackageReading read(PackageFiles files) {
        PlanReader reader = new PlanReader(files);
        Optional<Plan> plan = reader.root(ENTRY, Spot.whole(ENTRY)).map(reader::plan);
        return plan.isPresent() && reader.problems.none()
                ? new PackageReading.Accepted(plan.get())
                : new PackageReading.Rejected(files.source(), reader.problems.list());
    }

    private Optional<Entry> root(String file, Spot namedAt) {
        return texts.text(file, namedAt).flatMap(text -> new YamlText(file, text, problems).root());
    }

    private Plan plan(Entry entry) {
        Fields fields = entry.fields(KEYS);
        fields.whole("format", 1, 1);
        FiscalYear year = new FiscalYear((int) fields.whole("year", 1947, 2999));
        List<Department> departments = departments(fields);
        Tree tree = tree(
                fields,
                new Names(
                        year,
                        departments.stream().map(Department::id).collect(Collectors.toSet()),
                        units(fields),
                        Set.of(),
                        false));
        Names names = tree.names();
        MoneyTables money = named(fields, "tables", file -> money(file, names)).orElse(MoneyTables.NONE);
        List<Indicator> indicators = indicators(fields, names);
        if (indicators.size() == fields.listIfAny("indicators").size()) {
            tree.reader().checkIndicators(indicators.stream().map(Indicator::id).collect(Collectors.toSet()));
        }
        List<OtherTarget> targets =
                named(fields, "targets", new TargetReader(names)::read).orElse(List.of());
        fields.entry("grading");
        GradingRules grading = named(fields, "grading", GradingReader::read).orElse(NO_RULES);
        return new Plan(
                fields.text("id", ID, "?", "write small letters, digits and hyphens, such as fy2021"),
                year,
                fields.words("title"),
                fields.words("agency"),
                fields.words("legal-basis"),
                texts.digest(),
                departments,
                tree.items(),
                indicators,
                targets,
                money.tables(),
                money.accounts(),
                grading,
                fields.wordsList("notes"));
    }

    private <T> Optional<T> named(Fields fields, String key, Function<Entry, T> reader) {
        return fields.ifAny(key).flatMap(file -> root(file.text(), file.spot())).map(reader);
    }

    private List<Department> departments(Fields fields) {
        return fields.ifAny("departments").map(Fields::free).orElse(Map.of()).entrySet().stream()
                .map(department -> new Department(
                        name(department.getKey(), department.getValue()), Fields.words(department.getValue())))
                .toList();
    }

    private Map<String, Unit> units(Fields fields) {
        Map<String, Unit> units = new LinkedHashMap<>();
        fields.ifAny("units").map(Fields::free).orElse(Map.of()).forEach((code, entry) -> {
            Fields unit = entry.fields("ja", "en", "ratio");
            units.put(
                    name(code, entry), new Unit(code, Text.of(unit.text("ja"), unit.text("en")), unit.truth("ratio")));
        });
        return units;
    }

    private static String name(String id, Entry value) {
        if (!NAME.matcher(id).matches()) {
            value.wrong(Problems.quote(id) + " is no id", "use small letters, digits and hyphens");
        }
        return id;
    }

    /// @param names with the places of the items, to which the rest of the package refers
    private record Tree(ItemReader reader, List<PlanItem> items, Names names) {}

    private Tree tree(Fields fields, Names declared) {
        List<Entry> named = fields.list("items");
        List<Entry> files = named.stream()
                .flatMap(file -> root(file.text(), file.spot()).stream())
                .toList();
        ItemReader reader = new ItemReader(declared);
        files.forEach(reader::read);
        List<PlanItem> items = reader.items();
        Set<String> places = items.stream().map(item -> item.place().value()).collect(Collectors.toSet());
        return new Tree(reader, items, declared.with(places, !named.isEmpty() && files.size() == named.size()));
    }

    private List<Indicator> indicators(Fields fields, Names names) {
        IndicatorReader reader = new IndicatorReader(names, new QueryReader(texts, problems));
        return fields.listIfAny("indicators").stream()
                .flatMap(file -> root(file.text(), file.spot()).stream())
                .map(reader::read)
                .toList();
    }

    private record MoneyTables(Accounts accounts, List<MoneyTable> tables) {
        static final MoneyTables NONE = new MoneyTables(Accounts.none(), List.of());
    }

    private MoneyTables money(Entry file, Names names) {
        Fields fields = file.fields("accounts", "segments", "personnel", "tables");
        AccountsReader accounts = new AccountsReader(fields, names, problems);
        Accounts divided = accounts.read();
        TableReader reader = new TableReader(divided);
        List<MoneyTable> tables =
                fields.list("tables").stream().map(reader::read).toList();
        return new MoneyTables(accounts.withPersonnel(divided, tables), tables);
    }
}
