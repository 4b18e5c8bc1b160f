package tsukasa.plan.pack;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.plan.CountingQuery;

/// Reads a `query` and its SQL file.
final class QueryReader {
    private final PackageTexts texts;
    private final Problems problems;

    QueryReader(PackageTexts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    CountingQuery read(Entry entry, boolean needsPeriod) {
        Fields fields = entry.fields("file", "version", "steps");
        String file = fields.text("file");
        Optional<String> sql = file.equals("?") ? Optional.empty() : texts.text(file, fields.spot("file"));
        List<String> views = sql.map(text -> new QueryRules(file, text, problems).check(needsPeriod))
                .orElse(List.of());
        List<Text> steps = fields.list("steps").stream().map(Fields::words).toList();
        if (steps.isEmpty() && fields.ifAny("steps").isPresent()) {
            problems.add(fields.spot("steps"), "there is no counting step", "name at least one");
        }
        return new CountingQuery(file, (int) fields.whole("version", 1, 9_999), sql.orElse(""), steps, views);
    }
}
