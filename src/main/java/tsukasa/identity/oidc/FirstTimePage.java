package tsukasa.identity.oidc;

import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Somebody known elsewhere and not here: which address is theirs?
///
/// @param provided the address that the provider vouches for, if it does
public record FirstTimePage(Frame frame, String who, String provider, String provided) implements Page {
    static FirstTimePage of(Frame frame, Identity identity, Text provider) {
        return new FirstTimePage(
                frame,
                WaitingPage.shown(frame, identity, provider),
                frame.say(provider),
                Optional.ofNullable(identity.email()).orElse(""));
    }

    @Override
    public String title() {
        return frame.say("はじめてのサインイン", "Signing in for the first time");
    }

    public Field email() {
        return Field.email("email", frame.say("メールアドレス", "Email address"))
                .required()
                .hint(frame.say(
                        "お知らせもここに届きます。すでに登録がある方は、そのアドレスを入力してください。",
                        "Our mails go there, too. If you have an account here, enter its address."))
                .autocomplete("email")
                .maxLength(254)
                .value(provided);
    }
}
