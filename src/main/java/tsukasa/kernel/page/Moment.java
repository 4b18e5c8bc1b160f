package tsukasa.kernel.page;

import org.jspecify.annotations.Nullable;

/// One entry of a timeline, newest first.
public record Moment(
        Kind kind, String when, String what, @Nullable String detail) {
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
}
