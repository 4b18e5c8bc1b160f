package tsukasa.identity.passkey;

import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param possible whether browsers offer passkeys at the address of this platform at all
public record NewPasskeyPage(Frame frame, String name, boolean possible, Errors errors) implements Page {
    @Override
    public String title() {
        String title = frame.say("パスキーを追加する", "Add a passkey");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public Field nameField() {
        return Field.text("name", frame.say("パスキーの名前", "Name of the passkey"))
                .required()
                .hint(frame.say("どの端末のものか、あとで分かる名前。", "A name that tells you later where it is."))
                .maxLength(100)
                .value(name)
                .errors(errors);
    }
}
