package tsukasa.identity.secondstep;

import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param size of one side of the QR code, in modules
public record CodeAppPage(Frame frame, String secret, int size, String path, Errors errors) implements Page {
    @Override
    public String title() {
        String title = frame.say("確認コードのアプリの登録", "Set up a code app");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    /// In fours, as one types it.
    public String secretInGroups() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    public Field codeField() {
        return Field.text("code", frame.say("確認コード", "One-time code"))
                .required()
                .hint(frame.say("登録したアプリに表示された6桁の数字。", "The six digits that the app shows now."))
                .inputMode("numeric")
                .autocomplete("one-time-code")
                .maxLength(10)
                .width(Field.Width.SMALL)
                .errors(errors);
    }
}
