package tsukasa.scheme.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.kernel.CorporateNumber;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.WebClient;

/// What a form may be sent by somebody who means no good, over the wire.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HostileFormsTests {
    private static final String HOME = "/security-action";
    private static long companies = 650_000_000_000L;
    private final JdbcClient database;

    @LocalServerPort
    private int port;

    private WebClient client;
    private String step;

    @Autowired
    HostileFormsTests(@Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        client = new WebClient(port);
        client.get(HOME);
        step = client.post(HOME + "/declare", Map.of()).location();
        client.get(step);
    }

    private long cases() {
        return database.sql("select count(*) from scheme.case_file")
                .query(Long.class)
                .single();
    }

    /// Sends a request byte for byte; the status line, and what follows.
    private String raw(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            String cookies = client.cookies().entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .reduce((a, b) -> a + "; " + b)
                    .orElse("");
            out.write((head + "\r\nHost: localhost\r\nConnection: close\r\nAccept: text/html\r\nCookie: " + cookies
                            + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            try {
                out.write(body);
                out.flush();
            } catch (IOException refusedBeforeTheEnd) {
                // what the server said stands in the socket already
            }
            StringBuilder said = new StringBuilder();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null && said.length() < 20_000; line = in.readLine()) {
                said.append(line).append('\n');
            }
            return said.toString();
        }
    }

    private String post(String type, byte[] body) throws IOException {
        return raw("POST " + step + " HTTP/1.1\r\nContent-Type: " + type, body);
    }

    @Test
    void a_form_of_three_megabytes_is_refused_with_a_page_and_the_draft_stays() throws IOException {
        client.post(step, Map.of("level", "one", "principles", "true"));
        String huge = "name=" + "x".repeat(3_000_000);
        String said = post("application/x-www-form-urlencoded", huge.getBytes(StandardCharsets.US_ASCII));
        assertThat(said).startsWith("HTTP/1.1 413").contains("<h1");
        assertThat(client.get(step).body()).contains("value=\"one\" checked");
    }

    @Test
    void ten_thousand_fields_are_refused_with_a_page() throws IOException {
        StringBuilder body = new StringBuilder("level=one");
        IntStream.range(0, 10_000).forEach(i -> body.append("&f").append(i).append("=1"));
        String said = post("application/x-www-form-urlencoded", body.toString().getBytes(StandardCharsets.US_ASCII));
        assertThat(said).matches("(?s)HTTP/1.1 4\\d\\d.*").contains("<h1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/xml", "multipart/form-data", "nonsense"})
    void another_type_of_content_never_changes_a_draft(String type) throws IOException {
        String said = post(type, "{\"level\":\"two\"}".getBytes(StandardCharsets.US_ASCII));
        assertThat(said).matches("(?s)HTTP/1.1 4\\d\\d.*").contains("<h1");
        assertThat(client.get(step).body()).doesNotContain("value=\"two\" checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff%fe", "%c3%28", "%ed%a0%80", "%f8%88%80%80%80", "%zz", "%"})
    void broken_characters_are_refused_or_left_out_and_never_kept(String broken) throws IOException {
        String token = client.get(step).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String business =
                client.post(step, Map.of("level", "one", "principles", "true")).location();
        String before = step;
        step = business;
        String said = post(
                "application/x-www-form-urlencoded",
                ("_csrf=" + token + "&name=abc" + broken + "def").getBytes(StandardCharsets.US_ASCII));
        step = before;
        assertThat(said).matches("(?s)HTTP/1.1 4\\d\\d.*");
        assertThat(database.sql(
                                "select count(*) from scheme.draft where answers ->> 'name' like '%' || chr(65533) || '%'")
                        .query(Long.class)
                        .single())
                .as("no replacement characters among the answers")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/security-action/declare/../../etc/passwd",
                "/security-action/declare/%2e%2e%2f%2e%2e%2fetc%2fpasswd/practices",
                "/security-action/declare/AAAAAAAAAAAAAAAAAAAAAA/practices",
                "/security-action/declare/AAAAAAAAAAAAAAAAAAAAAA/..%2f..%2fpractices",
                "/security-action/confirm/..%5c..%5cwindows",
                "/security-action/confirm/%00",
                "/security-action/manage/AAAAAAAAAAAAAAAAAAAAAA/logo/..%2f..%2f..%2fapplication.properties",
                "/security-action/manage/'%20or%201=1--",
                "/security-action/register/..%2fSA-2021-000001",
                "/..%2f/register",
                "/SECURITY-ACTION%00/register",
            })
    void no_address_leads_out_of_its_place(String path) throws IOException {
        String said = raw("GET " + path + " HTTP/1.1", new byte[0]);
        assertThat(said).matches("(?s)HTTP/1.1 4\\d\\d.*");
        assertThat(said).doesNotContain("root:", "spring.application", "Exception", "at tsukasa");
    }

    @Test
    void a_draft_of_one_person_sent_by_twenty_windows_at_once_is_one_declaration() throws Exception {
        String draft = filled(CorporateNumber.ofBase(companies++));
        long before = cases();
        List<WebClient.Response> answers = new ArrayList<>();
        String token =
                client.get(draft + "/review").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        try (ExecutorService pool = Executors.newFixedThreadPool(20)) {
            Callable<WebClient.Response> send = () -> {
                WebClient window = new WebClient(port);
                window.cookies().putAll(client.cookies());
                return window.postPlain(draft + "/send", Map.of("_csrf", token));
            };
            for (Future<WebClient.Response> answer :
                    pool.invokeAll(IntStream.range(0, 20).mapToObj(i -> send).toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.location()).isEqualTo(draft + "/sent");
        });
        assertThat(cases()).isEqualTo(before + 1);
        assertThat(client.get(draft + "/sent").body()).containsPattern("SA-\\d{4}-\\d{6}");
    }

    @Test
    void the_same_company_from_twenty_drafts_is_registered_once() throws Exception {
        CorporateNumber company = CorporateNumber.ofBase(companies++);
        String draft = filled(company);
        client.get(draft + "/review");
        client.post(draft + "/send", Map.of());
        String link = link(company);
        client.get(link);
        client.post(link, Map.of());
        String second = filled(company);
        client.get(second + "/review");
        WebClient.Response taken = client.post(second + "/send", Map.of());
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("すでに登録されて", "管理用のリンクを送る").doesNotContain(mail(company));
        assertThat(client.post(second + "/send", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void a_link_of_another_case_or_another_scheme_opens_nothing() {
        CorporateNumber company = CorporateNumber.ofBase(companies++);
        String draft = filled(company);
        client.get(draft + "/review");
        client.post(draft + "/send", Map.of());
        String token = link(company).replace(HOME + "/confirm/", "");
        assertThat(client.get("/another-scheme/confirm/" + token).status()).isIn(404, 410);
        assertThat(client.get(HOME + "/manage/" + token).status()).isEqualTo(410);
        assertThat(client.get(HOME + "/confirm/" + token.substring(1)).status()).isEqualTo(410);
        assertThat(client.get(HOME + "/confirm/" + draft.substring(draft.lastIndexOf('/') + 1))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void without_the_token_of_the_page_nothing_is_kept() {
        assertThat(client.postPlain(step, Map.of("level", "two")).status()).isEqualTo(403);
        assertThat(client.get(step).body()).doesNotContain("value=\"two\" checked");
    }

    private static String mail(CorporateNumber company) {
        return "c" + company.digits() + "@example.jp";
    }

    private String link(CorporateNumber company) {
        String letter = database.sql(
                        "select c.body from mail.letter l join mail.letter_content c on c.letter = l.id where to_address = ? order by written_at desc, id desc limit 1")
                .param(mail(company))
                .query(String.class)
                .single();
        return letter.replaceAll("(?s).*https?://[^/\\s]+(/security-action/confirm/[A-Za-z0-9_-]+).*", "$1");
    }

    private String filled(CorporateNumber company) {
        client.get(HOME);
        String at = client.post(HOME + "/declare", Map.of()).location();
        client.get(at);
        at = client.post(at, Map.of("level", "one", "principles", "true")).location();
        Map<String, String> business = new LinkedHashMap<>();
        business.put("corporateNumber", company.digits());
        business.put("name", "有限会社みなと");
        business.put("kana", "ミナト");
        business.put("prefecture", "34");
        business.put("industry", "E");
        business.put("employees", "42");
        client.get(at);
        at = client.post(at, business).location();
        client.get(at);
        at = client.post(at, Map.of("contactName", "港 太郎", "contactMail", mail(company), "publish", "true"))
                .location();
        return at.substring(0, at.lastIndexOf('/'));
    }
}
