package tsukasa.myjvn.hnd;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tsukasa.myjvn.hnd.MyjvnDesk.Answered;

/// One address for all methods, read by GET or POST. Neither changes anything nor knows who asks.
@RestController
class MyjvnController {
    private static final MediaType XML = MediaType.parseMediaType("text/xml;charset=UTF-8");
    private final MyjvnDesk desk;

    MyjvnController(MyjvnDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/myjvn")
    ResponseEntity<byte[]> get(HttpServletRequest request) {
        return answer(request);
    }

    @PostMapping("/myjvn")
    ResponseEntity<byte[]> post(HttpServletRequest request) {
        return answer(request);
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request) {
        Answered answered = desk.answer(Asked.of(request.getParameterMap()));
        ResponseEntity.BodyBuilder response =
                ResponseEntity.ok().contentType(XML).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!answered.tag().isEmpty()) {
            String tag = "W/\"" + answered.tag() + "\"";
            if (new ServletWebRequest(request).checkNotModified(tag)) {
                return ResponseEntity.status(304).eTag(tag).build();
            }
            response.eTag(tag);
        }
        return takesGzip(request)
                ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(answered.packed())
                : response.body(KeptAnswers.unpack(answered.packed()));
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && accepted.toLowerCase(Locale.ROOT).contains("gzip")
                && !accepted.replace(" ", "").toLowerCase(Locale.ROOT).matches(".*gzip;q=0(\\.0*)?(,.*)?");
    }
}
