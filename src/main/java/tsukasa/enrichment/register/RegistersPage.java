package tsukasa.enrichment.register;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Tab;

/// Staff: vendors, or products.
public record RegistersPage(
        Frame frame,
        List<Tab> views,
        List<Tab> kinds,
        String action,
        String search,
        List<RegisterPage.Link> lines,
        Paging paging)
        implements Page {
    public RegistersPage {
        views = List.copyOf(views);
        kinds = List.copyOf(kinds);
        lines = List.copyOf(lines);
    }

    @Override
    public String title() {
        return frame.say("ベンダと製品の台帳", "Register of vendors and products");
    }
}
