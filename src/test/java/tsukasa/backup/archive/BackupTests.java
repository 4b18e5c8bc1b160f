package tsukasa.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.files.FileExamples.STAFF;
import static tsukasa.files.FileExamples.confidential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Tsukasa;
import tsukasa.files.FileExamples;
import tsukasa.files.FileKeeper;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.identity.People;
import tsukasa.kernel.Command;
import tsukasa.kernel.Language;
import tsukasa.kernel.database.DataSettings;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.SharedPostgres;

/// What is backed up while people work is restored whole, and a platform starts on it.
class BackupTests {
    @TempDir
    Path folder;

    private static void database(Path data, String url) {
        try {
            Files.createDirectories(data);
            Files.writeString(
                    data.resolve("tsukasa.properties"),
                    "tsukasa.database-url=" + url
                            + "\ntsukasa.database-user=postgres\ntsukasa.unscanned-files=accept\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext platform(Path data) {
        Map<String, Object> own = Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "tsukasa.data-dir", data.toString(),
                "tsukasa.database-url", DataSettings.of(data).get("tsukasa.database-url", ""),
                "tsukasa.database-user", "postgres");
        return new SpringApplicationBuilder(Tsukasa.class)
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("this test", own)))
                .run("--tsukasa.data-dir=" + data);
    }

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private int run(Command command, String... arguments) {
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return command.run(List.of(arguments), out, out);
    }

    private String said() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private Path backup() throws IOException {
        try (Stream<Path> made = Files.list(folder.resolve("backups"))) {
            return made.filter(one -> one.getFileName().toString().startsWith("tsukasa-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static KeptFile kept(FileKeeper files, String name, String content) {
        return files.keep(confidential(name, content.getBytes(StandardCharsets.UTF_8)), STAFF)
                        instanceof KeepOutcome.Kept(KeptFile file)
                ? file
                : FileExamples.fail();
    }

    @Test
    void what_is_backed_up_while_people_work_is_restored_whole_and_a_platform_starts_on_it() throws Exception {
        Path data = folder.resolve("data");
        database(data, SharedPostgres.freshUrl());
        KeptFile file = backedUpAtWork(data);
        Manifest manifest = new BackupFolder(backup()).manifest();
        assertThat(manifest.tables())
                .extracting(Manifest.Table::name)
                .contains("audit.entry", "files.file", "identity.person")
                .noneMatch(name -> name.contains("session"));

        Path fresh = folder.resolve("fresh");
        database(fresh, SharedPostgres.freshUrl());
        assertThat(run(new RestoreCommand(), backup().toString(), "--data", fresh.toString()))
                .as(said())
                .isZero();
        assertThat(said()).contains("audit verify").contains("files verify");
        startsWhole(fresh, manifest, file);
    }

    /// Takes a backup while somebody writes, and gives the confidential file that was there before.
    private KeptFile backedUpAtWork(Path data) throws Exception {
        KeptFile file;
        AtomicInteger written = new AtomicInteger();
        try (ConfigurableApplicationContext platform = platform(data)) {
            FileKeeper files = platform.getBean(FileKeeper.class);
            People people = platform.getBean(People.class);
            file = kept(files, "a.txt", "機密の内容");
            AtomicBoolean working = new AtomicBoolean(true);
            Thread work = Thread.ofPlatform().start(() -> {
                while (working.get()) {
                    int number = written.incrementAndGet();
                    people.ensure(EmailAddress.of("p" + number + "@example.jp"), "人 " + number, Language.JA);
                    kept(files, number + ".txt", "同時に書く " + number);
                }
            });
            while (written.get() < 20) {
                Thread.sleep(20);
            }
            assertThat(run(
                            new BackupCommand(),
                            "--data",
                            data.toString(),
                            "--to",
                            folder.resolve("backups").toString(),
                            "--with-keys"))
                    .as(said())
                    .isZero();
            int during = written.get();
            working.set(false);
            work.join();
            assertThat(during).as("written before and while it was taken").isGreaterThan(20);
        }
        return file;
    }

    private void startsWhole(Path fresh, Manifest manifest, KeptFile file) throws Exception {
        try (ConfigurableApplicationContext platform = platform(fresh)) {
            JdbcClient database = platform.getBean(JdbcClient.class);
            long people = manifest.tables().stream()
                    .filter(table -> table.name().equals("identity.person"))
                    .findFirst()
                    .orElseThrow()
                    .rows();
            assertThat(database.sql("select count(*) from identity.person")
                            .query(Long.class)
                            .single())
                    .isEqualTo(people);
            FileKeeper files = platform.getBean(FileKeeper.class);
            for (KeptFile one : files.of(FileExamples.REPORT)) {
                try (InputStream in = files.open(one.id())) {
                    assertThat(in.readAllBytes()).as(one.name()).isNotEmpty();
                }
            }
            try (InputStream in = files.open(file.id())) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("機密の内容");
            }
            assertThat(kept(files, "after.txt", "そのあと").id())
                    .as("numbers go on")
                    .isNotEqualTo(file.id());
            assertThat(run(new RestoreCommand(), backup().toString(), "--data", fresh.toString()))
                    .as("never into a folder in use")
                    .isEqualTo(1);
        }
    }

    @Test
    void a_damaged_backup_is_named_and_nothing_is_begun() throws Exception {
        Path data = folder.resolve("data");
        database(data, SharedPostgres.freshUrl());
        platform(data).close();
        assertThat(run(
                        new BackupCommand(),
                        "--data",
                        data.toString(),
                        "--to",
                        folder.resolve("backups").toString()))
                .as(said())
                .isZero();
        assertThat(said()).contains("tsukasa.properties");
        assertThat(backup().resolve("tsukasa.properties")).doesNotExist();
        Path part = backup().resolve("tables/identity.person.copy.gz");
        Files.writeString(part, "x", StandardOpenOption.APPEND);
        Path fresh = folder.resolve("fresh");
        assertThat(run(new RestoreCommand(), backup().toString(), "--data", fresh.toString()))
                .isEqualTo(1);
        assertThat(said()).contains("tables/identity.person.copy.gz");
        assertThat(fresh).doesNotExist();

        Files.writeString(backup().resolve("manifest.json"), " ", StandardOpenOption.APPEND);
        assertThat(run(new RestoreCommand(), backup().toString(), "--data", fresh.toString()))
                .isEqualTo(1);
        assertThat(said()).contains("manifest.json");
        assertThat(run(new RestoreCommand(), folder.toString(), "--data", fresh.toString()))
                .isEqualTo(1);
    }

    @Test
    void a_command_typed_wrongly_says_how_it_is_typed() {
        assertThat(run(new RestoreCommand(), "somewhere")).isEqualTo(2);
        assertThat(run(new BackupCommand(), "--to")).isEqualTo(2);
        assertThat(run(new BackupCommand(), "--from", "x")).isEqualTo(2);
        assertThat(run(new BackupCommand(), "--help")).isZero();
        assertThat(run(new BackupCommand(), "--data", folder.resolve("nowhere").toString()))
                .isEqualTo(1);
    }
}
