package tsukasa.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names a request: on each of its lines in the log, in its answer, as the reference on a problem's page, and in the
/// entries of the audit trail.
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

    private RequestId() {}

    /// @param believed whether the request comes through a proxy of ours, which may have named it already
    public static String begin(HttpServletRequest request, boolean believed) {
        String name = name(believed ? request.getHeader(HEADER) : null);
        request.setAttribute(ATTRIBUTE, name);
        return name;
    }

    /// @param given by somebody who is believed; null where nobody named it
    public static String name(@Nullable String given) {
        return given != null && FORM.matcher(given).matches() ? given : fresh();
    }

    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String known ? known : begin(request, false);
    }

    private static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
