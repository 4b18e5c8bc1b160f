package tsukasa.myjvn.hnd;

import tsukasa.kernel.Text;
import tsukasa.myjvn.ErrorCode;

/// Why a question is not answered.
enum Fault {
    METHOD_MISSING(ErrorCode.METHOD_MISSING, "method を指定してください。", "Give the parameter method."),
    METHOD_UNKNOWN(ErrorCode.METHOD_UNKNOWN, "この method は提供していません。", "This method is not offered."),
    FEED_MISSING(ErrorCode.FEED_MISSING, "feed を指定してください。", "Give the parameter feed."),
    FEED_UNKNOWN(
            ErrorCode.FEED_UNKNOWN,
            "この feed は提供していません。hnd か oka を指定してください。",
            "This feed is not offered: give hnd or oka."),
    NUMBER(ErrorCode.NUMBER, "整数を指定してください", "Give a whole number"),
    TOO_MANY(ErrorCode.OUTSIDE, "指定できる範囲を超えています", "Outside of what may be asked"),
    DATE(ErrorCode.DATE, "正しい日付ではありません", "Not a correct date"),
    WORD(ErrorCode.WORD, "指定できる値ではありません", "Not one of the possible values"),
    CPE(ErrorCode.NAME, "CPE 2.2 形式の名前ではありません", "Not a name as CPE 2.2 writes it"),
    TOO_LONG(ErrorCode.TOO_LONG, "値が長すぎます", "The value is too long"),
    ENTRY(ErrorCode.ENTRY_NUMBER, "JVNDB-YYYY-NNNNNN の形の番号を指定してください", "Give numbers such as JVNDB-YYYY-NNNNNN"),
    MISSING(ErrorCode.MISSING, "値を指定してください", "Give a value"),
    UNREADABLE(ErrorCode.UNREADABLE, "読み取れない文字があります。", "Some of it cannot be read."),
    FAILED(ErrorCode.FAILED, "いまは答えられません。少し待ってからもう一度試してください。", "It cannot be answered at the moment. Try again later.");

    private final ErrorCode code;
    private final Text message;

    Fault(ErrorCode code, String ja, String en) {
        this.code = code;
        this.message = Text.of(ja, en);
    }

    String code() {
        return code.code();
    }

    Text message() {
        return message;
    }
}
