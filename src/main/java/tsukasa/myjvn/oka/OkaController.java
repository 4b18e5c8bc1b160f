package tsukasa.myjvn.oka;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// Feed OKA at the same address as feed HND: what says `feed=oka` comes here.
@RestController
class OkaController {
    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);
    private final OkaDesk desk;

    OkaController(OkaDesk desk) {
        this.desk = desk;
    }

    @GetMapping(path = "/myjvn", params = "feed=oka")
    ResponseEntity<byte[]> get(HttpServletRequest request) {
        return answer(request);
    }

    @PostMapping(path = "/myjvn", params = "feed=oka")
    ResponseEntity<byte[]> post(HttpServletRequest request) {
        return answer(request);
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request) {
        OkaAsked asked = OkaAsked.of(request.getParameterMap());
        String tag = "W/\"" + desk.state() + "-" + Integer.toHexString(asked.hashCode()) + "\"";
        if (new ServletWebRequest(request).checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).build();
        }
        return ResponseEntity.ok().contentType(JSON).eTag(tag).body(desk.answer(asked));
    }
}
