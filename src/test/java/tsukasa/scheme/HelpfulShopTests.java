package tsukasa.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;

/// A folder in `schemes.d/` is a scheme with all its pages, and not a line of Java knows it. Its subjects have no
/// corporate number, no level and no industry.
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = HelpfulShopTests.DroppedIn.class)
@Covers("Ⅰ-1-(4)-②-b")
class HelpfulShopTests {
    private static final String HOME = "/helpful-shop";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");
    private final MockMvc browser;
    private final JdbcClient database;

    @Autowired
    HelpfulShopTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.browser = browser;
        this.database = database;
    }

    /// Puts the folder where an operator would, before the platform starts.
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class DroppedIn implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Path data = Path.of(Objects.requireNonNull(context.getEnvironment().getProperty("tsukasa.data-dir")));
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/tsukasa/scheme/helpful-shop"))) {
                Path folder = Files.createDirectories(data.resolve("schemes.d/helpful-shop"));
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String read(String path) throws Exception {
        MockHttpServletResponse response = browser.perform(get(path).header("Accept-Language", "ja"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        String page = response.getContentAsString();
        return page.contains("<main") ? page.substring(page.indexOf("<main"), page.indexOf("</main>")) : page;
    }

    private MockHttpServletResponse send(String path, Map<String, String> values) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(csrf());
        values.forEach(request::param);
        return browser.perform(request).andReturn().getResponse();
    }

    private String follow(String path, Map<String, String> values) throws Exception {
        MockHttpServletResponse response = send(path, values);
        assertThat(response.getStatus())
                .as(path + response.getContentAsString())
                .isEqualTo(303);
        return Objects.requireNonNull(response.getHeader("Location"));
    }

    private String link(String mail) {
        List<String> letters = database.sql(
                        "select c.body from mail.letter l join mail.letter_content c on c.letter = l.id where to_address = ? order by written_at, id")
                .param(mail)
                .query((row, _) -> row.getString(1))
                .list();
        Matcher link = LINK.matcher(letters.getLast());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String registered(String shop, String mail) throws Exception {
        String step = follow(HOME + "/declare", Map.of());
        step = follow(
                step, Map.of("shop", shop, "prefecture", "34", "town", "福山市港町", "hours", "10時から17時", "languages", "２"));
        String review = follow(step, Map.of("keeper", "港 太郎", "mail", mail, "promise", "true"));
        String draft = review.substring(0, review.lastIndexOf('/'));
        follow(draft + "/send", Map.of());
        String confirm = link(mail);
        assertThat(read(confirm)).contains(shop).doesNotContain("港 太郎");
        follow(confirm, Map.of());
        return database.sql("select number from scheme.case_file where name = ?")
                .param(shop)
                .query(String.class)
                .single();
    }

    @Test
    void a_shop_goes_all_the_way_into_the_register() throws Exception {
        assertThat(read(HOME)).contains("スマホ相談のできる店", "届出を始める", "物を売りません").doesNotContain("宣言", "ロゴ", "事業者");
        String number = registered("みなと時計店", "minato@example.jp");
        assertThat(number).matches("HS-\\d{4}-\\d{6}");
        assertThat(read(HOME + "/register?q=時計")).contains("みなと時計店", "広島県").doesNotContain("業種", "段階", "法人番号");
        String entry = read(HOME + "/register/" + number);
        assertThat(entry).contains("福山市港町", "10時から17時").doesNotContain("minato@example.jp", "港 太郎", "P-HS");
        assertThat(read(HOME + "/statistics")).contains("件が登録簿に載っています", "店（件）");
        assertThat(read("/api/helpful-shop/register/" + number)).contains("\"level\":\"listed\"");
        assertThat(read("/api/helpful-shop/register")).contains("みなと時計店").doesNotContain("P-HS");
    }

    @Test
    void two_shops_of_the_same_name_are_two_entries_for_they_have_no_number() throws Exception {
        String first = registered("まるや 一号店", "maruya1@example.jp");
        String second = registered("まるや 二号店", "maruya2@example.jp");
        assertThat(first).isNotEqualTo(second);
        assertThat(read(HOME + "/register?q=まるや")).contains("2件");
    }

    @Test
    void its_own_link_changes_and_withdraws_it_and_takes_that_back() throws Exception {
        String number = registered("かもめ文具", "kamome@example.jp");
        follow(HOME + "/manage", Map.of("number", number));
        String own = link("kamome@example.jp");
        assertThat(read(own)).contains("かもめ文具").doesNotContain("ロゴ", "段階");
        assertThat(browser.perform(get(own + "/logo")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
        String step = follow(own + "/change", Map.of());
        step = follow(step, Map.of("shop", "かもめ文具店", "prefecture", "34", "town", "福山市"));
        String review = follow(step, Map.of("keeper", "鴎 花子", "mail", "kamome@example.jp", "promise", "true"));
        follow(review.replace("/review", "/send"), Map.of());
        assertThat(read(HOME + "/register/" + number)).contains("かもめ文具店");
        follow(own + "/withdrawal", Map.of("reason", "閉店"));
        assertThat(read(HOME + "/register?q=かもめ")).contains("あてはまる登録はありません");
        follow(own + "/restoration", Map.of());
        assertThat(read(HOME + "/register?q=かもめ")).contains("かもめ文具店");
    }

    @Test
    void staff_find_it_in_a_list_of_its_own() throws Exception {
        String number = registered("ひばり電器", "hibari@example.jp");
        String list = browser.perform(get("/staff/helpful-shop?q=ひばり").with(SignedIn.as(Role.STAFF)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(list).contains("ひばり電器", number).doesNotContain("段階");
        String page = browser.perform(get("/staff/helpful-shop/cases/" + number).with(SignedIn.as(Role.STAFF)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("hibari@example.jp", "経過2件は記録されたときのままです");
        assertThat(browser.perform(get("/staff/helpful-shop"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(303, 401);
    }

    @Test
    void what_only_the_subject_may_know_is_in_no_public_file() throws Exception {
        registered("つばめ堂", "tsubame@example.jp");
        MvcResult begun = browser.perform(get(HOME + "/register.csv")).andReturn();
        String file =
                browser.perform(asyncDispatch(begun)).andReturn().getResponse().getContentAsString();
        assertThat(file).contains("つばめ堂");
        assertThat(file).doesNotContain("tsubame@example.jp", "港 太郎");
    }
}
