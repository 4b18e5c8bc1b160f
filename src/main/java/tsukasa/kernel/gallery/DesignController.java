package tsukasa.kernel.gallery;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;

@Controller
class DesignController {
    private static final int ROWS = 287;

    @GetMapping("/design")
    DesignPage design(
            Frame frame,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "-received") String sort,
            @RequestParam(defaultValue = "count") String map) {
        return new DesignPage(frame, new Paging(page, 30, ROWS), SortedBy.read(sort), map.equals("share"));
    }
}
