package tsukasa.kernel.page;

import tsukasa.kernel.Text;

/// A state in a word, a shape and a colour; never in a colour alone.
public enum Status {
    ACHIEVED(Shape.TICK, Tone.OK, "達成", "Achieved"),
    ON_TRACK(Shape.DISC, Tone.OK, "順調", "On track"),
    SLIGHTLY_BEHIND(Shape.TRIANGLE, Tone.WARN, "やや遅れ", "Slightly behind"),
    AT_RISK(Shape.DIAMOND, Tone.BAD, "未達のおそれ", "At risk"),
    NOT_COUNTED_YET(Shape.DASHED_RING, Tone.QUIET, "集計前", "Not counted yet"),
    DRAFT(Shape.DASHED_RING, Tone.QUIET, "下書き", "Draft"),
    RECEIVED(Shape.RING, Tone.QUIET, "受付", "Received"),
    IN_REVIEW(Shape.HALF_DISC, Tone.RUN, "審査中", "In review"),
    WAITING_FOR_CORRECTION(Shape.BARS, Tone.WAIT, "補正待ち", "Waiting for correction"),
    ACCEPTED(Shape.TICK, Tone.OK, "受理", "Accepted"),
    REFUSED(Shape.DIAMOND, Tone.BAD, "不受理", "Not accepted"),
    WITHDRAWN(Shape.CROSSED_RING, Tone.QUIET, "取下げ", "Withdrawn"),
    EXPIRED(Shape.CROSSED_RING, Tone.QUIET, "失効", "Expired"),
    VALID(Shape.DISC, Tone.OK, "有効", "Valid"),
    MATCHES(Shape.TICK, Tone.OK, "一致", "Matches"),
    WITHIN_ROUNDING(Shape.DISC, Tone.QUIET, "端数の差", "Rounding difference"),
    DIFFERS(Shape.DIAMOND, Tone.BAD, "不一致", "Differs"),
    TO_BE_CHECKED(Shape.TRIANGLE, Tone.WARN, "要確認", "To be checked"),
    OVERDUE(Shape.DIAMOND, Tone.BAD, "期限超過", "Overdue"),
    DUE_SOON(Shape.TRIANGLE, Tone.WARN, "期限間近", "Due soon"),
    IN_SERVICE(Shape.TICK, Tone.OK, "提供中", "In service"),
    NOT_IN_SERVICE_YET(Shape.DASHED_RING, Tone.QUIET, "準備中", "Not yet");

    private final Shape shape;
    private final Tone tone;
    private final Text word;

    Status(Shape shape, Tone tone, String ja, String en) {
        this.shape = shape;
        this.tone = tone;
        this.word = Text.of(ja, en);
    }

    public enum Shape {
        TICK,
        DISC,
        TRIANGLE,
        DIAMOND,
        DASHED_RING,
        RING,
        HALF_DISC,
        BARS,
        CROSSED_RING
    }

    public enum Tone {
        OK("st-ok"),
        WARN("st-warn"),
        BAD("st-bad"),
        RUN("st-run"),
        WAIT("st-wait"),
        QUIET("st-none");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    public Shape shape() {
        return shape;
    }

    public Tone tone() {
        return tone;
    }

    public Text word() {
        return word;
    }
}
