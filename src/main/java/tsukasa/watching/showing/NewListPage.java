package tsukasa.watching.showing;

import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// A list is begun.
public record NewListPage(Frame frame, String name, String note, Errors errors) implements Page {
    public Field nameField() {
        return name(frame, name, errors);
    }

    static Field name(Frame f, String value, Errors errors) {
        return Field.text("name", f.say("リストの名前", "Name of the list"))
                .required()
                .hint(f.say("例：社内のサーバー、製品Aの部品", "For example: our servers, parts of product A"))
                .maxLength(100)
                .width(Field.Width.MEDIUM)
                .value(value)
                .errors(errors);
    }

    public Field noteField() {
        return note(frame, note, errors);
    }

    static Field note(Frame f, String value, Errors errors) {
        return Field.longText("note", f.say("メモ", "Note"))
                .optional()
                .maxLength(2000)
                .rows(3)
                .value(value)
                .errors(errors);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return frame.say("見守りリストを作る", "Make a watch list");
    }
}
