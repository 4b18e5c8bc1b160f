package tsukasa.identity.oidc;

import java.util.List;
import java.util.stream.Stream;
import tsukasa.kernel.Text;

/// The shapes of providers we know; each says other things about a person.
enum Kind {
    GBIZ_ID(
            Text.of("GビズID", "gBizID"),
            Text.of("会社や事業の手続きをする方", "For companies and businesses"),
            List.of("openid", "profile", "user", "email")),
    DIGITAL_AUTH_APP(
            Text.of("デジタル認証アプリ", "Digital Authentication App"),
            Text.of("マイナンバーカードをお持ちの方", "With your My Number Card"),
            List.of("openid")),
    STAFF(
            Text.of("職員アカウント", "your staff account"),
            Text.of("職員の方", "For staff"),
            List.of("openid", "profile", "email"));

    private final Text title;
    private final Text hint;
    private final List<String> scopes;

    Kind(Text title, Text hint, List<String> scopes) {
        this.title = title;
        this.hint = hint;
        this.scopes = scopes;
    }

    Text title() {
        return title;
    }

    Text hint() {
        return hint;
    }

    /// @param keep what is asked for besides, so that nothing is sent that nobody needs
    List<String> scopes(List<String> keep) {
        return this == DIGITAL_AUTH_APP
                ? Stream.concat(scopes.stream(), keep.stream()).toList()
                : scopes;
    }
}
