package tsukasa.identity.oidc;

import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;

/// Why somebody who comes back from a provider is not let in. The word goes into the audit trail; people read what
/// they can do about it.
enum Refusal {
    CANCELLED,
    PROVIDER_REFUSED,
    PROVIDER_AWAY,
    NOT_OURS,
    TOKEN_IN_ADDRESS,
    WRONG_ISSUER,
    CODE_REFUSED,
    NO_TOKEN,
    BAD_SIGNATURE,
    WRONG_AUDIENCE,
    EXPIRED,
    WRONG_NONCE,
    NOT_NOW,
    NO_SUBJECT,
    OTHER_SUBJECT,
    OTHER_PERSON,
    TAKEN,
    CLOSED;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Problem problem(Text provider) {
        return switch (this) {
            case CANCELLED, PROVIDER_AWAY, OTHER_PERSON, TAKEN -> aboutTheAccount(provider);
            case NOT_OURS, TOKEN_IN_ADDRESS, CLOSED -> aboutTheVisit();
            case PROVIDER_REFUSED,
                    WRONG_ISSUER,
                    CODE_REFUSED,
                    NO_TOKEN,
                    BAD_SIGNATURE,
                    WRONG_AUDIENCE,
                    EXPIRED,
                    WRONG_NONCE,
                    NOT_NOW,
                    NO_SUBJECT,
                    OTHER_SUBJECT ->
                problem(
                        Kind.NOT_ALLOWED,
                        Text.of(
                                provider.ja() + "からの応答を確認できなかったため、サインインしませんでした。",
                                "What " + provider.en()
                                        + " answered could not be verified, so you were not signed in."),
                        Text.of(
                                "サインインの画面から、もう一度始めてください。続くときは、機構にお問い合わせください。",
                                "Begin again from the sign-in page. If it happens again, contact the agency."));
        };
    }

    /// What happened at the provider, or to the account there.
    private Problem aboutTheAccount(Text provider) {
        return switch (this) {
            case CANCELLED ->
                problem(
                        Kind.NOT_ALLOWED,
                        Text.of(
                                provider.ja() + "でのサインインが取り消されました。",
                                "Signing in with " + provider.en() + " was cancelled."),
                        Text.of(
                                "サインインの画面から、もう一度試すか、別の方法でサインインしてください。",
                                "Try again from the sign-in page, or sign in another way."));
            case PROVIDER_AWAY ->
                problem(
                        Kind.MAINTENANCE,
                        Text.of(
                                provider.ja() + "から応答がないため、サインインできません。",
                                "There is no answer from " + provider.en() + ", so you cannot sign in with it."),
                        Text.of("しばらくしてから試すか、メールのリンクでサインインしてください。", "Try again later, or sign in with a mail link."));
            case OTHER_PERSON ->
                problem(
                        Kind.NOT_ALLOWED,
                        Text.of(
                                "この" + provider.ja() + "は、サインイン中のアカウントと結び付いていません。",
                                "This " + provider.en() + " account is not linked to who is signed in."),
                        Text.of(
                                "結び付けたものを使うか、別の方法で確認してください。",
                                "Use the linked one, or prove who you are in another way."));
            default ->
                problem(
                        Kind.CONFLICT,
                        Text.of(
                                "この" + provider.ja() + "は、別の利用者のアカウントと結び付いています。",
                                "This " + provider.en() + " account is linked to somebody else here."),
                        Text.of(
                                "そのアカウントでサインインして解除するか、機構にお問い合わせください。",
                                "Sign in there and unlink it, or contact the agency."));
        };
    }

    /// What is wrong with how one came here.
    private Problem aboutTheVisit() {
        return switch (this) {
            case NOT_OURS ->
                problem(
                        Kind.GONE,
                        Text.of(
                                "このサインインは、始めてから10分以内に、同じブラウザーで、1回だけ受け付けます。",
                                "This sign-in is taken once, within ten minutes, in the browser it was begun in."),
                        Text.of("サインインの画面から、もう一度始めてください。", "Begin again from the sign-in page."));
            case TOKEN_IN_ADDRESS ->
                problem(
                        Kind.INVALID,
                        Text.of(
                                "アドレスの中にトークンが書かれています。アドレスは記録に残るため、受け付けません。",
                                "There is a token in the address. Addresses are written into logs, so it is not taken."),
                        Text.of("サインインの画面から、もう一度始めてください。", "Begin again from the sign-in page."));
            default ->
                problem(
                        Kind.NOT_ALLOWED,
                        Text.of("このアカウントは停止されています。", "This account is closed."),
                        Text.of("心当たりがないときは、機構にお問い合わせください。", "If you did not expect this, contact the agency."));
        };
    }

    private static Problem problem(Kind kind, Text what, Text next) {
        return new Problem(kind, what, next);
    }

    /// Carries a refusal out of the depth.
    static final class Refused extends RuntimeException {
        private final Refusal why;

        Refused(Refusal why) {
            super(why.word(), null, false, false);
            this.why = why;
        }

        Refusal why() {
            return why;
        }
    }

    Refused refused() {
        return new Refused(this);
    }
}
