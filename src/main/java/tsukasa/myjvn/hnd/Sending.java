package tsukasa.myjvn.hnd;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import tsukasa.kernel.kept.Gzip;
import tsukasa.kernel.kept.Offer;
import tsukasa.myjvn.hnd.MyjvnDesk.Answered;

/// Sends an answer as it is kept, or unpacked for the few who cannot unpack it, or says that the client has it already.
final class Sending {
    private Sending() {}

    static void send(Answered answered, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (!answered.tag().isEmpty()) {
            String tag = "W/\"" + answered.tag() + "\"";
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setHeader(HttpHeaders.ETAG, tag);
            if (!request.getMethod().equals("POST") && new ServletWebRequest(request, response).checkNotModified(tag)) {
                return;
            }
        }
        if (answered.still() != null) {
            Offer.make(request, answered.packed(), answered.still());
        }
        response.setContentType(answered.json() ? "application/json" : "text/xml;charset=UTF-8");
        boolean packed = Gzip.taken(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] bytes = packed ? answered.packed() : Gzip.unpack(answered.packed());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }
}
