package tsukasa.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/// The map of the modules for ARCHITECTURE.md, drawn from the code. The kernel, which everyone uses, is left out of the
/// arrows.
final class ModuleMap {
    private static final Pattern FIRST_SENTENCE = Pattern.compile("\\A(?:///[^\\n]*\\n)+");
    private final ApplicationModules modules;

    ModuleMap(ApplicationModules modules) {
        this.modules = modules;
    }

    String markdown() throws IOException {
        StringBuilder text = new StringBuilder("```mermaid\ngraph TD\n");
        for (ApplicationModule module : sorted()) {
            text.append("  ").append(name(module)).append('\n');
            uses(module).stream()
                    .filter(used -> !used.equals("kernel"))
                    .forEach(used -> text.append(
                            "  %s --> %s%n".formatted(name(module), used).replace("\r", "")));
        }
        text.append("```\n\n| module | what it is | uses | slices |\n| --- | --- | --- | --- |\n");
        for (ApplicationModule module : sorted()) {
            text.append("| [%1$s](src/main/java/tsukasa/%1$s/README.md) | %2$s | %3$s | %4$s |\n"
                    .formatted(
                            name(module),
                            purpose(name(module)),
                            String.join(", ", uses(module)),
                            slices(name(module))));
        }
        return text.toString();
    }

    private List<ApplicationModule> sorted() {
        return modules.stream().sorted(Comparator.comparing(ModuleMap::name)).toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private TreeSet<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(modules, DependencyType.values()).stream()
                .map(ApplicationModuleDependency::getTargetModule)
                .map(ModuleMap::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String purpose(String module) throws IOException {
        Matcher comment = FIRST_SENTENCE.matcher(Files.readString(House.MAIN.resolve(module + "/package-info.java")));
        return comment.find()
                ? comment.group()
                        .replaceAll("(?m)^///\\s*", "")
                        .replaceAll("\\s+", " ")
                        .strip()
                : "";
    }

    private static String slices(String module) throws IOException {
        try (var children = Files.list(House.MAIN.resolve(module))) {
            return children.filter(Files::isDirectory)
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
