package tsukasa.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Gives every Spring test a database and a data folder of its own, before anything asks for them.
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/data")), "test");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database",
                            Map.of(
                                    "tsukasa.database-url", SharedPostgres.freshUrl(),
                                    "tsukasa.database-user", "postgres",
                                    "tsukasa.data-dir", folder.toString())));
            // Staff of tests sign in with a link alone, and files need no scan, unless the test itself says otherwise.
            context.getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "test defaults",
                            Map.of("tsukasa.second-factor", "optional", "tsukasa.unscanned-files", "accept")));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
