package tsukasa.scheme.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;
import tsukasa.scheme.Submission;
import tsukasa.testing.OwnersDatabase;

/// Cases that are for their handlers alone, those who may see them, and a colleague who tries.
class QuietOffice {
    static final String OPEN = "/staff/security-action";
    static final String QUIET = "/staff/quiet-word";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");
    final Office office;
    final Intake intake;
    final JdbcClient owner;
    final Person boss;
    final Person handler;
    final Person colleague;
    private final JdbcClient database;
    private final TransactionOperations transactions;

    QuietOffice(
            MockMvc browser,
            People people,
            Intake intake,
            JdbcClient database,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            TransactionOperations transactions) {
        this.office = new Office(browser, people);
        this.intake = intake;
        this.database = database;
        this.owner = owner;
        this.transactions = transactions;
        this.boss = office.of("security", "監督 課長", Role.SUPERVISOR);
        this.handler = office.of("security", "担当 一子", Role.STAFF);
        this.colleague = office.of("security", "同僚 二郎", Role.STAFF);
    }

    /// Puts the folder where an operator would, before the platform starts.
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class DroppedIn implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Path data = Path.of(Objects.requireNonNull(context.getEnvironment().getProperty("tsukasa.data-dir")));
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/tsukasa/scheme/quiet-word"))) {
                Path folder = Files.createDirectories(data.resolve("schemes.d/quiet-word"));
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String number(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Registered(var number) -> number;
            case Receipt.Repeated(var number) -> number;
            case Receipt.AwaitingConfirmation(var number) -> number;
            default -> throw new IllegalStateException("not kept: " + receipt);
        };
    }

    static Submission report(String key, String name) {
        return new Submission(
                "quiet-word",
                key,
                Map.of("name", name, "prefecture", "13", "what", "帳簿の書き換え", "mail", key + "@example.jp"),
                "public");
    }

    String reported(String key, String name) {
        return number(intake.submitAll(List.of(report(key, name))).getFirst());
    }

    void give(String list, String number) throws Exception {
        assertThat(office.status(
                        boss,
                        post(list + "/cases/" + number + "/handlers")
                                .param("person", handler.id().toString())))
                .isEqualTo(303);
    }

    /// Everything that could show the case, or change it, to whoever handles cases of the department and not this one.
    void hidden(Person who, String list, String number, String name) throws Exception {
        String one = list + "/cases/" + number;
        for (MockHttpServletRequestBuilder request : List.of(
                get(one),
                get(one + "?open=correction"),
                get(one + "?open=assignment"),
                post(one + "/take"),
                post(one + "/note").param("note", "x"),
                post(one + "/withdrawal").param("reason", "x"),
                post(one + "/correction").param("reason", "x"),
                post(one + "/restoration").param("reason", "x"),
                post(one + "/restriction").param("reason", "x"),
                post(one + "/release").param("word", "x"),
                post(one + "/handover").param("person", handler.id().toString()).param("word", "x"))) {
            MockHttpServletResponse response = office.asked(who, request);
            assertThat(response.getStatus()).isEqualTo(404);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8)).doesNotContain(name);
        }
        assertThat(office.status(who, post(one + "/opening").param("reason", "x")))
                .isEqualTo(403);
        assertThat(office.status(
                        who, post(one + "/handlers").param("person", who.id().toString())))
                .isEqualTo(403);
        for (String page : List.of(
                list,
                list + "?sort=handler",
                list + "?q=" + number,
                list + "?handler=" + handler.id(),
                list + "?handler=me",
                "/staff/schemes/mine",
                "/staff/schemes",
                "/staff")) {
            assertThat(office.page(who, page)).as(page).doesNotContain(name, one);
        }
        for (String search : List.of(number, name)) {
            assertThat(office.page(who, list + "?q=" + search))
                    .contains("0件あります")
                    .doesNotContain(one);
        }
    }

    long seen(Acting acting, String from) {
        return Walls.as(
                acting,
                () -> transactions.execute(_ -> database.sql("select count(*) from " + from)
                        .query(Long.class)
                        .single()));
    }

    int changed(Acting acting, String statement) {
        return Walls.as(
                acting, () -> transactions.execute(_ -> database.sql(statement).update()));
    }

    /// The last link of the newest letter to somebody.
    String link(String mail) {
        String body = owner.sql("""
                select c.body from mail.letter l join mail.letter_content c on c.letter = l.id
                where to_address = ? order by written_at desc, id desc limit 1
                """).param(mail).query(String.class).single();
        Matcher found = LINK.matcher(body);
        String last = "";
        while (found.find()) {
            last = found.group(1);
        }
        assertThat(last).isNotEmpty();
        return last;
    }
}
