package tsukasa.alerts.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.alerts.AlertContent;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One alert, as it stands now or as one of its editions told it.
///
/// @param earlier that another edition is in force; null on the page of that one
/// @param over what is to be known first where it ended or was withdrawn; null while it is in force
public record AlertPage(
        Frame frame,
        String number,
        String heading,
        @Nullable String earlier,
        @Nullable String over,
        Status urgency,
        String word,
        String dates,
        String summary,
        String action,
        List<Product> products,
        List<Fact> cves,
        List<AlertContent.Named> references,
        String contact,
        List<Moment> editions)
        implements Page {
    public AlertPage {
        products = List.copyOf(products);
        cves = List.copyOf(cves);
        references = List.copyOf(references);
        editions = List.copyOf(editions);
    }

    /// @param address of the product in the database of vulnerabilities; null where it is known by name only
    public record Product(
            String name, String vendor, @Nullable String address, String cpe, String versions) {}

    @Override
    public String title() {
        return heading;
    }
}
