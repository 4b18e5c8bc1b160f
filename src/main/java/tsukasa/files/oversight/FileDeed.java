package tsukasa.files.oversight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tsukasa.kernel.Text;

/// What an administrator may do about a file, always for a reason.
enum FileDeed {
    RELEASE(
            Text.of("隔離を解く", "Release from quarantine"),
            Text.of(
                    "ほかの方法で安全を確かめたときに行います。読む権限のある人が開けるようになります。",
                    "When its safety was checked in another way. Everyone who may read it can open it then."),
            Text.of("隔離を解きました。", "It was released.")),
    HOLD(
            Text.of("廃棄を止める", "Put a hold on it"),
            Text.of(
                    "開示請求、係争、監査などの対象になったときに行います。保存期間が過ぎても残ります。",
                    "For a disclosure request, a dispute or an audit. It stays even after its retention."),
            Text.of("廃棄を止めました。", "It is on hold.")),
    LIFT(
            Text.of("廃棄の停止を解く", "Lift the hold"),
            Text.of("保存期間がすでに過ぎていれば、まもなく廃棄されます。", "If its retention is over already, it goes soon."),
            Text.of("廃棄の停止を解きました。", "The hold was lifted.")),
    DISPOSE(
            Text.of("いま廃棄する", "Dispose of it now"),
            Text.of("中身は元に戻せません。記録と理由は残ります。", "Its content cannot be brought back. Its record and the reason stay."),
            Text.of("廃棄しました。", "It was disposed of."));

    private final Text title;
    private final Text meaning;
    private final Text done;

    FileDeed(Text title, Text meaning, Text done) {
        this.title = title;
        this.meaning = meaning;
        this.done = done;
    }

    static Optional<FileDeed> of(String path) {
        return Arrays.stream(values()).filter(deed -> deed.path().equals(path)).findFirst();
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name of the field for the reason, of which there may be several on a page.
    String field() {
        return path() + "-reason";
    }

    Text title() {
        return title;
    }

    Text meaning() {
        return meaning;
    }

    Text done() {
        return done;
    }
}
