package tsukasa.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;

/// One embedded PostgreSQL per JVM; every caller gets a database of its own in it.
public final class SharedPostgres {
    private static final Set<ConfigurableApplicationContext> USERS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static final Path FOLDER = folder();
    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Map<String, String> ORIGINALS = new ConcurrentHashMap<>();

    private SharedPostgres() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("tsukasa-tests-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start() {
        Runtime.getRuntime().addShutdownHook(new Thread(SharedPostgres::stop));
        try {
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("jit", "off")
                    .setServerConfig("max_connections", "500")
                    .setRegisterShutdownHook(false)
                    .setDataDirectory(FOLDER)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A context that is closed once its database is gone waits five seconds for it, and there are dozens of them.
    private static void stop() {
        try (POSTGRES) {
            List.copyOf(USERS).forEach(ConfigurableApplicationContext::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clearAway();
    }

    /// Hundreds of databases are tens of thousands of files: whoever waits for the tests does not wait for that.
    private static void clearAway() {
        try {
            new ProcessBuilder("rm", "-rf", FOLDER.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whoever is named here is closed before the database is.
    static void usedBy(ConfigurableApplicationContext context) {
        USERS.add(context);
    }

    /// The JDBC address of a new, empty database.
    public static String freshUrl() {
        return url(create(""));
    }

    /// The JDBC address of a new database that holds what `made` makes. The first caller waits while it is made; who
    /// asks
    /// later under the same name gets a copy, which takes PostgreSQL a small part of the time.
    public static String copyUrl(String name, Consumer<String> made) {
        return url(create(" template "
                + ORIGINALS.computeIfAbsent(name, _ -> {
                    String original = create("");
                    made.accept(url(original));
                    return original;
                })));
    }

    static DataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("postgres");
        return source;
    }

    private static String create(String how) {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private static String url(String name) {
        return POSTGRES.getJdbcUrl("postgres", name);
    }
}
