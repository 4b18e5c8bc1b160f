package tsukasa.tools.counting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/// What counts as a download: a GET that is answered with the file's beginning. A piece that continues another one, a
/// look at its head, what a browser fetches in advance, and what names itself a robot does not.
final class CountingRule {
    private static final Pattern ROBOT = Pattern.compile(
            "bot\\b|bot/|crawl|spider|slurp|archiver|preview|monitor|uptime|scanner|validator|linkcheck|facebookexternalhit|headless");
    private static final int LONGEST_NAME = 1_000;

    private CountingRule() {}

    static boolean counts(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && !robot(request.getHeader(HttpHeaders.USER_AGENT))
                && !inAdvance(request)
                && fromTheBeginning(request.getHeader(HttpHeaders.RANGE));
    }

    private static boolean robot(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return false;
        }
        String shortened = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        return ROBOT.matcher(shortened.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean inAdvance(HttpServletRequest request) {
        return List.of("Sec-Purpose", "Purpose", "X-Moz").stream()
                .map(request::getHeader)
                .anyMatch(purpose -> purpose != null && purpose.contains("prefetch"));
    }

    /// Asking for the first byte alone is a question whether pieces are given.
    private static boolean fromTheBeginning(@Nullable String range) {
        if (range == null) {
            return true;
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(range);
            return !ranges.isEmpty()
                    && ranges.stream()
                            .anyMatch(piece ->
                                    piece.getRangeStart(Long.MAX_VALUE) == 0 && piece.getRangeEnd(Long.MAX_VALUE) > 0);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
