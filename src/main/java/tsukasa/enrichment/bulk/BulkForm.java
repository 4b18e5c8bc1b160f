package tsukasa.enrichment.bulk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Link;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.enrichment.WaitingEntries;
import tsukasa.enrichment.bulk.BulkChange.Where;
import tsukasa.kernel.page.FormFields;

/// What the form of a change of many sent.
///
/// @param numbers as typed, with their places
record BulkForm(String subject, String typed, List<Numbered> numbers, BulkChange change, String act) {
    static final int MOST = WaitingEntries.MOST;
    private static final int MOST_LINKS = 20;
    private static final String OPEN = "open";
    private static final int LONGEST = 60;

    /// @param place which one it is, from 1
    record Numbered(int place, String number) {}

    static BulkForm of(HttpServletRequest request) {
        String typed = FormFields.text(request, "numbers");
        String[] chosen = request.getParameterValues("n");
        String all = chosen == null ? typed : (typed + "\n" + String.join("\n", chosen)).strip();
        String from = FormFields.text(request, "from");
        String until = FormFields.text(request, "until");
        return new BulkForm(
                FormFields.text(request, "subject"),
                all,
                numbers(all),
                new BulkChange(
                        FormFields.text(request, "texts").equals("yes"),
                        Arrays.stream(FormFields.text(request, "cwes").split("[\\s,、，]+"))
                                .filter(cwe -> !cwe.isEmpty())
                                .distinct()
                                .toList(),
                        new Affected(
                                FormFields.text(request, "product"),
                                from,
                                !from.isEmpty()
                                        && FormFields.text(request, "after").equals(OPEN),
                                until,
                                !until.isEmpty()
                                        && FormFields.text(request, "before").equals(OPEN),
                                named(Status.values(), FormFields.text(request, "status"), Status.AFFECTED),
                                List.of()),
                        FormFields.text(request, "known"),
                        FormFields.text(request, "alias"),
                        FormFields.text(request, "vector"),
                        FormFields.text(request, "solutionJa"),
                        FormFields.text(request, "solutionEn"),
                        links(FormFields.text(request, "references"), FormFields.text(request, "tag")),
                        named(Where.values(), FormFields.text(request, "where"), Where.UNSAID)),
                FormFields.text(request, "do"));
    }

    /// With these numbers, and nothing to add yet.
    static BulkForm of(List<String> numbers) {
        String typed = String.join("\n", numbers);
        return new BulkForm(
                "",
                typed,
                numbers(typed),
                new BulkChange(false, List.of(), BulkChange.NO_PRODUCT, "", "", "", "", "", List.of(), Where.UNSAID),
                "");
    }

    /// One to a line: the address, and after a blank its name.
    private static List<Link> links(String typed, String tag) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINKS + 1L)
                .map(line -> {
                    String[] parts = line.split("[\\s　]+", 2);
                    return new Link(parts[0], parts.length < 2 ? "" : parts[1], tag);
                })
                .toList();
    }

    private static <E extends Enum<E>> E named(E[] all, String name, E otherwise) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static List<Numbered> numbers(String typed) {
        List<Numbered> numbers = new ArrayList<>();
        for (String number : typed.split("[\\s,、，]+")) {
            if (!number.isEmpty()) {
                String shown = number.length() > LONGEST ? number.substring(0, LONGEST) : number;
                numbers.add(new Numbered(numbers.size() + 1, shown));
            }
        }
        return numbers;
    }
}
