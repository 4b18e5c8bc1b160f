package tsukasa.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModules;
import tsukasa.Tsukasa;

/// What the rules are about: the compiled platform, read once, and the broken one they must object to.
final class House {
    static final Path MAIN = Path.of("src/main/java/tsukasa");
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tsukasa");
    static final JavaClasses BROKEN = new ClassFileImporter().importPackages("fixture");
    static final ApplicationModules MODULES = ApplicationModules.of(Tsukasa.class);

    private House() {}

    static List<String> modules() {
        return MODULES.stream().map(module -> module.getIdentifier().toString()).toList();
    }

    /// `plan` for `tsukasa.plan.indicators`, and for `fixture.plan` as well; empty for the application's own package.
    static String module(String packageName) {
        String[] names = packageName.split("\\.", -1);
        return names.length < 2 ? "" : names[1];
    }

    static boolean isRoot(String packageName) {
        return packageName.split("\\.", -1).length == 2;
    }

    static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }
}
