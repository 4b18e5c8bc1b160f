package tsukasa.myjvn.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.web.context.request.ServletWebRequest;
import tsukasa.kernel.kept.Gzip;
import tsukasa.kernel.kept.Offer;

/// Sends a file as it is or unpacked, whole or a part of it, or says that the client has it already. The file is opened
/// first, so that whatever takes its place meanwhile changes nothing.
///
/// @param still whether this is still what lies at its address
record Serving(Kept kept, Path file, String type, BooleanSupplier still) {
    private static final int PIECE = 65_536;

    /// @param end excluded
    private record Part(long start, long end) {}

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean packed = Gzip.taken(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String tag = "\"" + kept.sha256().substring(0, 32) + (packed ? "-gzip\"" : "\"");
        try (InputStream in = Files.newInputStream(file)) {
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            if (new ServletWebRequest(request, response)
                    .checkNotModified(tag, kept.modified().toEpochMilli())) {
                return;
            }
            response.setContentType(type);
            if (packed) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            long size = packed ? kept.packed() : kept.size();
            Part part = part(request, response, tag, size);
            if (part == null) {
                return;
            }
            response.setContentLengthLong(part.end() - part.start());
            if (packed
                    && size <= Offer.LARGEST
                    && part.equals(new Part(0, size))
                    && request.getMethod().equals("GET")) {
                byte[] whole = in.readNBytes((int) size);
                Offer.make(request, whole, still);
                response.getOutputStream().write(whole);
            } else if (!request.getMethod().equals("HEAD")) {
                copy(packed ? in : new GZIPInputStream(in, PIECE), response.getOutputStream(), part);
            }
        }
    }

    /// Several parts at once are answered with the whole. Null where there is no such part.
    private @Nullable Part part(HttpServletRequest request, HttpServletResponse response, String tag, long size) {
        String asked = request.getHeader(HttpHeaders.RANGE);
        if (asked == null || !request.getMethod().equals("GET") || !stillTheSame(request, tag)) {
            return new Part(0, size);
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(asked);
            if (ranges.size() != 1) {
                return new Part(0, size);
            }
            long start = ranges.getFirst().getRangeStart(size);
            long end = ranges.getFirst().getRangeEnd(size) + 1;
            if (start < end && start < size) {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(start, end - 1, size));
                return new Part(start, end);
            }
        } catch (IllegalArgumentException e) {
            // It is no range: refused as one that is not there.
        }
        response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        response.setHeader(HttpHeaders.CONTENT_ENCODING, null);
        return null;
    }

    /// A part of what the client began to read, never one of something else.
    private boolean stillTheSame(HttpServletRequest request, String tag) {
        String known = request.getHeader(HttpHeaders.IF_RANGE);
        if (known == null) {
            return true;
        }
        if (known.startsWith("\"") || known.startsWith("W/")) {
            return known.equals(tag);
        }
        try {
            return request.getDateHeader(HttpHeaders.IF_RANGE)
                    == kept.modified().toEpochMilli() / 1000 * 1000;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void copy(InputStream in, OutputStream out, Part part) throws IOException {
        in.skipNBytes(part.start());
        byte[] piece = new byte[PIECE];
        long left = part.end() - part.start();
        while (left > 0) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new IOException("a feed file ends before its end: " + left + " bytes are missing");
            }
            out.write(piece, 0, read);
            left -= read;
        }
    }
}
