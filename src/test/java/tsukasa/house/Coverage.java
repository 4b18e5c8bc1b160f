package tsukasa.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        for (JavaClass type : new ClassFileImporter().importPackages("tsukasa")) {
            if (type.isAnnotatedWith(Covers.class)) {
                for (String place : type.getAnnotationOfType(Covers.class).value()) {
                    coverage.add(place, type.getName());
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
