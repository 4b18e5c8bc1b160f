package tsukasa.front.home;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tsukasa.kernel.page.Frame;

@Controller
class HomeController {
    private final HomeDesk desk;

    HomeController(HomeDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/")
    HomePage home(Frame frame) {
        return desk.page(frame);
    }
}
