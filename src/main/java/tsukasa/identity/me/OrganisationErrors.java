package tsukasa.identity.me;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalLong;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;

/// Collects what is wrong with the particulars of an organisation, in the reader's words.
final class OrganisationErrors {
    private final Frame frame;
    private Errors errors = Errors.none();

    OrganisationErrors(Frame frame) {
        this.frame = frame;
    }

    Errors all() {
        return errors;
    }

    private void add(String field, String ja, String en) {
        errors = errors.with(field, frame.say(ja, en));
    }

    void corporateNumber(String typed) {
        String digits =
                Normalizer.normalize(Typed.shown(typed), Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
        if (digits.length() == 13) {
            add(
                    "corporateNumber",
                    "法人番号の検査数字が合いません。番号を見直してください。",
                    "The check digit does not match. Look at the number again.");
        } else {
            add(
                    "corporateNumber",
                    "法人番号は13桁の数字です。入力は" + digits.length() + "桁でした。",
                    "A corporate number has 13 digits; you entered " + digits.length() + ".");
        }
    }

    void alreadyThere() {
        add(
                "corporateNumber",
                "この法人番号の組織は、すでに登録されています。その組織の管理者に、メンバーへの追加を依頼してください。",
                "An organisation with this number is registered already. Ask its owner to add you.");
    }

    void name() {
        add("name", "名称を1文字から200文字までで入力してください。", "Enter a name of 1 to 200 characters.");
    }

    void prefecture() {
        add("prefecture", "都道府県を選んでください。", "Choose a prefecture.");
    }

    void industry() {
        add("industry", "業種を選び直してください。", "Choose the industry again.");
    }

    Optional<String> line(String field, String typed, int longest) {
        Optional<String> line = Typed.line(typed, longest);
        if (line.isEmpty()) {
            add(field, "改行を入れずに、" + longest + "文字までで入力してください。", "Enter up to " + longest + " characters on one line.");
        }
        return line;
    }

    /// Empty when nothing was typed, too.
    OptionalLong number(String field, String typed, long greatest) {
        if (typed.isBlank()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Typed.number(typed, greatest);
        if (number.isEmpty()) {
            add(
                    field,
                    "0から" + frame.writing().number(greatest) + "までの整数で入力してください。",
                    "Enter a whole number from 0 to " + frame.writing().number(greatest) + ".");
        }
        return number;
    }
}
