package tsukasa.kernel.page;

import org.jspecify.annotations.Nullable;

/// One entry of a timeline, newest first.
///
/// @param address where it leads; null where it only tells
public record Moment(
        Kind kind,
        String when,
        String what,
        @Nullable String detail,
        @Nullable String address) {
    public Moment(Kind kind, String when, String what, @Nullable String detail) {
        this(kind, when, what, detail, null);
    }

    public enum Kind {
        NEXT(" next"),
        LATEST(" now"),
        PAST("");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    public static Moment latest(String when, String what) {
        return new Moment(Kind.LATEST, when, what, null);
    }

    public static Moment past(String when, String what) {
        return new Moment(Kind.PAST, when, what, null);
    }

    public static Moment next(String when, String what) {
        return new Moment(Kind.NEXT, when, what, null);
    }

    public Moment leadingTo(String there) {
        return new Moment(kind, when, what, detail, there);
    }
}
