package tsukasa.scheme.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.scheme.FormField;
import tsukasa.scheme.RegisterEntry;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;

/// The answers of a case in words, and what the platform has checked in them by itself.
record CaseReading(Frame f, Scheme scheme, Map<String, Object> answers) {
    List<CasePage.Section> sections() {
        List<CasePage.Section> sections = new ArrayList<>();
        for (Step step : scheme.steps()) {
            List<Fact> facts = step.fields().stream()
                    .filter(answers::containsKey)
                    .map(scheme.fields()::get)
                    .filter(Objects::nonNull)
                    .map(field -> Fact.of(f.say(field.label()), words(field)))
                    .toList();
            if (!facts.isEmpty()) {
                sections.add(new CasePage.Section(
                        f.say(step.title()), facts, scheme.selfCheck().containsAll(step.fields())));
            }
        }
        return sections;
    }

    private String words(FormField field) {
        Object answer = answers.getOrDefault(field.name(), "");
        if (answer instanceof Boolean yes) {
            return yes ? f.say("はい", "Yes") : f.say("いいえ", "No");
        }
        if (answer instanceof Long number) {
            Text unit = field.unit();
            return f.writing().number(number) + (unit == null ? "" : f.say(unit.ja(), " " + unit.en()));
        }
        String text = answer.toString();
        if (field.widget() == FormField.Widget.PREFECTURE) {
            return Prefecture.ofCode(text).map(p -> f.say(p.title())).orElse(text);
        }
        return field.choices().stream()
                .filter(c -> c.value().equals(text))
                .map(c -> f.say(c.label()))
                .findFirst()
                .orElse(text);
    }

    List<CasePage.Check> checks(Optional<RegisterEntry> entry, int others) {
        List<CasePage.Check> checks = new ArrayList<>();
        if (!scheme.subjectField().isEmpty()) {
            checks.add(number());
        }
        if (!scheme.smallCompany().isEmpty()) {
            entry.map(this::size).ifPresent(checks::add);
        }
        checks.add(
                others == 0
                        ? check(Status.ACCEPTED, "なし", "None", "同じ番号のほかの案件", "Other cases of the same subject")
                        : check(
                                Status.SLIGHTLY_BEHIND,
                                others + "件",
                                String.valueOf(others),
                                "同じ番号のほかの案件（下に並べています）",
                                "Other cases of the same subject, listed below"));
        return checks;
    }

    private CasePage.Check number() {
        Object given = answers.getOrDefault(scheme.subjectField(), "");
        if (given.toString().isEmpty()) {
            return check(
                    Status.NOT_COUNTED_YET, "番号なし", "No number", "法人番号のない事業者", "A business without a corporate number");
        }
        return CorporateNumber.parse(given.toString()).isPresent()
                ? check(Status.ACCEPTED, "一致", "Right", "法人番号の検査数字", "Check digit of the corporate number")
                : check(Status.AT_RISK, "不一致", "Wrong", "法人番号の検査数字", "Check digit of the corporate number");
    }

    private CasePage.Check size(RegisterEntry entry) {
        return entry.small()
                ? check(
                        Status.ACCEPTED,
                        "該当",
                        "Yes",
                        "中小企業（業種と、資本金か従業員数）",
                        "Small or medium-sized (industry, capital or employees)")
                : check(
                        Status.NOT_COUNTED_YET,
                        "非該当",
                        "No",
                        "中小企業（業種と、資本金か従業員数）",
                        "Small or medium-sized (industry, capital or employees)");
    }

    private CasePage.Check check(Status shape, String ja, String en, String whatJa, String whatEn) {
        return new CasePage.Check(shape, f.say(ja, en), f.say(whatJa, whatEn));
    }
}
