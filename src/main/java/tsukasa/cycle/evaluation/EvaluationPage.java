package tsukasa.cycle.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.ItemYears;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One evaluated item: its figures, what the rules suggest, and the two evaluations.
///
/// @param basis      which figures it rests on
/// @param suggestion what the rules make of them, in one sentence
/// @param minister   null for those who may not see it yet
/// @param wrong      which of the two the errors belong to: `self` or `minister`
public record EvaluationPage(
        Frame frame,
        String base,
        String place,
        String heading,
        String flags,
        String basis,
        String suggestion,
        List<Line> lines,
        ItemYears years,
        List<Rule> rules,
        List<Option> grades,
        Side self,
        Side minister,
        List<IssueLine> issues,
        Errors errors,
        String wrong,
        int answer)
        implements Page {
    public record Line(
            String threshold,
            String title,
            String target,
            String value,
            String address,
            String achievement,
            String suggested,
            Status status,
            String word) {}

    public record Rule(String grade, String from, String meaning, boolean suggested) {}

    /// @param words   as they stand, or as they were just sent with errors
    /// @param read    the revision they are based on
    /// @param hidden  why this reader does not see the words yet
    /// @param mayOpen this reader may open what is final
    public record Side(
            Words words,
            int read,
            @Nullable Status state,
            String word,
            @Nullable String hidden,
            boolean mayWrite,
            boolean mayApprove,
            @Nullable String hindrance,
            boolean mayOpen,
            List<Moment> moments) {
        public boolean written() {
            return read > 0;
        }
    }

    public record IssueLine(String origin, String text, String address, Status status, String word) {}

    public Errors errorsOf(String side) {
        return wrong.equals(side) ? errors : Errors.none();
    }

    @Override
    public String title() {
        return errors.isEmpty() ? heading : frame.say("エラー：", "Error: ") + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
