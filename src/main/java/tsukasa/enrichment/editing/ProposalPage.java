package tsukasa.enrichment.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Comparison.Piece;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;

/// Staff: one proposal: what the entry says now and after approval, and what can be done about it.
///
/// @param address of the proposal
/// @param edits   where it can be written in; null where it cannot
/// @param reason  as it was sent
public record ProposalPage(
        Frame frame,
        String heading,
        String address,
        Status state,
        String word,
        String lead,
        List<Fact> facts,
        List<Item> items,
        Paging paging,
        May may,
        int seen,
        @Nullable String edits,
        String reason,
        List<Moment> moments,
        Errors errors,
        int answer)
        implements Page {
    public ProposalPage {
        facts = List.copyOf(facts);
        items = List.copyOf(items);
        moments = List.copyOf(moments);
    }

    /// What the visitor may do with it now.
    public record May(boolean submit, boolean takeBack, boolean drop, boolean decide, boolean undo) {
        public boolean anything() {
            return submit || takeBack || drop || decide || undo;
        }
    }

    /// One entry.
    ///
    /// @param refused why it was left out; null where it was not
    public record Item(
            int place,
            String number,
            String title,
            String address,
            @Nullable String refused,
            List<Difference> differences) {}

    /// @param language of the texts; null for lines
    /// @param same     how many lines stay as they are
    public record Difference(String part, @Nullable String language, List<Piece> before, List<Piece> after, int same) {}

    @Override
    public String title() {
        return errors.isEmpty() ? heading : frame.say("エラー：", "Error: ") + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
