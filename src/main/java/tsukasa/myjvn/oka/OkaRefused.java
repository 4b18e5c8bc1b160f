package tsukasa.myjvn.oka;

import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.myjvn.ErrorCode;

/// A question that cannot be answered, and the parameter that is to blame.
final class OkaRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Why why;
    private final String parameter;

    enum Why {
        METHOD_MISSING(ErrorCode.METHOD_MISSING, "method を指定してください。", "Give the parameter method."),
        METHOD_UNKNOWN(ErrorCode.METHOD_UNKNOWN, "この method は提供していません。", "This method is not offered."),
        NUMBER(ErrorCode.NUMBER, "整数を指定してください", "Give a whole number"),
        OUTSIDE(ErrorCode.OUTSIDE, "指定できる範囲を超えています", "Outside of what may be asked"),
        DATE(ErrorCode.DATE, "正しい日付ではありません", "Not a correct date"),
        WORD(ErrorCode.WORD, "指定できる値ではありません", "Not one of the possible values"),
        NAME(ErrorCode.NAME, "製品やベンダの識別子の形式ではありません", "Not the name of a product or vendor"),
        TOO_LONG(ErrorCode.TOO_LONG, "値が長すぎます", "The value is too long"),
        ENTRY(ErrorCode.ENTRY_NUMBER, "JVNDB-YYYY-NNNNNN の形の番号を指定してください", "Give numbers such as JVNDB-YYYY-NNNNNN"),
        MISSING(ErrorCode.MISSING, "指定してください", "Give this parameter"),
        TOGETHER(ErrorCode.TOGETHER, "同時には指定できません", "Not to be given together with another one"),
        UNKNOWN(ErrorCode.ENTRY_UNKNOWN, "登録されていません", "There is none of this number"),
        UNREADABLE(ErrorCode.UNREADABLE, "読み取れない文字があります。", "Some of it cannot be read."),
        FAILED(
                ErrorCode.FAILED,
                "いまは答えられません。少し待ってからもう一度試してください。",
                "It cannot be answered at the moment. Try again later.");

        private final ErrorCode code;
        private final Text message;

        Why(ErrorCode code, String ja, String en) {
            this.code = code;
            this.message = Text.of(ja, en);
        }
    }

    OkaRefused(Why why, String parameter) {
        super(why.code.code() + " " + parameter, null, false, false);
        this.why = why;
        this.parameter = parameter;
    }

    String code() {
        return why.code.code();
    }

    String message(Language language) {
        String said = why.message.in(language);
        return parameter.isEmpty() ? said : said + ": " + parameter;
    }
}
