package tsukasa.identity.me;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsukasa.identity.Industry;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Field.Width;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;

/// The questions about an organisation.
final class OrganisationFields {
    private OrganisationFields() {}

    /// For a new one: what it is, and its number.
    static List<Field> identity(Frame f, OrganisationForm form, Errors errors) {
        return List.of(
                Field.radio(
                                "kind",
                                f.say("事業者の種類", "Kind of business"),
                                List.of(
                                        Option.of(
                                                OrganisationForm.CORPORATION,
                                                f.say("法人（法人番号がある）", "Corporation (has a corporate number)")),
                                        Option.of(
                                                OrganisationForm.PROPRIETOR,
                                                f.say("個人事業主（法人番号がない）", "Sole proprietor (has no number)"))))
                        .required()
                        .value(form.kind())
                        .errors(errors),
                Field.text("corporateNumber", f.say("法人番号", "Corporate number"))
                        .hint(f.say("13桁の数字。個人事業主の方は空欄のままにします。", "13 digits. Sole proprietors leave it empty."))
                        .inputMode("numeric")
                        .width(Width.MEDIUM)
                        .maxLength(30)
                        .value(form.corporateNumber())
                        .errors(errors));
    }

    static List<Field> particulars(Frame f, OrganisationForm form, Errors errors) {
        List<Field> fields = new ArrayList<>();
        fields.add(line("name", f.say("名称", "Name"), form.name(), 200)
                .required()
                .autocomplete("organization")
                .hint(f.say("登記のとおり。個人事業主の方は屋号か氏名。", "As registered. Sole proprietors: trade name or own name.")));
        fields.add(line("nameKana", f.say("名称のフリガナ", "Name in kana"), form.nameKana(), 200)
                .optional());
        fields.add(line("nameEn", f.say("英語の名称", "Name in English"), form.nameEn(), 200)
                .optional());
        fields.add(Field.select("prefecture", f.say("所在地の都道府県", "Prefecture"), prefectures(f))
                .required()
                .value(form.prefecture()));
        fields.add(line("city", f.say("市区町村", "City"), form.city(), 100).optional());
        fields.add(line("address", f.say("町名から先", "Street address"), form.address(), 300)
                .optional());
        fields.add(Field.select("industry", f.say("業種", "Industry"), industries(f))
                .optional()
                .hint(f.say("中小企業かどうかの判定に使います。", "Used to tell whether a company is small or medium-sized."))
                .value(form.industry()));
        fields.add(Field.number("employees", f.say("常時使用する従業員", "Regular employees"))
                .optional()
                .unit(f.say("人", "people"))
                .value(form.employees()));
        fields.add(Field.number("capital", f.say("資本金", "Capital"))
                .optional()
                .unit(f.say("万円", "ten thousand yen"))
                .value(form.capital()));
        return fields.stream().map(field -> field.errors(errors)).toList();
    }

    private static Field line(String name, String label, String value, int longest) {
        return Field.text(name, label).maxLength(longest).value(value);
    }

    private static List<Option> prefectures(Frame f) {
        return Arrays.stream(Prefecture.values())
                .map(one -> Option.of(one.code(), f.say(one.title())))
                .toList();
    }

    private static List<Option> industries(Frame f) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", f.say("選ばない", "Not chosen")));
        for (Industry one : Industry.values()) {
            options.add(Option.of(one.code(), f.say(one.title())));
        }
        return options;
    }
}
