package tsukasa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.audit.Action;
import tsukasa.audit.AuditCheck;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.AuditVerdict;
import tsukasa.audit.Deed;
import tsukasa.audit.Sealing;
import tsukasa.audit.Thing;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;
import tsukasa.testing.Enrolled;
import tsukasa.testing.SharedPostgres;
import tsukasa.testing.WebClient;

/// Two nodes serve one database: a job is done once, an event is heard once, a session is known to both.
class NodesTests {
    record Happened(String what) {}

    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @Configuration(proxyBeanMethods = false)
    static class Listening {
        @Bean
        Listener listener(Environment environment) {
            return new Listener(environment.getRequiredProperty("test.node"));
        }
    }

    static class Listener {
        private final String node;

        Listener(String node) {
            this.node = node;
        }

        /// On the first node, what is called fatal never ends.
        @ApplicationModuleListener
        void on(Happened event) throws InterruptedException {
            if (event.what().equals("fatal") && node.equals("first")) {
                HEARD.add("begun by " + node);
                NEVER.await();
            }
            HEARD.add(event.what() + " " + node);
        }
    }

    @TempDir
    static Path folder;

    private final String database = SharedPostgres.freshUrl();
    private final ConfigurableApplicationContext first = node("first");
    private final ConfigurableApplicationContext second = node("second");

    private ConfigurableApplicationContext node(String name) {
        Map<String, Object> own = Map.of(
                "server.port",
                "0",
                "server.address",
                "127.0.0.1",
                "test.node",
                name,
                "tsukasa.data-dir",
                folder.resolve(name).toString(),
                "tsukasa.files-dir",
                folder.resolve("kept").toString(),
                "tsukasa.events-takeover",
                "3s",
                "tsukasa.database-url",
                database,
                "tsukasa.database-user",
                "postgres");
        return new SpringApplicationBuilder(Tsukasa.class, Listening.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("one database for both", own)))
                .run();
    }

    @AfterEach
    void stop() {
        NEVER.countDown();
        second.close();
        first.close();
    }

    private static int port(ConfigurableApplicationContext node) {
        return Integer.parseInt(String.valueOf(node.getEnvironment().getProperty("local.server.port")));
    }

    private static void publish(ConfigurableApplicationContext node, String what) {
        node.getBean(TransactionOperations.class).executeWithoutResult(_ -> node.publishEvent(new Happened(what)));
    }

    private static void until(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private List<Path> letters() {
        List<Path> all = new ArrayList<>();
        for (String node : List.of("first", "second")) {
            Path outbox = folder.resolve(node).resolve("outbox");
            if (Files.exists(outbox)) {
                try (Stream<Path> files = Files.walk(outbox)) {
                    all.addAll(files.filter(file -> file.toString().endsWith(".eml"))
                            .toList());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
        return all;
    }

    @Test
    void a_job_is_done_once_an_event_is_heard_once_and_a_dead_nodes_event_is_taken_over() throws Exception {
        eachLetterLeavesOnce();
        theTrailIsSealedByOneAtATime();
        eachEventIsHeardOnce();
        aSessionIsKnownAtBoth();
    }

    /// Both nodes deliver.
    private void eachLetterLeavesOnce() throws Exception {
        List<Letter> many = IntStream.range(0, 40)
                .mapToObj(i -> Letter.of(
                        EmailAddress.of("p" + i + "@example.jp"), Language.JA, Text.same("件名 " + i), Text.same("本文")))
                .toList();
        first.getBean(PostOffice.class).sendAll(many.subList(0, 20));
        second.getBean(PostOffice.class).sendAll(many.subList(20, 40));
        JdbcClient records = JdbcClient.create(second.getBean("ownOwner", DataSource.class));
        until(() -> records.sql("select count(*) from mail.letter where state = 'QUEUED'")
                        .query(Long.class)
                        .single()
                == 0);
        assertThat(letters()).hasSize(40);
    }

    /// Written by both at once, and sound.
    private void theTrailIsSealedByOneAtATime() throws Exception {
        Action action = Action.of("test.done", "試験をした", "Tested");
        List<Thread> writers = Stream.of(first, second)
                .map(node -> Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 50; i++) {
                        node.getBean(AuditTrail.class).record(Deed.did(action, Thing.of("test", "" + i, "")));
                    }
                }))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }
        first.getBean(Sealing.class).now();
        AuditVerdict verdict = second.getBean(AuditCheck.class).check(AuditCheck.Range.ALL, _ -> {});
        assertThat(verdict.faulty()).isZero();
        assertThat(verdict.entries()).isGreaterThanOrEqualTo(100);
    }

    /// By the node that announced it, though the other looks for what was left over.
    private void eachEventIsHeardOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            publish(i % 2 == 0 ? first : second, "event " + i);
        }
        until(() -> HEARD.size() >= 10);
        // a dead node goes no rounds: what it leaves over is the other's
        first.getBeansOfType(Lifecycle.class).values().stream()
                .filter(one -> one.getClass().getSimpleName().equals("Rounds"))
                .findFirst()
                .orElseThrow()
                .stop();
        publish(first, "fatal");
        until(() -> HEARD.contains("begun by first"));
        until(() -> HEARD.contains("fatal second"));
        Thread.sleep(4_000);
        assertThat(HEARD.stream().filter(heard -> heard.startsWith("event")))
                .hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(HEARD.stream().filter(heard -> heard.startsWith("fatal"))).containsExactly("fatal second");
    }

    /// Begun at one node, known at the other, ended at both.
    private void aSessionIsKnownAtBoth() {
        WebClient browser = new WebClient(port(first));
        Enrolled.byLink(browser, first.getBean(SignInLinks.class), "nodes@example.jp");
        WebClient elsewhere = new WebClient(port(second));
        elsewhere.cookies().putAll(browser.cookies());
        assertThat(elsewhere.get("/me").status()).isEqualTo(200);
        elsewhere.get("/me");
        elsewhere.post("/sign-out", Map.of());
        assertThat(browser.get("/me").status()).isEqualTo(303);
    }
}
