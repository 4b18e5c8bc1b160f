package tsukasa.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who owns which schema: a statement names the tables of its own module and nobody else's. (A name without a schema
/// finds nothing: PostgreSQL's search path holds no module's.) Overview modules may read what others publish as
/// `pub_*` views.
final class Statements {
    static final Set<String> OVERVIEW = Set.of("plan");
    private static final Pattern SQL = Pattern.compile(
            "(?is)\\s*(--[^\\n]*\\n\\s*)*(select|insert|update|delete|merge|with|copy|truncate|create|lock|analyze)\\b.*");
    private static final Pattern MADE = Pattern.compile(
            "(?i)\\bcreate\\s+(?:or\\s+replace\\s+)?(?:unlogged\\s+|temporary\\s+|temp\\s+|materialized\\s+)*"
                    + "(?:table|view|sequence|type|domain|function|procedure)\\s+(?:if\\s+not\\s+exists\\s+)?"
                    + "([a-z_][a-z_0-9]*)(?:\\.([a-z_][a-z_0-9]*))?");

    private Statements() {}

    /// Exceptions, each with its reason; the list may only shrink.
    private static final Map<String, String> FOREIGN = Map.of(
            "tsukasa.bench.measuring.EarlierYearsStore",
            "gives an invented database reports of years whose plans are on no shelf, which no service of ours would take");

    /// The wrong names in the string constants of every store.
    static List<String> foreignNames(JavaClasses classes, Set<String> schemas) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            if (topLevelName(type).endsWith("Store") && !FOREIGN.containsKey(type.getName())) {
                String own = House.module(type.getPackageName());
                strings(type)
                        .filter(text -> SQL.matcher(text).matches())
                        .forEach(sql -> foreign(sql, own, schemas)
                                .forEach(name -> found.add(type.getName() + " (" + own + ") names " + name)));
            }
        }
        return found;
    }

    private static String topLevelName(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static Stream<String> strings(JavaClass type) {
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            List<String> texts = new ArrayList<>();
            for (PoolEntry entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                if (entry instanceof StringEntry text) {
                    texts.add(text.stringValue());
                }
            }
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names with another module's schema, and published views read by a module that gives no overview.
    static List<String> foreign(String sql, String own, Set<String> schemas) {
        List<String> found = new ArrayList<>();
        Matcher qualified = Pattern.compile("\\b(" + String.join("|", schemas) + ")\\.([a-z_][a-z_0-9]*)")
                .matcher(withoutComments(sql));
        while (qualified.find()) {
            boolean published = qualified.group(2).startsWith("pub_") && OVERVIEW.contains(own);
            if (!qualified.group(1).equals(own) && !published) {
                found.add(qualified.group());
            }
        }
        return found;
    }

    /// What a migration makes without its module's schema, and whom it names.
    static List<String> wrongInMigration(String sql, String own, Set<String> schemas) {
        List<String> found = new ArrayList<>(foreign(sql, own, schemas));
        Matcher made = MADE.matcher(withoutComments(sql));
        while (made.find()) {
            if (made.group(2) == null || !made.group(1).equals(own)) {
                found.add("makes " + made.group(1) + (made.group(2) == null ? "" : "." + made.group(2)));
            }
        }
        return found;
    }

    static String withoutComments(String sql) {
        return sql.replaceAll("--[^\\n]*", " ")
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("'(?:[^']|'')*'", "''");
    }

    static List<Path> migrations(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
