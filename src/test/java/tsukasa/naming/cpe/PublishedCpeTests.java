package tsukasa.naming.cpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeBinding;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeRelation;
import tsukasa.naming.CpeValue;
import tsukasa.naming.OldCpeName;
import tsukasa.naming.OldCpeReading;
import tsukasa.naming.SharedVectors;

/// Published rows about names and sets of names (those of the CPE language: `PublishedLanguageTests`), and 20,000 names
/// of NVD. Rows about CPE 1.1 are decided by its own rules, the others by those of 2.3.
class PublishedCpeTests {
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

    private static final Map<String, String> PARTS =
            Map.of("application", "a", "hardware", "h", "operating_system", "o");

    private final CpeDesk names = new CpeDesk();

    @Test
    void every_published_row_about_names_passes() {
        var wrong = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        for (var row : SharedVectors.lines("cpe/nilp0inter-name-tests.ndjson")) {
            if (row.path("kind").asString().equals("language_match")) {
                continue;
            }
            counts.merge(row.path("kind").asString(), 1, Integer::sum);
            var problem = ofOldNames(row) ? oldProblem(row) : problem(row);
            if (problem != null) {
                wrong.add(row.path("file").asString() + ":" + row.path("line").asInt() + " " + problem + "  " + row);
            }
        }
        System.out.println(counts);
        assertThat(wrong).isEmpty();
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(177);
    }

    /// What an old name becomes in a later binding is asked of the reader of all bindings.
    private static boolean ofOldNames(JsonNode row) {
        var kind = text(row, "kind");
        return !kind.equals("convert")
                && !kind.equals("detect")
                && (text(row, "cpe_version").equals("1.1")
                        || text(row, "binding").equals("1.1")
                        || text(row, "title").startsWith("(version 1.1)"));
    }

    private @Nullable String oldProblem(JsonNode row) {
        return switch (text(row, "kind")) {
            case "parse" ->
                names.readOld(text(row, "name")) instanceof OldCpeReading.Read
                                == row.path("valid").asBoolean()
                        ? null
                        : "read=" + names.readOld(text(row, "name"));
            case "attribute" -> {
                var attribute = CpeAttribute.valueOf(text(row, "attribute").toUpperCase(Locale.ROOT));
                var said = old(row, "name").elements().stream()
                        .map(each -> attribute == CpeAttribute.PART ? each.part() : text(each.choice(attribute)))
                        .toList();
                var asked = new ArrayList<String>();
                row.path("expected").forEach(each -> asked.add(each.asString().toLowerCase(Locale.ROOT)));
                yield said.equals(asked) ? null : "said=" + said;
            }
            case "part" -> {
                var letter = PARTS.get(text(row, "part"));
                var is = old(row, "name").elements().stream()
                        .anyMatch(each -> each.part().equals(letter));
                yield is == row.path("expected").asBoolean() ? null : "part=" + is;
            }
            case "set_size" -> {
                var size = new HashSet<>(oldSet(row)).size();
                yield size == row.path("expected").asInt() ? null : "size=" + size;
            }
            case "name_match" -> {
                var candidate = old(row, "candidate");
                var matched = oldSet(row).stream().anyMatch(candidate::covers);
                yield matched == row.path("expected").asBoolean() ? null : "matched=" + matched;
            }
            case "set_append" -> appended(row);
            default -> "an unknown kind of row";
        };
    }

    private static String text(OldCpeName.Choice choice) {
        return switch (choice) {
            case OldCpeName.Choice.Any _ -> "";
            case OldCpeName.Choice.OneOf(var words) ->
                words.stream().map(CpeValue.Words::plain).collect(Collectors.joining("!"));
            case OldCpeName.Choice.Except(var words) -> "~" + words.plain();
        };
    }

    private OldCpeName old(JsonNode row, String field) {
        return old(text(row, field));
    }

    private OldCpeName old(String text) {
        return ((OldCpeReading.Read) names.readOld(text)).name();
    }

    private List<OldCpeName> oldSet(JsonNode row) {
        var set = new ArrayList<OldCpeName>();
        row.path("names").forEach(each -> set.add(old(each.asString())));
        return set;
    }

    private @Nullable String problem(JsonNode row) {
        return switch (row.path("kind").asString()) {
            case "parse" -> parsed(row);
            case "attribute" -> attribute(row);
            case "convert" -> convert(row);
            case "part" -> {
                var part = name(text(row, "name")).part().text();
                yield part.equals(PARTS.get(text(row, "part")))
                                == row.path("expected").asBoolean()
                        ? null
                        : "part=" + part;
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

    /// What 2.3 would write otherwise is no name of 2.3, although it is read: a bare `~` is one of 2.2.
    private @Nullable String parsed(JsonNode row) {
        var valid = names.read(text(row, "name")) instanceof CpeReading.Read(var _, var binding)
                && !(binding == CpeBinding.URI_2_2 && text(row, "binding").equals("2.3-uri"));
        return valid == row.path("valid").asBoolean() ? null : "valid=" + valid;
    }

    private @Nullable String detected(JsonNode row) {
        var binding = ((CpeReading.Read) names.read(text(row, "name"))).binding();
        var asked = text(row, "binding").equals("2.3-auto") ? CpeBinding.URI : BINDINGS.get(text(row, "binding"));
        return (binding == asked) == row.path("expected").asBoolean() ? null : "binding=" + binding;
    }

    /// A set holds names of its own version only.
    private @Nullable String appended(JsonNode row) {
        var version = text(row, "set_version");
        var fits = version.equals("1.1")
                ? names.readOld(text(row, "name")) instanceof OldCpeReading.Read
                : names.read(text(row, "name")) instanceof CpeReading.Read(var _, var binding)
                        && binding != CpeBinding.CPE_1_1;
        return fits == row.path("valid").asBoolean() ? null : "may be appended: " + fits;
    }

    private static @Nullable String relation(JsonNode row, CpeRelation relation) {
        var is = relation.name().equalsIgnoreCase(text(row, "relation"));
        return is == row.path("expected").asBoolean() ? null : relation.name();
    }

    /// The rows give the attribute as the binding writes it; CPE names do not tell case apart.
    private @Nullable String attribute(JsonNode row) {
        var field = text(row, "attribute");
        var attribute = CpeAttribute.valueOf(field.toUpperCase(Locale.ROOT));
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
