package tsukasa.front.home;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tsukasa.kernel.page.Frame;

@Controller
class HomeController {
    @GetMapping("/")
    HomePage home(Frame frame) {
        return new HomePage(frame);
    }
}
