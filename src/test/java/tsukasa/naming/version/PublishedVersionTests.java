package tsukasa.naming.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tsukasa.naming.SharedVectors;
import tsukasa.naming.VersionRange;
import tsukasa.naming.VersionRangeReading;
import tsukasa.naming.VersionScheme;

/// Every test of the vers specification. Kinds of answers that need care: four comparisons of NuGet give the
/// pre-release in
/// lower case although the input is in upper case (compared without case), some comparisons name three versions or two
/// equal ones.
class PublishedVersionTests {
    private final VersionDesk versions = new VersionDesk();

    @Test
    void every_published_test_of_versions_and_ranges_passes() {
        var wrong = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        var rows = SharedVectors.tests("vers/vers-spec/tests");
        for (var row : rows) {
            counts.merge(row.file() + " " + row.type(), 1, Integer::sum);
            var problem = problem(row);
            if (problem != null) {
                wrong.add(row.file() + ": " + row.input() + " → " + row.expected() + ", but " + problem);
            }
        }
        System.out.println(counts);
        assertThat(wrong).as("of %s published tests", rows.size()).isEmpty();
        assertThat(rows).hasSize(2_701);
    }

    private @Nullable String problem(SharedVectors.Row row) {
        return switch (row.type()) {
            case "comparison" -> comparison(row);
            case "equality" -> {
                var pair = texts(row.input().path("versions"));
                var equal = versions.compare(scheme(row, "input_scheme"), pair.get(0), pair.get(1)) == 0;
                yield equal == row.expected().asBoolean() ? null : "equal=" + equal;
            }
            case "from_native" ->
                text(versions.fromNative(
                                scheme(row, "scheme"),
                                row.input().path("native_range").asString()))
                        .transform(got -> got.equals(row.expected().asString()) ? null : got);
            case "containment" -> {
                var range = read(versions.read(row.input().path("vers").asString()));
                var inside = versions.contains(
                                range, row.input().path("version").asString())
                        .inside();
                yield inside == row.expected().asBoolean() ? null : "inside=" + inside;
            }
            case "validate" ->
                text(versions.read(row.input().asString()))
                        .transform(got -> got.equals(row.expected().asString()) ? null : got);
            case "parse" -> parse(row);
            default -> "an unknown kind of test";
        };
    }

    private @Nullable String comparison(SharedVectors.Row row) {
        var scheme = scheme(row, "input_scheme");
        var sorted = new ArrayList<>(texts(row.input().path("versions")));
        sorted.sort(versions.order(scheme));
        var expected = texts(row.expected());
        if (scheme == VersionScheme.NUGET) {
            sorted.replaceAll(each -> each.toLowerCase(Locale.ROOT));
            expected.replaceAll(each -> each.toLowerCase(Locale.ROOT));
        }
        return sorted.equals(expected) ? null : sorted.toString();
    }

    private @Nullable String parse(SharedVectors.Row row) {
        var reading = versions.readCanonical(row.input().asString());
        if (row.fails()) {
            return reading instanceof VersionRangeReading.Refused ? null : "read: " + reading;
        }
        if (reading instanceof VersionRangeReading.Refused refused) {
            return refused.toString();
        }
        var range = read(reading);
        var got = new StringBuilder(range.scheme().type());
        range.constraints()
                .forEach(each -> got.append(" ")
                        .append(
                                each.comparator().sign().isEmpty()
                                        ? "="
                                        : each.comparator().sign())
                        .append(each.version()));
        var expected = new StringBuilder(row.expected().path("scheme").asString());
        row.expected()
                .path("version_constraints")
                .forEach(each -> expected.append(" ")
                        .append(each.get(0).asString())
                        .append(each.get(1).asString()));
        return got.compareTo(expected) == 0 ? null : got.toString();
    }

    private static String text(VersionRangeReading reading) {
        return switch (reading) {
            case VersionRangeReading.Read(var range) -> new VersionDesk().text(range);
            case VersionRangeReading.Refused refused -> refused.toString();
        };
    }

    private static VersionRange read(VersionRangeReading reading) {
        return ((VersionRangeReading.Read) reading).range();
    }

    private static VersionScheme scheme(SharedVectors.Row row, String field) {
        return VersionScheme.named(row.input().path(field).asString()).orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
