package tsukasa.identity.secondstep;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tsukasa.identity.SignInMeans;
import tsukasa.identity.SignInProviders.Choice;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// @param goOn   where to go afterwards
/// @param unsent a form was sent and not carried out
/// @param choices accounts elsewhere that ask again who one is
public record SecondProofPage(
        Frame frame,
        Visitor visitor,
        SignInMeans.Means means,
        String goOn,
        boolean unsent,
        Errors errors,
        List<Choice> choices)
        implements Page {
    @Override
    public String title() {
        String title = frame.say("ご本人の確認", "Prove who you are");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public String lead() {
        return visitor.proof().level() >= 2 || !visitor.entrusted()
                ? frame.say(
                        "大事な操作の前に、ご本人であることをもう一度確かめます。",
                        "Before an important step, please prove once more that it is you.")
                : frame.say(
                        "職員の画面を開くには、メールのリンクに加えて、もう1つの確認が必要です。",
                        "The staff pages need a second proof besides the mail link.");
    }

    /// A mail link is enough again for those who need no second proof, and for those who have none yet.
    public boolean byLink() {
        return !visitor.entrusted() || means.none();
    }

    public String path(Choice choice) {
        return choice.path() + "?return=" + URLEncoder.encode(goOn, StandardCharsets.UTF_8);
    }

    public Field codeField() {
        return Field.text("code", frame.say("確認コード", "One-time code"))
                .required()
                .hint(frame.say("アプリに表示されている6桁の数字。", "The six digits that your app shows."))
                .inputMode("numeric")
                .autocomplete("one-time-code")
                .maxLength(10)
                .width(Field.Width.SMALL)
                .errors(errors);
    }

    public Field recoveryField() {
        return Field.text("recovery-code", frame.say("回復コード", "Recovery code"))
                .required()
                .hint(frame.say("控えておいた16文字。1つは1回だけ使えます。", "One of the 16 letters you kept. Each works once."))
                .autocomplete("off")
                .maxLength(40)
                .width(Field.Width.MEDIUM)
                .errors(errors);
    }
}
