package tsukasa.scheme.mine;

import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// Asks for the reason, and says what withdrawing means, before it is done.
public record WithdrawalPage(
        Frame frame, Scheme scheme, String number, String name, String typed, Errors errors, String path)
        implements Page {
    @Override
    public String title() {
        String title = frame.say("取下げの確認", "Withdraw");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public Field reason() {
        return Field.longText("reason", frame.say("取り下げる理由", "Reason"))
                .required()
                .hint(frame.say("500文字まで。公表しません。", "Up to 500 characters. Not published."))
                .maxLength(500)
                .rows(3)
                .value(typed)
                .errors(errors);
    }
}
