package tsukasa.hooks;

import tsukasa.kernel.Text;

/// Whether what was typed can be a target's address.
public sealed interface HookAddressOutcome {
    record Accepted(HookAddress address) implements HookAddressOutcome {}

    record Refused(Reason reason) implements HookAddressOutcome {}

    /// Why not, in words to stand beside the field.
    enum Reason {
        NO_ADDRESS("https:// で始まるアドレスを入力してください", "Enter an address that begins with https://"),
        NOT_HTTPS("https のアドレスだけを使えます", "Only https addresses can be used"),
        CREDENTIALS("アドレスに利用者名やパスワードを含めないでください", "Leave user name and password out of the address"),
        FRAGMENT("アドレスから # 以降を除いてください", "Leave out # and what follows it"),
        PORT("使えるポートは 443 と 8443 です", "The port must be 443 or 8443"),
        NOT_PUBLIC("インターネットから見えるサーバーのアドレスを入力してください", "Enter the address of a server on the public internet"),
        TOO_LONG("アドレスは1,000文字までです", "An address has at most 1,000 characters");

        private final Text words;

        Reason(String ja, String en) {
            this.words = Text.of(ja, en);
        }

        public Text words() {
            return words;
        }
    }
}
