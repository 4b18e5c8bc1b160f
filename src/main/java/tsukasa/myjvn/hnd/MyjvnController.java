package tsukasa.myjvn.hnd;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.myjvn.hnd.MyjvnDesk.Answered;

/// One address for all methods, read by GET or POST. Neither changes anything nor knows who asks.
@RestController
class MyjvnController {
    private final MyjvnDesk desk;

    MyjvnController(MyjvnDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/myjvn")
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    @PostMapping("/myjvn")
    void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answered answered = desk.answer(Asked.of(request.getParameterMap()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        String type = answered.json() ? MediaType.APPLICATION_JSON_VALUE : "text/xml;charset=UTF-8";
        answered.packed().send(type, answered.still(), request, response);
    }
}
