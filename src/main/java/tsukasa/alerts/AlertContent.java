package tsukasa.alerts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.CveId;

/// What an alert says, in one edition. Texts are plain, with empty lines between paragraphs.
///
/// @param action     対策: what to do now
/// @param references addresses with their names, the agency's own or others'
/// @param contact    whom to ask, in one line
public record AlertContent(
        Text title,
        Text summary,
        Text action,
        Urgency urgency,
        List<Concerned> products,
        List<CveId> cves,
        List<Named> references,
        String contact) {
    public AlertContent {
        products = List.copyOf(products);
        cves = List.copyOf(cves);
        references = List.copyOf(references);
    }

    /// @param product  its number in the database of vulnerabilities; null where it is known by its name only
    /// @param cpe      CPE 2.3 without version; null where it is known by its name only
    /// @param versions which are concerned, in words; empty where all are
    public record Concerned(
            @Nullable Long product,
            String vendor,
            String name,
            @Nullable String cpe,
            String versions) {}

    /// @param name what the link says
    public record Named(String name, String address) {}
}
