package tsukasa.enrichment.bulk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Tab;

/// Staff: one change of many entries, with what it would make of each.
///
/// @param typed   what stands in the form, by field
/// @param where   for which entries the score and the solution are meant
/// @param taken   which part of the queue the numbers are, in a sentence; null where they were typed
/// @param preview once it was asked for
public record BulkPage(
        Frame frame,
        List<Tab> views,
        Typed typed,
        List<Option> where,
        @Nullable String taken,
        Optional<Preview> preview,
        Errors errors,
        int answer)
        implements Page {
    public BulkPage {
        views = List.copyOf(views);
        where = List.copyOf(where);
    }

    BulkPage taken(String sentence) {
        return new BulkPage(frame, views, typed, where, sentence, preview, errors, answer);
    }

    public record Typed(
            String subject,
            String numbers,
            boolean texts,
            String cwes,
            String product,
            String from,
            boolean after,
            String until,
            boolean before,
            Status status,
            String known,
            String alias,
            String vector,
            String solutionJa,
            String solutionEn,
            String references,
            String tag,
            String where) {}

    /// @param lead how many would change, in a sentence
    public record Preview(
            String lead,
            boolean any,
            List<Line> accepted,
            List<Refused> refused,
            @Nullable String more) {}

    public record Line(String number, String address, List<String> changes) {}

    /// @param place which of the typed numbers
    public record Refused(int place, String number, String why) {}

    @Override
    public String title() {
        String name = frame.say("一括の追記", "Add to many");
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return answer;
    }
}
