package tsukasa.kernel.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.runtime.flyway.MigrationFilter;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Sha256;

/// Flyway looks through the history of each module, which takes a fifth of a start. Where not one file differs from
/// those of the last start on this database, there is nothing to find.
@Component
@Primary
class NewMigrations implements FlywayMigrationStrategy {
    private static final String FILES = "classpath*:db/migration/**/*.sql";
    private final SpringModulithFlywayMigrationStrategy modules;
    private final ResourcePatternResolver resources;

    NewMigrations(SpringModulithFlywayMigrationStrategy modules, ResourcePatternResolver resources) {
        this.modules = modules;
        this.resources = resources;
    }

    /// For a job of the command line, which has no container that would do it.
    static void run(DataSource owner) {
        ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        if (new MigrationPrintStore(owner).seen(print(resources))) {
            return;
        }
        ApplicationModuleIdentifiers modules = ApplicationModuleIdentifiers.of(folders(resources));
        new NewMigrations(new SpringModulithFlywayMigrationStrategy(modules, MigrationFilter.USE_ALL), resources)
                .migrate(Flyway.configure().dataSource(owner).load());
    }

    /// Each module that has tables has a folder of its own; that of the root is looked for anyway.
    private static List<ApplicationModuleIdentifier> folders(ResourcePatternResolver resources) {
        try {
            return Arrays.stream(resources.getResources(FILES))
                    .map(file -> name(file).split("/", -1)[3])
                    .filter(folder -> !folder.startsWith("__"))
                    .distinct()
                    .map(ApplicationModuleIdentifier::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void migrate(Flyway flyway) {
        MigrationPrintStore store =
                new MigrationPrintStore(flyway.getConfiguration().getDataSource());
        String print = print();
        if (store.seen(print)) {
            return;
        }
        modules.migrate(flyway);
        store.remember(print);
    }

    /// The same whether the files lie in a folder or in an archive.
    private String print() {
        return print(resources);
    }

    /// Of all migrations of this version.
    static String ofThisVersion() {
        return print(new PathMatchingResourcePatternResolver());
    }

    private static String print(ResourcePatternResolver resources) {
        try {
            MessageDigest digest = Sha256.digest();
            List<Resource> files = Arrays.stream(resources.getResources(FILES))
                    .sorted(Comparator.comparing(NewMigrations::name))
                    .toList();
            for (Resource file : files) {
                digest.update((name(file) + "\n").getBytes(StandardCharsets.UTF_8));
                try (InputStream content = file.getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return files.size() + " " + Sha256.hex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Resource file) {
        try {
            String address = file.getURL().toString();
            return address.substring(address.lastIndexOf("/db/migration/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
