package tsukasa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tsukasa.kernel.database.OpenDatabase;

/// Gives every Spring test a database and a data folder of its own, before anything asks for them. All tables are made
/// once, as for a job of the command line; each context starts on a copy, as on the data of an earlier start.
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path folder = folder();
            SharedPostgres.usedBy(context);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database",
                            Map.of(
                                    "tsukasa.database-url",
                                            SharedPostgres.copyUrl("the whole platform", TestDatabase::fill),
                                    "tsukasa.database-user", "postgres",
                                    "tsukasa.data-dir", folder.toString())));
            // Staff of tests sign in with a link alone, and files need no scan, unless the test itself says otherwise.
            context.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "test defaults",
                            Map.of("tsukasa.second-factor", "optional", "tsukasa.unscanned-files", "accept")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/data")), "test");
    }

    private static void fill(String url) {
        try {
            Path folder = folder();
            Files.writeString(
                    folder.resolve("tsukasa.properties"),
                    "tsukasa.database-url=" + url + "\ntsukasa.database-user=postgres\n");
            OpenDatabase.ready(folder).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
