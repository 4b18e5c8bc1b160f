package tsukasa.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModules;
import tsukasa.Tsukasa;

/// What the rules are about: the compiled platform, read once, and the broken one they must object to.
final class House {
    static final Path MAIN = Path.of("src/main/java/tsukasa");
    static final JavaClasses BROKEN = new ClassFileImporter().importPackages("fixture");

    private House() {}

    /// Reading them takes long, and not every test needs them.
    private static final class Compiled {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("tsukasa");
    }

    private static final class Arranged {
        static final ApplicationModules MODULES = ApplicationModules.of(Tsukasa.class);
    }

    static JavaClasses classes() {
        return Compiled.CLASSES;
    }

    static ApplicationModules arranged() {
        return Arranged.MODULES;
    }

    /// Every folder of sources is a module.
    static List<String> modules() {
        try (Stream<Path> folders = Files.list(MAIN)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
