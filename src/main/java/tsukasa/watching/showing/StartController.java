package tsukasa.watching.showing;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tsukasa.kernel.page.Frame;

/// 見守り begins here: what it is, or one's lists.
@Controller
class StartController {
    private final WatchDesk desk;

    StartController(WatchDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/watch")
    WatchPage start(Frame frame) {
        return frame.viewer()
                .map(viewer -> desk.overview(frame, UUID.fromString(viewer.getName())))
                .orElseGet(() -> WatchDesk.explanation(frame));
    }
}
