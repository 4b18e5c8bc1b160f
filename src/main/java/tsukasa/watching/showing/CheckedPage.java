package tsukasa.watching.showing;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.watching.WatchList;

/// 見守りリストに入れる: what was checked once goes into one of one's lists.
///
/// @param result its address
/// @param left   what cannot be watched, empty for nothing
/// @param chosen the list, empty for a new one
public record CheckedPage(
        Frame frame, String result, List<Fact> facts, String left, List<WatchList> lists, String chosen, Errors errors)
        implements Page {
    public CheckedPage {
        facts = List.copyOf(facts);
        lists = List.copyOf(lists);
    }

    public Field listField() {
        return AddPage.listField(frame, lists, chosen).errors(errors);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return frame.say("照合した SBOM を見守る", "Watch the SBOM you checked");
    }
}
