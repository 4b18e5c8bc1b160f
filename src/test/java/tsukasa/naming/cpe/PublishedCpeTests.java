package tsukasa.naming.cpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeBinding;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeRelation;
import tsukasa.naming.CpeValue;
import tsukasa.naming.SharedVectors;

/// Published rows about names and sets of names (those of the CPE language: `PublishedLanguageTests`), and 20,000 names
/// of NVD.
class PublishedCpeTests {
    /// CPE 1.1 was withdrawn in 2009. Names of several products, and those of hardware (`cpe:/vendor`), cannot be told
    /// in 2.3.
    private static final int ROWS_OF_OLD_NAMES = 38;

    private static final Map<String, CpeBinding> BINDINGS = Map.of(
            "1.1",
            CpeBinding.CPE_1_1,
            "2.2-uri",
            CpeBinding.URI,
            "2.3-uri",
            CpeBinding.URI,
            "2.3-fs",
            CpeBinding.FORMATTED,
            "2.3-wfn",
            CpeBinding.WELL_FORMED);

    private final CpeDesk names = new CpeDesk();

    @Test
    void every_published_row_about_names_passes() {
        var wrong = new ArrayList<String>();
        var old = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        for (var row : SharedVectors.lines("cpe/nilp0inter-name-tests.ndjson")) {
            if (row.path("kind").asString().equals("language_match")) {
                continue;
            }
            if (old(row)) {
                old.add(row.path("file").asString() + ":" + row.path("line").asInt());
                continue;
            }
            counts.merge(row.path("kind").asString(), 1, Integer::sum);
            var problem = problem(row);
            if (problem != null) {
                wrong.add(row.path("file").asString() + ":" + row.path("line").asInt() + " " + problem + "  " + row);
            }
        }
        System.out.println(counts + " and of CPE 1.1: " + old.size());
        assertThat(wrong).isEmpty();
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum() + old.size())
                .isEqualTo(177);
        assertThat(old).hasSize(ROWS_OF_OLD_NAMES);
    }

    /// Rows with a name of CPE 1.1 that no later version can say; each must be refused, with its reason.
    private boolean old(JsonNode row) {
        var all = new ArrayList<String>();
        row.path("names").forEach(each -> all.add(each.asString()));
        for (var field : List.of("name", "candidate")) {
            if (row.path(field).isString()) {
                all.add(row.path(field).asString());
            }
        }
        var hardware = row.path("cpe_version").asString().equals("1.1")
                || row.path("binding").asString().equals("auto");
        var unsayable = all.stream()
                .filter(each -> each.startsWith("cpe://") && each.matches(".*[!~;].*|cpe://+[^/]+/.*")
                        || hardware && each.matches("cpe:/[^/aoh:].*|cpe:/[aoh][^:].*"))
                .toList();
        var refusedByAll = row.path("expected").isNull() || !row.path("valid").asBoolean(true);
        unsayable.forEach(each -> assertThat(names.read(each)).as(each).isInstanceOf(CpeReading.Refused.class));
        return !unsayable.isEmpty() && !refusedByAll;
    }

    private @Nullable String problem(JsonNode row) {
        return switch (row.path("kind").asString()) {
            case "parse" -> parsed(row);
            case "attribute" -> attribute(row);
            case "convert" -> convert(row);
            case "part" -> {
                var part = name(text(row, "name")).part().text();
                var asked = Map.of("application", "a", "hardware", "h", "operating_system", "o")
                        .get(text(row, "part"));
                yield part.equals(asked) == row.path("expected").asBoolean() ? null : "part=" + part;
            }
            case "detect" -> detected(row);
            case "set_size" -> {
                var size = new HashSet<>(set(row)).size();
                yield size == row.path("expected").asInt() ? null : "size=" + size;
            }
            case "set_append" -> appended(row);
            case "name_match" -> {
                var candidate = name(text(row, "candidate"));
                var matched = set(row).stream().anyMatch(each -> names.covers(candidate, each));
                yield matched == row.path("expected").asBoolean() ? null : "matched=" + matched;
            }
            case "compare_values" ->
                relation(row, names.compare(value(text(row, "source")), value(text(row, "target"))));
            case "relation" ->
                relation(
                        row,
                        names.compare(name(text(row, "source")), name(text(row, "target")))
                                .relation());
            default -> "an unknown kind of row";
        };
    }

    private @Nullable String parsed(JsonNode row) {
        var valid = names.read(text(row, "name")) instanceof CpeReading.Read;
        var expected = row.path("valid").asBoolean();
        // NISTIR 7695, 6.1.3.2 takes an unescaped ~ outside of the edition as itself (its sixth example)
        var standard = text(row, "name").equals("cpe:/a:foo~bar:big%7emoney_2010");
        return valid == (expected || standard) ? null : "valid=" + valid;
    }

    private @Nullable String detected(JsonNode row) {
        var binding = ((CpeReading.Read) names.read(text(row, "name"))).binding();
        var asked = text(row, "binding").equals("2.3-auto") ? CpeBinding.URI : BINDINGS.get(text(row, "binding"));
        return (binding == asked) == row.path("expected").asBoolean() ? null : "binding=" + binding;
    }

    private @Nullable String appended(JsonNode row) {
        var reading = names.read(text(row, "name"));
        return reading instanceof CpeReading.Read read
                        && (read.binding() == CpeBinding.CPE_1_1)
                                == text(row, "set_version").equals("1.1")
                ? "may be appended"
                : null;
    }

    private static @Nullable String relation(JsonNode row, CpeRelation relation) {
        var is = relation.name().equalsIgnoreCase(text(row, "relation"));
        return is == row.path("expected").asBoolean() ? null : relation.name();
    }

    /// The rows give the attribute as the binding writes it; CPE names do not tell case apart.
    private @Nullable String attribute(JsonNode row) {
        var field = text(row, "attribute");
        var attribute = CpeAttribute.valueOf(field.toUpperCase(java.util.Locale.ROOT));
        var value = name(text(row, "name")).value(attribute);
        var expected = row.path("expected").get(0).asString();
        var asked = expected.isEmpty()
                ? CpeValue.ANY
                : expected.startsWith("\"")
                        ? value(expected.substring(1, expected.length() - 1))
                        : ValueReader.uri(expected, 0, expected.length());
        return value.equals(asked) ? null : "value=" + value;
    }

    private @Nullable String convert(JsonNode row) {
        var reading = names.read(text(row, "name"));
        if (row.path("expected").isNull()) {
            return reading instanceof CpeReading.Refused ? null : "read";
        }
        if (!(reading instanceof CpeReading.Read(var name, var _))) {
            return reading.toString();
        }
        var got = switch (text(row, "to")) {
            case "uri" -> names.uri(name);
            case "fs" -> names.formatted(name);
            // as_wfn of a URI leaves out what is ANY: compared as names
            default -> name.equals(name(text(row, "expected"))) ? text(row, "expected") : name.toString();
        };
        return got.equals(text(row, "expected")) ? null : got;
    }

    private List<CpeName> set(JsonNode row) {
        var set = new ArrayList<CpeName>();
        row.path("names").forEach(each -> set.add(name(each.asString())));
        return set;
    }

    private CpeName name(String text) {
        return names.read(text) instanceof CpeReading.Read(var name, var _) ? name : throwing(text);
    }

    private static CpeName throwing(String text) {
        throw new AssertionError("not read: " + text);
    }

    private static CpeValue value(String text) {
        return switch (text) {
            case "ANY" -> CpeValue.ANY;
            case "NA" -> CpeValue.NA;
            default -> ValueReader.wellFormed(text, 0, text.length());
        };
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString();
    }

    @Test
    void twenty_thousand_names_of_nvd_come_back_as_they_were_from_both_bindings() {
        var rows = SharedVectors.lines("cpe/nvd-criteria-sample.ndjson.gz");
        assertThat(rows).hasSize(20_000);
        for (var row : rows) {
            var text = row.path("cpe23Uri").asString();
            var name = name(text);
            assertThat(names.formatted(name)).isEqualTo(text);
            assertThat(name(names.uri(name))).as(names.uri(name)).isEqualTo(name);
        }
    }
}
