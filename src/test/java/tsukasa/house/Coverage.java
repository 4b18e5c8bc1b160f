package tsukasa.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import tsukasa.Covers;

/// Which of the 236 services that the plan names are proven by which tests.
final class Coverage {
    private final Map<String, Set<String>> testsByPlace = new TreeMap<>();
    private final List<Row> rows;

    /// @param places where the plan promises it, a trailing `.s2` meaning the second sentence there
    record Row(String number, List<String> places, String title) {
        boolean isAt(String place) {
            return number.equals(place)
                    || places.stream().anyMatch(own -> own.equals(place) || own.startsWith(place + ".s"));
        }
    }

    Coverage(List<Row> rows) {
        this.rows = rows;
    }

    static Coverage ofTheBuild() throws IOException {
        Coverage coverage = new Coverage(rows(Path.of("src/test/resources/house/inventory.tsv")));
        // Only annotations are looked at: that takes no picture of all classes and whatever they use.
        MetadataReaderFactory classes = MetadataReaderFactory.create(new DefaultResourceLoader());
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:tsukasa/**/*.class")) {
            AnnotationMetadata type = classes.getMetadataReader(file).getAnnotationMetadata();
            if (type.hasAnnotation(Covers.class.getName())) {
                for (String place : type.getAnnotations().get(Covers.class).getStringArray("value")) {
                    coverage.add(place, type.getClassName());
                }
            }
        }
        return coverage;
    }

    static List<Row> rows(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Row(cells[0], List.of(cells[1].split(";\\s*", -1)), cells[2]))
                .toList();
    }

    void add(String place, String test) {
        testsByPlace.computeIfAbsent(place, _ -> new TreeSet<>()).add(test);
    }

    /// Places that tests name and the inventory does not: a slip of the pen.
    List<String> unknownPlaces() {
        return testsByPlace.keySet().stream()
                .filter(place -> rows.stream().noneMatch(row -> row.isAt(place)))
                .toList();
    }

    String markdown() {
        List<String> lines = new ArrayList<>();
        long proven = rows.stream().filter(row -> !tests(row).isEmpty()).count();
        lines.add("%d of %d services have tests that prove them.".formatted(proven, rows.size()));
        lines.add("");
        lines.add("| No. | place | service | proven by |");
        lines.add("| --- | --- | --- | --- |");
        for (Row row : rows) {
            lines.add("| %s | %s | %s | %s |"
                    .formatted(
                            row.number(), String.join("; ", row.places()), row.title(), String.join(", ", tests(row))));
        }
        return String.join("\n", lines);
    }

    private Set<String> tests(Row row) {
        Set<String> found = new TreeSet<>();
        testsByPlace.forEach((place, tests) -> {
            if (row.isAt(place)) {
                tests.forEach(test -> found.add("`" + test.replaceFirst("^tsukasa\\.", "") + "`"));
            }
        });
        return found;
    }
}
