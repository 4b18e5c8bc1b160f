package tsukasa.myjvn.hnd;

import tsukasa.kernel.Text;

/// Why a question is not answered. The shape of the codes is MyJVN's, the list is ours.
enum Fault {
    METHOD_MISSING("XX00000001", "method を指定してください。", "Give the parameter method."),
    METHOD_UNKNOWN("XX00000002", "この method は提供していません。", "This method is not offered."),
    FEED_MISSING("XX00000003", "feed を指定してください。", "Give the parameter feed."),
    FEED_UNKNOWN("XX00000004", "この feed は提供していません。hnd か oka を指定してください。", "This feed is not offered: give hnd or oka."),
    NUMBER("XX00000005", "整数を指定してください", "Give a whole number"),
    TOO_MANY("XX00000006", "指定できる範囲を超えています", "Outside of what may be asked"),
    DATE("XX00000007", "正しい日付ではありません", "Not a correct date"),
    WORD("XX00000008", "指定できる値ではありません", "Not one of the possible values"),
    CPE("XX00000009", "CPE 2.2 形式の名前ではありません", "Not a name as CPE 2.2 writes it"),
    TOO_LONG("XX00000010", "値が長すぎます", "The value is too long"),
    ENTRY("XX00000011", "JVNDB-YYYY-NNNNNN の形の番号を指定してください", "Give numbers such as JVNDB-YYYY-NNNNNN"),
    MISSING("XX00000012", "値を指定してください", "Give a value"),
    UNREADABLE("XX00000015", "読み取れない文字があります。", "Some of it cannot be read."),
    FAILED("XX00000016", "いまは答えられません。少し待ってからもう一度試してください。", "It cannot be answered at the moment. Try again later.");

    private final String code;
    private final Text message;

    Fault(String code, String ja, String en) {
        this.code = code;
        this.message = Text.of(ja, en);
    }

    String code() {
        return code;
    }

    Text message() {
        return message;
    }
}
