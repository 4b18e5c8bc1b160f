package tsukasa.testing;

import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.SignInLinks;
import tsukasa.mail.EmailAddress;

/// What a person does with links and passkeys, from outside.
public final class Enrolled {
    private Enrolled() {}

    /// Follows a fresh mail link.
    public static void byLink(WebClient browser, SignInLinks links, String email) {
        String link = links.make(EmailAddress.of(email), new ReturnPath("/me")).getPath();
        browser.get(link);
        browser.post(link, Map.of());
        browser.get("/me");
    }

    /// Adds a passkey as the person who is signed in.
    public static SoftAuthenticator addPasskey(WebClient browser, String origin) {
        browser.get("/me/passkeys/new");
        String options = browser.post("/me/passkeys/question", Map.of()).body();
        SoftAuthenticator authenticator =
                new SoftAuthenticator(origin, Base64.getUrlDecoder().decode(user(options))).counting(1);
        browser.post("/me/passkeys", Map.of("name", "試験の鍵", "credential", authenticator.create(challenge(options))));
        browser.get("/me");
        return authenticator;
    }

    public static String challenge(String options) {
        return found("\"challenge\":\"([^\"]+)\"", options);
    }

    private static String user(String options) {
        return found("\"user\":\\{[^}]*\"id\":\"([^\"]+)\"", options);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not in: " + text);
        }
        return matcher.group(1);
    }
}
