package tsukasa.scoring.calculator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;
import tsukasa.scoring.CvssVersion;

@Controller
class CvssController {
    private final CalculatorDesk desk;

    CvssController(CalculatorDesk desk) {
        this.desk = desk;
    }

    /// A complete choice lives at the address of its vector, so that the address can be shared.
    @GetMapping("/cvss")
    Answer calculator(
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "3.1") String version,
            @RequestHeader(name = "HX-Request", defaultValue = "") String script) {
        String vector = request.getParameter("vector");
        if (vector != null) {
            return desk.ofVector(frame, vector);
        }
        CvssPage page = desk.ofChoices(frame, CvssVersion.of(version).orElse(CvssVersion.V3_1), sent(request));
        String address = page.result().map(result -> address(result.vector())).orElse("");
        if (script.equals("true")) {
            response.setHeader(
                    "HX-Replace-Url",
                    address.isEmpty() ? "/cvss?version=" + page.version().number() : address);
            return page;
        }
        return address.isEmpty() ? page : new Redirect(address);
    }

    private static Map<String, String> sent(HttpServletRequest request) {
        Map<String, String> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, values[0]));
        return sent;
    }

    /// Colons and slashes may stand in a query as they are, and are easier to read so.
    private static String address(String vector) {
        return "/cvss?vector="
                + URLEncoder.encode(vector, StandardCharsets.UTF_8)
                        .replace("%3A", ":")
                        .replace("%2F", "/");
    }
}
