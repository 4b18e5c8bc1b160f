package tsukasa.bench.measuring;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.kernel.Text;

/// One visitor who has signed in with a link from the mailbox of the demonstration.
final class SignedInVisits {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LETTER = Pattern.compile("/demo/letters/[0-9a-f-]{36}");
    private static final Pattern LINK = Pattern.compile("/sign-in/link/[A-Za-z0-9_-]+");
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final int port;

    SignedInVisits(int port, String address) {
        this.port = port;
        String form = get("/sign-in", Map.of());
        String sent = post("/sign-in", form, "email=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        String link = found(LINK, get(found(LETTER, sent), Map.of()));
        post(link, get(link, Map.of()), "");
    }

    double time(String path, Map<String, String> headers) {
        long start = System.nanoTime();
        get(path, headers);
        return (System.nanoTime() - start) / 1e6;
    }

    /// A form sent from its page, until the page that follows is there.
    double time(String page, String path, String fields) {
        String form = get(page, Map.of());
        long start = System.nanoTime();
        post(path, form, fields);
        return (System.nanoTime() - start) / 1e6;
    }

    String get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::header);
        return answer(path, request.build());
    }

    private String post(String path, String form, String fields) {
        Matcher token = TOKEN.matcher(form);
        String csrf = token.find() ? token.group(1) : "";
        String body = "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8) + "&" + fields;
        return answer(
                path,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "ja")
                .timeout(Duration.ofMinutes(2));
    }

    private String answer(String path, HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
        } catch (IOException _) {
            // said below
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new BenchFailure(Text.of(path + " に答えがありません。", path + " was not answered."));
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new BenchFailure(Text.of("サインインできませんでした。", "Could not sign in."));
        }
        return found.group();
    }
}
