package tsukasa.hooks.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The head of an answer, RFC 9112 §4: all that is read of one.
///
/// @param wish what `Retry-After` says
record AnswerHead(int status, @Nullable Duration wish) {
    private static final int LONGEST = 8 * 1024;
    private static final Pattern FIRST_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?im)^Retry-After:[ \\t]*(.{1,40}?)[ \\t]*\\r?$");

    /// Empty when it is no HTTP, or longer than any sensible one.
    static Optional<AnswerHead> read(InputStream in, Instant now) throws IOException {
        int left = LONGEST;
        while (left > 0) {
            String head = one(in, left);
            left -= head.length();
            Matcher first = FIRST_LINE.matcher(head.lines().findFirst().orElse(""));
            if (!first.matches()) {
                return Optional.empty();
            }
            int status = Integer.parseInt(first.group(1));
            if (status >= 200) {
                return Optional.of(new AnswerHead(status, wish(head, now)));
            }
        }
        return Optional.empty();
    }

    /// Up to the empty line; nothing when there is none within the bytes that are left.
    private static String one(InputStream in, int most) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        for (int read = 0; read < most; read++) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
            if (ends == 2) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static @Nullable Duration wish(String head, Instant now) {
        Matcher found = RETRY_AFTER.matcher(head);
        if (!found.find()) {
            return null;
        }
        String said = found.group(1);
        if (said.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(said));
        }
        try {
            Duration until = Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(said, Instant::from));
            return until.isNegative() ? null : until;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
