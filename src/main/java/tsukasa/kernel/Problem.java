package tsukasa.kernel;

import java.time.Duration;

/// A request that cannot be answered as asked: what kind, what happened, what to do next. Shown to people in their
/// language and to machines as `application/problem+json` (RFC 9457).
public final class Problem extends RuntimeException {
    private final Kind kind;
    private final Text what;
    private final Text next;
    private final Duration retryAfter;

    public Problem(Kind kind, Text what, Text next) {
        this(kind, what, next, Duration.ofSeconds(30));
    }

    private Problem(Kind kind, Text what, Text next, Duration retryAfter) {
        super(kind + ": " + what.en(), null, false, false);
        this.kind = kind;
        this.what = what;
        this.next = next;
        this.retryAfter = retryAfter;
    }

    public enum Kind {
        INVALID(400),
        NOT_SIGNED_IN(401),
        NOT_ALLOWED(403),
        NOT_FOUND(404),
        METHOD(405),
        CONFLICT(409),
        GONE(410),
        TOO_LARGE(413),
        TOO_LONG(414),
        UNSUPPORTED(415),
        UNPROCESSABLE(422),
        TOO_MANY(429),
        UNEXPECTED(500),
        STORAGE_FULL(507),
        MAINTENANCE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public static Problem notFound(Text what) {
        return new Problem(
                Kind.NOT_FOUND,
                what,
                Text.of("アドレスを確かめるか、ホームから探してください。", "Check the address, or start from the home page."));
    }

    public static Problem invalid(Text what, Text next) {
        return new Problem(Kind.INVALID, what, next);
    }

    public static Problem tooMany(Text what, Text next, Duration retryAfter) {
        return new Problem(Kind.TOO_MANY, what, next, retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    public Text what() {
        return what;
    }

    public Text next() {
        return next;
    }

    /// When to ask again, where asking again later makes sense.
    public Duration retryAfter() {
        return retryAfter;
    }
}
