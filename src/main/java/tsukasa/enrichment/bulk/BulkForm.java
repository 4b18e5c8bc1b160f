package tsukasa.enrichment.bulk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.kernel.page.FormFields;

/// What the form of a change of many sent.
///
/// @param numbers as typed, with their places
record BulkForm(String subject, String typed, List<Numbered> numbers, BulkChange change, String act) {
    static final int MOST = 500;
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
                                        && FormFields.text(request, "before").equals(OPEN)),
                        FormFields.text(request, "known"),
                        FormFields.text(request, "alias")),
                FormFields.text(request, "do"));
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
