package tsukasa.enrichment.editing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.enrichment.Enrichment.Status;
import tsukasa.kernel.chart.ScorePicture;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

/// Staff: one entry, what its sources say, and what we add.
///
/// @param hindrance why nothing can be written now; null where it can
/// @param proposal  the address of the proposal, empty where there is none yet
/// @param withdraws whether what we say can be proposed to be withdrawn
public record EditorPage(
        Frame frame,
        Head head,
        @Nullable String hindrance,
        String proposal,
        int seen,
        List<Field> titles,
        List<Field> overviews,
        List<Field> impacts,
        List<Field> solutions,
        List<Said> saidTexts,
        List<Line> products,
        List<Said> saidProducts,
        List<Offer> suggestions,
        String search,
        Optional<List<Offer>> results,
        Scores scores,
        List<Said> saidScores,
        List<Option> chosen,
        List<Option> weaknesses,
        List<Said> saidWeaknesses,
        List<Link> references,
        long otherReferences,
        List<Conflict> conflicts,
        List<Moment> moments,
        boolean withdraws,
        Errors errors,
        int answer)
        implements Page {
    /// @param person who works on it; null for nobody
    public record Head(
            String number,
            String heading,
            String address,
            List<String> numbers,
            List<String> lacks,
            @Nullable String person,
            boolean own,
            boolean free,
            @Nullable String state) {}

    /// What one source says of something.
    public record Said(String source, List<String> lines) {}

    /// @param on    what it runs on
    /// @param wrong what is wrong with this row; null for nothing
    public record Line(
            String id,
            String product,
            String from,
            boolean after,
            String until,
            boolean before,
            Status status,
            String on,
            @Nullable String wrong) {}

    /// A product that can be added with one click.
    public record Offer(String value, String name, String detail) {}

    public record Link(
            String id,
            String url,
            String name,
            String tag,
            @Nullable String wrong) {}

    /// Yours and theirs, where both differ.
    public record Conflict(String field, String yours, String theirs) {}

    /// The vectors, scored as they are typed.
    public record Scores(List<Vector> vectors) {}

    public record Vector(Field field, Optional<Scored> scored) {}

    public record Scored(
            String score, tsukasa.kernel.page.Status status, String word, ScorePicture picture, List<String> words) {}

    @Override
    public String title() {
        String name = head.number() + "　" + frame.say("追記", "Addition");
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return answer;
    }
}
