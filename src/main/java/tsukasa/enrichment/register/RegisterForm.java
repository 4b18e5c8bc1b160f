package tsukasa.enrichment.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tsukasa.enrichment.register.RegisterViews.Typed;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.FormFields;
import tsukasa.kernel.page.Frame;
import tsukasa.vulnerability.ProductRegister.Names;

/// Names as they were typed.
record RegisterForm(Typed typed) {
    static final int LONGEST = 200;
    private static final int MOST_ALIASES = 50;

    static RegisterForm of(HttpServletRequest request) {
        return new RegisterForm(new Typed(
                FormFields.text(request, "ja"),
                FormFields.text(request, "en"),
                FormFields.text(request, "kana"),
                FormFields.text(request, "aliases"),
                FormFields.text(request, "number")));
    }

    Names names() {
        return new Names(typed.ja(), typed.en(), typed.kana(), aliases());
    }

    private List<String> aliases() {
        return Arrays.stream(typed.aliases().split("\n"))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .toList();
    }

    Optional<CorporateNumber> number() {
        return CorporateNumber.parse(typed.number());
    }

    Errors errors(Frame f) {
        Errors errors = Errors.none();
        errors = limited(f, errors, "ja", typed.ja());
        errors = limited(f, errors, "en", typed.en());
        errors = limited(f, errors, "kana", typed.kana());
        if (!typed.kana().matches("[ァ-ヶー・＝　 ０-９0-9Ａ-Ｚ]*")) {
            errors = errors.with("kana", f.say("読みはカタカナで書いてください。", "Write the reading in katakana."));
        }
        if (aliases().size() > MOST_ALIASES || aliases().stream().anyMatch(RegisterForm::odd)) {
            errors = errors.with(
                    "aliases",
                    f.say(
                            "ほかの名前は" + MOST_ALIASES + "個まで、それぞれ" + LONGEST + "字以内で書いてください。",
                            "Give at most " + MOST_ALIASES + " other names of at most " + LONGEST + " characters."));
        }
        if (!typed.number().isEmpty() && number().isEmpty()) {
            errors = errors.with(
                    "number",
                    f.say(
                            "法人番号ではありません。検査数字を含む13桁の数字を確かめてください。",
                            "This is no corporate number. Check its 13 digits, of which the first is a check digit."));
        }
        return errors;
    }

    private static Errors limited(Frame f, Errors errors, String field, String text) {
        return odd(text)
                ? errors.with(
                        field,
                        f.say(
                                LONGEST + "字以内で、制御文字を使わずに書いてください。",
                                "Write at most " + LONGEST + " characters, none of them a control character."))
                : errors;
    }

    private static boolean odd(String text) {
        return text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl);
    }
}
