package tsukasa.myjvn;

/// Why a question of the API is refused: one code for one reason in both feeds. The shape of the codes is MyJVN's; that
/// of
/// an unknown feed is the one that clients have met.
public enum ErrorCode {
    FEED_UNKNOWN(1),
    METHOD_UNKNOWN(2),
    FEED_MISSING(3),
    METHOD_MISSING(4),
    NUMBER(5),
    OUTSIDE(6),
    DATE(7),
    WORD(8),
    NAME(9),
    TOO_LONG(10),
    ENTRY_NUMBER(11),
    MISSING(12),
    TOGETHER(13),
    ENTRY_UNKNOWN(14),
    UNREADABLE(15),
    FAILED(16);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    public String code() {
        return "XX%08d".formatted(number);
    }
}
