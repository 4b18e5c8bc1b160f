package tsukasa.identity.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tsukasa.identity.SignInProviders.Choice;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param goOn    where to go after signing in
/// @param choices accounts elsewhere that open this platform
public record SignInPage(Frame frame, String typed, Errors errors, String goOn, boolean demo, List<Choice> choices)
        implements Page {
    @Override
    public String title() {
        String title = frame.say("サインイン", "Sign in");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public String path(Choice choice) {
        return choice.path() + "?return=" + URLEncoder.encode(goOn, StandardCharsets.UTF_8);
    }

    public Field email() {
        return Field.email("email", frame.say("メールアドレス", "Email address"))
                .required()
                .hint(frame.say("サインイン用のリンクを送ります。", "We send a link to sign in with."))
                .autocomplete("username webauthn")
                .maxLength(254)
                .value(typed)
                .errors(errors);
    }
}
