package tsukasa.enrichment.editing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Link;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.kernel.page.FormFields;
import tsukasa.scoring.CvssVersion;

/// What the editor sent: the addition as typed, and what is to be done with it.
///
/// @param act  `save`, `check`, `texts`, `search`, or `add:` and the name of a product
/// @param seen the version of the draft that was seen
record EditorForm(Enrichment typed, String act, int seen, String search) {
    private static final int MOST = 500;
    private static final String OPEN = "open";

    static EditorForm of(HttpServletRequest request) {
        String act = FormFields.text(request, "do");
        Enrichment typed = new Enrichment(
                FormFields.text(request, "titleJa"),
                FormFields.text(request, "titleEn"),
                FormFields.text(request, "overviewJa"),
                FormFields.text(request, "overviewEn"),
                FormFields.text(request, "impactJa"),
                FormFields.text(request, "impactEn"),
                FormFields.text(request, "solutionJa"),
                FormFields.text(request, "solutionEn"),
                products(request),
                vectors(request),
                cwes(request),
                links(request));
        return new EditorForm(
                typed, act, FormFields.count(FormFields.text(request, "seen")), FormFields.text(request, "search"));
    }

    private static List<Affected> products(HttpServletRequest request) {
        List<Affected> lines = new ArrayList<>();
        List<String> names = all(request, "product");
        List<String> from = all(request, "from");
        List<String> after = all(request, "after");
        List<String> until = all(request, "until");
        List<String> before = all(request, "before");
        List<String> statuses = all(request, "status");
        List<String> on = all(request, "on");
        for (int i = 0; i < names.size(); i++) {
            Affected line = new Affected(
                    names.get(i),
                    at(from, i),
                    !at(from, i).isEmpty() && at(after, i).equals(OPEN),
                    at(until, i),
                    !at(until, i).isEmpty() && at(before, i).equals(OPEN),
                    status(at(statuses, i)),
                    platforms(at(on, i)));
            if (!line.name().isEmpty()
                    || !line.from().isEmpty()
                    || !line.until().isEmpty()
                    || !line.platforms().isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Status status(String typed) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(typed))
                .findFirst()
                .orElse(Status.AFFECTED);
    }

    private static List<String> platforms(String typed) {
        return Arrays.stream(typed.split("[\\s,、，]+"))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> vectors(HttpServletRequest request) {
        return Arrays.stream(CvssVersion.values())
                .map(version -> FormFields.text(request, field(version)))
                .filter(vector -> !vector.isEmpty())
                .toList();
    }

    static String field(CvssVersion version) {
        return "cvss-" + version.number().replace(".", "");
    }

    /// Those that stay chosen, and the one that is chosen besides.
    private static List<String> cwes(HttpServletRequest request) {
        return Stream.concat(all(request, "cwe").stream(), Stream.of(FormFields.text(request, "cwes")))
                .flatMap(typed -> Arrays.stream(typed.split("[\\s,、，]+")))
                .filter(cwe -> !cwe.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Link> links(HttpServletRequest request) {
        List<Link> links = new ArrayList<>();
        List<String> urls = all(request, "url");
        List<String> names = all(request, "name");
        List<String> tags = all(request, "tag");
        for (int i = 0; i < urls.size(); i++) {
            Link link = new Link(urls.get(i), at(names, i), at(tags, i));
            if (!link.url().isEmpty() || !link.name().isEmpty()) {
                links.add(link);
            }
        }
        return links;
    }

    private static List<String> all(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .limit(MOST)
                        .map(value -> value.replace("\u0000", "").strip())
                        .toList();
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }
}
