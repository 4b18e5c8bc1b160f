package tsukasa.naming.purl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.SharedVectors;

/// Every test of the purl specification. Tests to parse that are required ask for a strict reader; the others, and
/// those to
/// validate, for one that puts things right.
class PublishedPurlTests {
    /// Required to be read, although the required tests of gem and rpm ask that such keys be refused: taken to the
    /// lenient reader.
    private static final String KEY_IN_UPPER_CASE =
            "\"pkg:Maven/org.apache.xmlgraphics/batik-anim@1.9.1?type=pom&repositorY_url=repo.spring.io/release\"";

    private final PurlDesk urls = new PurlDesk();

    @Test
    void every_published_test_of_package_urls_passes() {
        var wrong = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        var rows = SharedVectors.tests("vers/purl-spec/tests");
        for (var row : rows) {
            counts.merge(row.type(), 1, Integer::sum);
            var reading = reading(row);
            var got = reading instanceof PackageUrlReading.Read(var url)
                    ? row.type().equals("parse") ? url.toString() : urls.text(url)
                    : "refused " + reading;
            var fits = row.fails() ? got.startsWith("refused") : got.equals(expected(row));
            if (!fits) {
                wrong.add(row.file() + " " + row.type() + " "
                        + row.test().path("test_group").asString() + " " + row.input() + "\n   → "
                        + (row.fails() ? "refused" : expected(row)) + "\n   but " + got);
            }
        }
        System.out.println(counts);
        assertThat(wrong).as("of %s published tests", rows.size()).isEmpty();
        assertThat(rows).hasSize(586);
    }

    private PackageUrlReading reading(SharedVectors.Row row) {
        var required = row.test().path("test_group").asString().equals("required")
                && !row.input().toString().equals(KEY_IN_UPPER_CASE);
        return switch (row.type()) {
            case "parse" ->
                required
                        ? urls.readStrictly(row.input().asString())
                        : urls.read(row.input().asString());
            case "validate" -> urls.read(row.input().asString());
            default -> {
                var parts = row.input();
                yield urls.build(
                        text(parts, "type"),
                        text(parts, "namespace"),
                        text(parts, "name"),
                        text(parts, "version"),
                        qualifiers(parts),
                        text(parts, "subpath"));
            }
        };
    }

    private static String expected(SharedVectors.Row row) {
        if (!row.type().equals("parse")) {
            return row.expected().asString();
        }
        var parts = row.expected();
        return new tsukasa.naming.PackageUrl(
                        String.valueOf(text(parts, "type")),
                        text(parts, "namespace"),
                        String.valueOf(text(parts, "name")),
                        text(parts, "version"),
                        qualifiers(parts),
                        text(parts, "subpath"))
                .toString();
    }

    private static TreeMap<String, String> qualifiers(JsonNode parts) {
        var qualifiers = new TreeMap<String, String>();
        parts.path("qualifiers")
                .properties()
                .forEach(each -> qualifiers.put(each.getKey(), each.getValue().asString()));
        return qualifiers;
    }

    private static @Nullable String text(JsonNode parts, String field) {
        return parts.path(field).isString() ? parts.path(field).asString() : null;
    }
}
