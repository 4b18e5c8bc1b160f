package tsukasa.kernel.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Starts the embedded database as soon as it is known where it lies, while the classes of the program are still looked
/// through: a third of a second sooner ready. Only a start of the whole platform does so.
public final class EarlyDatabase implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        if (!WithDatabaseUrl.given(environment)) {
            Begun begun = Begun.at(Path.of(environment.getProperty("tsukasa.data-dir", "var")));
            event.getBootstrapContext()
                    .addCloseListener(closed ->
                            closed.getApplicationContext().getBeanFactory().registerSingleton("begunDatabase", begun));
        }
    }

    /// A database that is starting.
    record Begun(Path folder, CompletableFuture<EmbeddedDatabase> database) {
        static Begun at(Path folder) {
            CompletableFuture<EmbeddedDatabase> database = new CompletableFuture<>();
            Thread.ofPlatform().name("database-start").start(() -> {
                try {
                    database.complete(EmbeddedDatabase.start(folder));
                } catch (RuntimeException failure) {
                    database.completeExceptionally(failure);
                }
            });
            return new Begun(folder, database);
        }

        EmbeddedDatabase ready() {
            try {
                return database.join();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException reason ? reason : failure;
            }
        }
    }
}
