package tsukasa.kernel.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import tsukasa.kernel.Sha256;

/// A document as it is kept and sent: compressed by gzip.
///
/// @param mark     tells it from others to the same address; empty for what no client is to remember, such as a refusal
/// @param modified when its content last changed; null where that is not known
public record Packed(byte[] bytes, String mark, @Nullable Instant modified) {
    /// The same content has the same mark, on every node.
    public static Packed of(byte[] plain, @Nullable Instant modified) {
        return new Packed(Gzip.pack(plain), HexFormat.of().formatHex(Sha256.of(plain), 0, 12), modified);
    }

    public static Packed unmarked(byte[] plain) {
        return new Packed(Gzip.pack(plain), "", null);
    }

    /// Sends it as it is kept, or unpacked to the few who cannot unpack it, or says that the client has it already.
    /// Clients ask each time whether it is still the same, unless another `Cache-Control` stands already.
    ///
    /// @param still tells at hardly any cost whether the same would be answered now; null where that cannot be told
    public void send(
            String type, @Nullable BooleanSupplier still, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!mark.isEmpty() && hasIt(request, response)) {
            return;
        }
        if (still != null) {
            Offer.make(request, bytes, still);
        }
        response.setContentType(type);
        boolean packed = Gzip.taken(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] body = packed ? bytes : Gzip.unpack(bytes);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private boolean hasIt(HttpServletRequest request, HttpServletResponse response) {
        String tag = "W/\"" + mark + "\"";
        if (response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        response.setHeader(HttpHeaders.ETAG, tag);
        if (modified != null) {
            response.setDateHeader(HttpHeaders.LAST_MODIFIED, modified.toEpochMilli());
        }
        return !request.getMethod().equals("POST")
                && new ServletWebRequest(request, response)
                        .checkNotModified(tag, modified == null ? -1 : modified.toEpochMilli());
    }
}
