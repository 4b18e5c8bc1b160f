package tsukasa.plan.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsukasa.plan.OtherTarget;

/// Reads `targets.yaml`: numeric or dated targets that are no evaluation indicators.
final class TargetReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,29}");
    private static final Map<String, String> COMPARATORS = Stream.of(">=", "<=", "=", "range", "by", "baseline")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private final Names names;
    private final Set<String> ids = new HashSet<>();

    TargetReader(Names names) {
        this.names = names;
    }

    List<OtherTarget> read(Entry file) {
        return file.list().stream().map(this::target).toList();
    }

    private OtherTarget target(Entry entry) {
        Fields fields = entry.fields("id", "places", "title", "comparator", "value", "unit", "note");
        String id = fields.text("id", ID, "?", "write an id such as OPS-03");
        if (!id.equals("?") && !ids.add(id)) {
            entry.problems()
                    .add(fields.spot("id"), "the id " + Problems.quote(id) + " is there twice", "choose another");
        }
        return new OtherTarget(
                id,
                fields.list("places").stream().map(names::place).toList(),
                fields.words("title"),
                fields.oneOf("comparator", COMPARATORS, "="),
                fields.text("value"),
                fields.words("unit"),
                fields.words("note"));
    }
}
