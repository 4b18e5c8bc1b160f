package tsukasa.identity.token;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tsukasa.identity.TokenScope;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

public record NewTokenPage(Frame frame, Visitor visitor, String name, List<String> scopes, String days, Errors errors)
        implements Page {
    @Override
    public String title() {
        String title = frame.say("APIトークンを作る", "Make an API token");
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public List<Field> fields() {
        return List.of(
                Field.text("name", frame.say("名前", "Name"))
                        .required()
                        .hint(frame.say("何に使うか、あとで分かる名前。", "A name that tells you later what it is for."))
                        .maxLength(100)
                        .value(name)
                        .errors(errors),
                Field.checkboxes("scope", frame.say("範囲", "Scopes"), options())
                        .required()
                        .hint(frame.say(
                                "あなたの権限を超えることはありません。必要なものだけを選びます。",
                                "Never more than you may do yourself. Choose only what is needed."))
                        .values(scopes)
                        .errors(errors),
                Field.radio("days", frame.say("期限", "Valid for"), periods())
                        .required()
                        .value(days)
                        .errors(errors));
    }

    private List<Option> options() {
        return Arrays.stream(tsukasa.identity.Permission.values())
                .filter(permission -> permission != tsukasa.identity.Permission.SECOND_PROOF && visitor.may(permission))
                .flatMap(permission -> Stream.of(new TokenScope(permission, false), new TokenScope(permission, true)))
                .map(scope -> Option.of(scope.name(), frame.say(scope.title())))
                .toList();
    }

    private List<Option> periods() {
        return TokenController.DAYS.stream()
                .map(number -> Option.of(
                        String.valueOf(number),
                        number == 365 ? frame.say("1年", "One year") : frame.say(number + "日", number + " days")))
                .toList();
    }
}
