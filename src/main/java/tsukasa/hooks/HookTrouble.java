package tsukasa.hooks;

import tsukasa.kernel.Text;

/// Why an attempt failed, in words that say nothing of our own network.
public enum HookTrouble {
    NAME_UNKNOWN("サーバー名が見つかりません", "The host name was not found"),
    ADDRESS_NOT_PUBLIC("サーバー名が、公開されていないアドレスを指しています", "The host name points to an address that is not public"),
    NO_CONNECTION("接続できません", "No connection"),
    NO_TLS("TLSの接続か、証明書の確認ができません", "TLS failed, or the certificate is not right for this host"),
    TOO_SLOW("時間内に応答がありません", "No answer in time"),
    NO_HTTP("応答がHTTPではありません", "The answer is not HTTP"),
    REDIRECTED("別のアドレスへの転送はたどりません", "Redirects are not followed"),
    REFUSED("受信側が受け付けませんでした", "The receiver did not accept it"),
    BUSY("受信側が、あとで送るよう求めています", "The receiver asks to be told later"),
    BROKEN("受信側でエラーが起きました", "The receiver reports an error of its own"),
    GONE("受信側が終了を知らせました", "The receiver says that it is gone"),
    TOO_OLD("届けられないまま期限を過ぎました", "It could not be delivered in time"),
    STOPPED("宛先が停止しています", "The target is stopped"),
    INTERRUPTED("送信が途中で止まりました", "Sending was interrupted");

    private final Text words;

    HookTrouble(String ja, String en) {
        this.words = Text.of(ja, en);
    }

    public Text words() {
        return words;
    }
}
