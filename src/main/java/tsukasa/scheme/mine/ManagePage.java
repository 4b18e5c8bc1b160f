package tsukasa.scheme.mine;

import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// Asks which entry somebody wants to manage.
public record ManagePage(Frame frame, Scheme scheme, String typed, Errors errors) implements Page {
    @Override
    public String title() {
        return errors.isEmpty() ? heading() : frame.say("エラー：", "Error: ") + heading();
    }

    public String heading() {
        return scheme.terms().isPresent()
                ? frame.say("登録の変更・取下げ・ロゴ", "Change or withdraw an entry, get the logo")
                : frame.say("登録の変更・取下げ", "Change or withdraw an entry");
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public Field number() {
        return Field.text("number", frame.say("登録の番号", "Number of the entry"))
                .required()
                .width(Field.Width.MEDIUM)
                .hint(frame.say(
                        scheme.prefix() + "- で始まる番号。登録簿とお知らせのメールに載っています。",
                        "It begins with " + scheme.prefix() + "- and stands in the register and in our mails."))
                .maxLength(60)
                .value(typed)
                .errors(errors);
    }
}
