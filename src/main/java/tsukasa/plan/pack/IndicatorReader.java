package tsukasa.plan.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsukasa.kernel.Text;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.Indicator;
import tsukasa.plan.Indicator.Flag;
import tsukasa.plan.Indicator.QualityCard;
import tsukasa.plan.Indicator.Reference;

/// Reads the files of `indicators`, one indicator each.
final class IndicatorReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,9}(-[A-Za-z0-9]{1,10}){0,3}");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9-]{1,44}\\.[a-z][a-z0-9]{0,9}");
    private static final Map<String, Flag> FLAGS = Map.of(
            "core-goal", Flag.CORE_GOAL,
            "high-importance", Flag.HIGH_IMPORTANCE,
            "high-priority", Flag.HIGH_PRIORITY,
            "high-difficulty", Flag.HIGH_DIFFICULTY);
    private static final Text UNWRITTEN = Text.of("まだ書かれていません。", "Not written yet.");

    private final Names names;
    private final QueryReader queries;
    private final ThresholdReader thresholds;
    private final Set<String> ids = new HashSet<>();

    IndicatorReader(Names names, QueryReader queries) {
        this.names = names;
        this.queries = queries;
        this.thresholds = new ThresholdReader(names, queries);
    }

    Indicator read(Entry entry) {
        Fields fields = entry.fields(
                "id",
                "place",
                "section",
                "title",
                "definition",
                "department",
                "flags",
                "thresholds",
                "references",
                "quality");
        String id = fields.entry("id")
                .map(written -> id(written, ID, "", "write an id such as SEC-2"))
                .orElse("?");
        List<Entry> parts = fields.list("thresholds");
        if (parts.isEmpty() && fields.ifAny("thresholds").isPresent()) {
            entry.problems().add(fields.spot("thresholds"), "the indicator has no threshold", "add at least one");
        }
        return new Indicator(
                id,
                fields.entry("place").map(names::place).orElse(Names.NOWHERE),
                fields.entry("section").map(names::place).orElse(Names.NOWHERE),
                fields.words("title"),
                fields.words("definition"),
                names.department(fields),
                flags(fields),
                parts.stream()
                        .map(part ->
                                thresholds.read(part, written -> id(written, PART, id, "write an id such as SEC-2.a")))
                        .toList(),
                fields.listIfAny("references").stream()
                        .map(part -> reference(part, id))
                        .toList(),
                fields.ifAny("quality").map(IndicatorReader::quality).orElse(unwritten()));
    }

    private static Set<Flag> flags(Fields fields) {
        return fields.listIfAny("flags").stream()
                .flatMap(flag -> flag.oneOf(FLAGS).stream())
                .collect(Collectors.toSet());
    }

    private Reference reference(Entry entry, String indicator) {
        Fields fields = entry.fields("id", "title", "unit", "query", "baseline");
        Optional<CountingQuery> query = fields.ifAny("query").map(written -> queries.read(written, false));
        Optional<Long> baseline = fields.ifAny("baseline").map(figure -> figure.whole(0, 999_999_999_999L));
        if (query.isEmpty() && baseline.isEmpty()) {
            entry.wrong("a reference has neither a query nor a printed baseline", "add `query` or `baseline`");
        }
        return new Reference(
                fields.entry("id")
                        .map(written -> id(written, PART, indicator, "write an id such as SEC-2.ref"))
                        .orElse("?"),
                fields.words("title"),
                names.unit(fields),
                query,
                baseline);
    }

    /// Ids are found without regard to capitals, so they may not differ by capitals alone.
    private String id(Entry entry, Pattern form, String indicator, String remedy) {
        String id = entry.text(form, "?", remedy);
        if (!id.equals("?") && !ids.add(id.toLowerCase(Locale.ROOT))) {
            entry.wrong("the id " + Problems.quote(id) + " is there twice", "choose another");
        } else if (!id.equals("?")
                && !indicator.isEmpty()
                && !indicator.equals("?")
                && !id.startsWith(indicator + ".")) {
            entry.wrong(Problems.quote(id) + " does not belong to " + indicator, "begin it with " + indicator + ".");
        }
        return id;
    }

    private static QualityCard quality(Entry entry) {
        Fields fields = entry.fields("verified", "sources", "accuracy", "limitations", "compensation");
        return new QualityCard(
                fields.words("verified"),
                fields.words("sources"),
                fields.words("accuracy"),
                fields.words("limitations"),
                fields.words("compensation"));
    }

    private static QualityCard unwritten() {
        return new QualityCard(UNWRITTEN, UNWRITTEN, UNWRITTEN, UNWRITTEN, UNWRITTEN);
    }
}
