package tsukasa.scheme;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.kernel.CorporateNumber;

/// A company that goes through the pages as a person with a browser does, and reads its own mail.
public final class Applicant {
    public static final String HOME = "/security-action";
    private static final AtomicLong COMPANIES = new AtomicLong(700_000_000_000L);
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");
    private final MockMvc browser;
    private final JdbcClient database;
    private final CorporateNumber number = CorporateNumber.ofBase(COMPANIES.incrementAndGet());

    public Applicant(MockMvc browser, JdbcClient database) {
        this.browser = browser;
        this.database = database;
    }

    public String mail() {
        return "info@c" + number.digits() + ".example.jp";
    }

    public CorporateNumber number() {
        return number;
    }

    public Map<String, String> practices(String level) {
        return Map.of("level", level, "principles", "true");
    }

    public Map<String, String> business() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("corporateNumber", number.digits());
        answers.put("name", "有限会社みなと製作所");
        answers.put("kana", "ミナトセイサクショ");
        answers.put("prefecture", "34");
        answers.put("industry", "E");
        answers.put("employees", "４２名");
        answers.put("capital", "10,000,000");
        return answers;
    }

    public Map<String, String> declaration() {
        return Map.of("contactName", "港 太郎", "contactMail", mail(), "publish", "true");
    }

    public static Map<String, String> questions(int first, int last, String answer) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = first; i <= last; i++) {
            answers.put("q%02d".formatted(i), answer);
        }
        return answers;
    }

    public MockHttpServletResponse open(String path) throws Exception {
        return browser.perform(get(path).header("Accept-Language", "ja"))
                .andReturn()
                .getResponse();
    }

    public MockHttpServletResponse send(String path, Map<String, String> values) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(csrf());
        values.forEach(request::param);
        return browser.perform(request).andReturn().getResponse();
    }

    /// Sends a form and answers where it leads.
    public String follow(String path, Map<String, String> values) throws Exception {
        MockHttpServletResponse response = send(path, values);
        if (response.getStatus() != 303) {
            throw new AssertionError(path + " answered " + response.getStatus() + ": " + response.getContentAsString());
        }
        return Objects.requireNonNull(response.getHeader("Location"));
    }

    /// The address of a draft that has only to be sent.
    public String oneStar() throws Exception {
        String step = follow(HOME + "/declare", Map.of());
        step = follow(step, practices("one"));
        step = follow(step, business());
        return draft(follow(step, declaration()));
    }

    public String twoStars() throws Exception {
        String step = follow(HOME + "/declare", Map.of());
        step = follow(step, practices("two"));
        step = follow(step, questions(1, 5, "done"));
        step = follow(step, questions(6, 18, "partly"));
        step = follow(step, questions(19, 25, "unknown"));
        step = follow(step, business());
        step = follow(step, Map.of("policyUrl", "https://minato.example.jp/policy"));
        return draft(follow(step, declaration()));
    }

    private static String draft(String review) {
        return review.substring(0, review.lastIndexOf('/'));
    }

    /// Sends, opens the mail, confirms; answers the number.
    public String register(String draft) throws Exception {
        follow(draft + "/send", Map.of());
        follow(link(), Map.of());
        return database.sql("select number from scheme.case_file where answers ->> 'contactMail' = :mail")
                .param("mail", mail())
                .query(String.class)
                .single();
    }

    public List<String> letters() {
        return database.sql(
                        "select c.body from mail.letter l join mail.letter_content c on c.letter = l.id where to_address = :mail order by written_at, id")
                .param("mail", mail())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// The path of the first link in the newest letter.
    public String link() {
        Matcher link = LINK.matcher(letters().getLast());
        if (!link.find()) {
            throw new AssertionError("no link in: " + letters().getLast());
        }
        return link.group(1);
    }

    /// A link for managing the entry.
    public String managementLink(String entry) throws Exception {
        follow(HOME + "/manage", Map.of("number", entry));
        return link();
    }
}
