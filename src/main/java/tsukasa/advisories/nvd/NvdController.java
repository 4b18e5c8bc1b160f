package tsukasa.advisories.nvd;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tsukasa.vulnerability.Entries.Listed;

/// The API of NVD, version 2.0.
@RestController
class NvdController {
    static final String CVES = "/rest/json/cves/2.0";
    private final NvdDesk desk;

    NvdController(NvdDesk desk) {
        this.desk = desk;
    }

    @GetMapping(CVES)
    void cves(HttpServletRequest request, HttpServletResponse response) throws IOException {
        NvdAsked asked = NvdAsked.of(request.getParameterMap());
        String tag = "W/\"" + desk.mark() + "-" + Integer.toHexString(asked.hashCode()) + "\"";
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        Listed found = desk.find(asked);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.ETAG, tag);
        desk.write(asked, found, response.getOutputStream());
    }

    @ExceptionHandler
    ResponseEntity<Void> refused(NvdRefusal refusal) {
        return ResponseEntity.status(404).header("message", refusal.said()).build();
    }
}
