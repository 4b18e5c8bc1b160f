package tsukasa.myjvn.oka;

import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// A question that cannot be answered, and the parameter that is to blame. The codes are those of feed HND.
final class OkaRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;
    private final String parameter;

    enum Why {
        METHOD_MISSING("XX00000001", "method を指定してください。", "Give the parameter method."),
        METHOD_UNKNOWN("XX00000002", "この method は提供していません。", "This method is not offered."),
        NUMBER("XX00000005", "整数を指定してください", "Give a whole number"),
        OUTSIDE("XX00000006", "指定できる範囲を超えています", "Outside of what may be asked"),
        DATE("XX00000007", "正しい日付ではありません", "Not a correct date"),
        WORD("XX00000008", "指定できる値ではありません", "Not one of the possible values"),
        NAME("XX00000009", "製品やベンダの識別子の形式ではありません", "Not the name of a product or vendor"),
        TOO_LONG("XX00000010", "値が長すぎます", "The value is too long"),
        ENTRY("XX00000011", "JVNDB-YYYY-NNNNNN の形の番号を指定してください", "Give numbers such as JVNDB-YYYY-NNNNNN"),
        MISSING("XX00000012", "指定してください", "Give this parameter"),
        TOGETHER("XX00000013", "同時には指定できません", "Not to be given together with another one"),
        UNKNOWN("XX00000014", "登録されていません", "There is none of this number"),
        UNREADABLE("XX00000015", "読み取れない文字があります。", "Some of it cannot be read."),
        FAILED("XX00000016", "いまは答えられません。少し待ってからもう一度試してください。", "It cannot be answered at the moment. Try again later.");

        private final String code;
        private final Text message;

        Why(String code, String ja, String en) {
            this.code = code;
            this.message = Text.of(ja, en);
        }
    }

    OkaRefused(Why why, String parameter) {
        super(why.code + " " + parameter, null, false, false);
        this.why = why;
        this.parameter = parameter;
    }

    String code() {
        return why.code;
    }

    String message(Language language) {
        String said = why.message.in(language);
        return parameter.isEmpty() ? said : said + ": " + parameter;
    }
}
