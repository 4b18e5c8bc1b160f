package tsukasa.tools.showing;

import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;
import tsukasa.tools.Release;
import tsukasa.tools.Tool;

/// What a release is among the releases of its tool.
enum Standing {
    NEWEST("最新", "Newest", Status.ACHIEVED),
    EARLIER("以前の版", "Earlier", Status.WITHIN_ROUNDING),
    WITHDRAWN("取下げ", "Withdrawn", Status.WITHDRAWN);

    private final Text word;
    private final Status status;

    Standing(String ja, String en, Status status) {
        this.word = Text.of(ja, en);
        this.status = status;
    }

    static Standing of(Tool tool, Release release) {
        if (!release.offered()) {
            return WITHDRAWN;
        }
        return tool.newest().filter(release::equals).isPresent() ? NEWEST : EARLIER;
    }

    Text word() {
        return word;
    }

    Status status() {
        return status;
    }
}
