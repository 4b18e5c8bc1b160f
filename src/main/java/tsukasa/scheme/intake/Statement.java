package tsukasa.scheme.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.CorporateNumber;
import tsukasa.scheme.Scheme;

/// What answers say of a subject in the columns of the register.
///
/// @param corporateNumber empty for a person without one
record Statement(
        String corporateNumber,
        String name,
        @Nullable String kana,
        @Nullable String english,
        String prefecture,
        String industry,
        @Nullable Integer employees,
        @Nullable Long capital,
        boolean small,
        String level) {

    static Statement of(Scheme scheme, Map<String, Object> answers) {
        Scheme.RegisterColumns columns = scheme.register();
        Long employees = number(answers, columns.employees());
        Long capital = number(answers, columns.capital());
        String industry = text(answers, columns.industry(), "");
        return new Statement(
                CorporateNumber.parse(text(answers, scheme.subjectField(), ""))
                        .map(CorporateNumber::digits)
                        .orElse(""),
                text(answers, columns.name(), ""),
                orNull(text(answers, columns.kana(), "")),
                orNull(text(answers, columns.english(), "")),
                text(answers, columns.prefecture(), ""),
                industry,
                employees == null ? null : employees.intValue(),
                capital,
                small(scheme, industry, capital, employees),
                scheme.levelOf(answers));
    }

    /// Either measure within its limit is enough; a sole proprietor has no capital (SME Basic Act §2).
    private static boolean small(Scheme scheme, String industry, @Nullable Long capital, @Nullable Long employees) {
        return scheme.smallCompany().stream()
                .filter(rule -> rule.industries().contains(industry))
                .anyMatch(rule -> capital != null && capital <= rule.capital()
                        || employees != null && employees <= rule.employees());
    }

    /// The corporate number, or for a person without one a key that only this case has.
    String subjectKey(String caseNumber) {
        return corporateNumber.isEmpty() ? "P-" + caseNumber : corporateNumber;
    }

    private static String text(Map<String, Object> answers, String field, String otherwise) {
        return answers.get(field) instanceof String text ? text.strip() : otherwise;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Long number(Map<String, Object> answers, String field) {
        return switch (answers.get(field)) {
            case Long number -> number;
            case Integer number -> number.longValue();
            case null, default -> null;
        };
    }
}
