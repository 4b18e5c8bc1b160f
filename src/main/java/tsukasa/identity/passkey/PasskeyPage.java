package tsukasa.identity.passkey;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

public record PasskeyPage(
        Frame frame, String path, String called, List<Fact> facts, boolean locked, Field nameField, Errors errors)
        implements Page {
    PasskeyPage(Frame frame, Passkey passkey, String typed, Errors errors) {
        this(
                frame,
                "/me/passkeys/" + passkey.id(),
                passkey.name(),
                facts(frame, passkey),
                passkey.locked(),
                Field.text("name", frame.say("パスキーの名前", "Name of the passkey"))
                        .required()
                        .maxLength(100)
                        .value(typed)
                        .errors(errors),
                errors);
    }

    private static List<Fact> facts(Frame frame, Passkey passkey) {
        var used = passkey.lastUsedAt();
        return List.of(
                Fact.of(frame.say("種類", "Kind"), frame.say(passkey.kind())),
                Fact.of(frame.say("追加した日時", "Added"), frame.writing().minute(passkey.createdAt())),
                Fact.of(
                        frame.say("最後の利用", "Last used"),
                        used == null
                                ? frame.say("まだ使っていません", "Not used yet")
                                : frame.writing().minute(used)),
                Fact.of(
                        frame.say("予備", "Copies"),
                        passkey.backedUp()
                                ? frame.say("ほかの端末にも保存されています", "Also kept on other devices")
                                : frame.say("ありません。失うと使えなくなります", "None. When lost, it is gone")));
    }

    @Override
    public String title() {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: ")) + called;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
