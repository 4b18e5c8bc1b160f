package tsukasa.myjvn.oka;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.myjvn.oka.OkaDesk.Answered;

/// Feed OKA at the same address as feed HND: what says `feed=oka` comes here.
@RestController
class OkaController {
    private final OkaDesk desk;

    OkaController(OkaDesk desk) {
        this.desk = desk;
    }

    @GetMapping(path = "/myjvn", params = "feed=oka")
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    @PostMapping(path = "/myjvn", params = "feed=oka")
    void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answered answered = desk.answer(OkaAsked.of(request.getParameterMap()));
        answered.packed().send("application/json;charset=UTF-8", answered.still(), request, response);
    }
}
