package tsukasa.scheme;

import java.util.LinkedHashMap;
import java.util.Map;
import tsukasa.kernel.CorporateNumber;

/// Declarations to try things with. Their corporate numbers belong to nobody.
public final class DeclarationExamples {
    public static final String SCHEME = "security-action";

    private DeclarationExamples() {}

    public static String corporateNumber(int index) {
        return CorporateNumber.ofBase(9998_00_000000L + index).digits();
    }

    public static Map<String, Object> oneStar(int index) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("level", "one");
        answers.put("principles", true);
        answers.put("corporateNumber", corporateNumber(index));
        answers.put("name", "有限会社みなと製作所");
        answers.put("kana", "ミナトセイサクショ");
        answers.put("prefecture", "34");
        answers.put("industry", "E");
        answers.put("employees", 42L);
        answers.put("capital", 10_000_000L);
        answers.put("contactName", "港 花子");
        answers.put("contactMail", "hanako@example.jp");
        answers.put("publish", true);
        return answers;
    }

    public static Map<String, Object> twoStars(int index) {
        Map<String, Object> answers = oneStar(index);
        answers.put("level", "two");
        answers.put("policyUrl", "https://www.example.jp/policy");
        for (int question = 1; question <= 25; question++) {
            answers.put("q%02d".formatted(question), "done");
        }
        return answers;
    }

    public static Submission submission(String key, Map<String, Object> answers) {
        return new Submission(SCHEME, key, answers, "test");
    }
}
