package tsukasa.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// Something happened to how a person signs in. Kept for the person to see, and published for whoever audits.
///
/// @param by     who did it, when it was not the person
/// @param detail a name or a browser; never a secret
public record SecurityEvent(
        UUID person, Kind kind, Instant at, @Nullable UUID by, String detail) {

    /// What can happen, and whether the person is told by mail.
    public enum Kind {
        SIGNED_IN("サインインしました", "Signed in", false),
        NEW_DEVICE("新しい端末でサインインしました", "Signed in on a new device", true),
        PROVED_AGAIN("もう一度ご本人の確認をしました", "Proved again who you are", false),
        SESSIONS_ENDED("ほかのサインインをすべて終わらせました", "Ended all other sessions", false),
        PASSKEY_ADDED("パスキーを追加しました", "A passkey was added", true),
        PASSKEY_RENAMED("パスキーの名前を変えました", "A passkey was renamed", false),
        PASSKEY_REMOVED("パスキーを削除しました", "A passkey was removed", true),
        PASSKEY_LOCKED("複製された疑いのあるパスキーを止めました", "A passkey that may have been copied was locked", true),
        CODE_SET_UP("確認コードのアプリを登録しました", "A code app was set up", true),
        CODE_REMOVED("確認コードのアプリを外しました", "The code app was removed", true),
        CODES_REFUSED("確認コードが続けて間違えられました", "Wrong codes were entered several times", true),
        RECOVERY_CODES_MADE("回復コードを作りました", "Recovery codes were made", true),
        RECOVERY_CODE_USED("回復コードを使いました", "A recovery code was used", true),
        RECOVERY_STARTED("管理者が、アカウントの回復を始めました", "An administrator started to recover the account", true),
        RECOVERY_CONFIRMED("別の管理者が、アカウントの回復を認めました", "A second administrator confirmed the recovery", false),
        RECOVERY_STOPPED("アカウントの回復を止めました", "The recovery of the account was stopped", true),
        RECOVERY_DONE("アカウントを回復し、以前の確認手段をすべて外しました", "The account was recovered; all earlier means were removed", true),
        TOKEN_MADE("APIトークンを作りました", "An API token was made", true),
        TOKEN_REVOKED("APIトークンを取り消しました", "An API token was revoked", false),
        ACCOUNT_LINKED("外部アカウントを結び付けました", "An account elsewhere was linked", true),
        ACCOUNT_UNLINKED("外部アカウントとの結び付きを解除しました", "An account elsewhere was unlinked", true);

        private final Text title;
        private final boolean told;

        Kind(String ja, String en, boolean told) {
            this.title = Text.of(ja, en);
            this.told = told;
        }

        public Text title() {
            return title;
        }

        public boolean told() {
            return told;
        }
    }
}
