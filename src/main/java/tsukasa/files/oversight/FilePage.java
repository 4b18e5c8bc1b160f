package tsukasa.files.oversight;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One file and what happened to it.
public record FilePage(
        Frame frame,
        String name,
        Status state,
        String word,
        String sentence,
        List<Fact> facts,
        List<Deed> deeds,
        Errors errors)
        implements Page {

    /// @param grave whether it cannot be undone
    public record Deed(String title, String meaning, String action, Field reason, boolean grave) {}

    @Override
    public String title() {
        return name;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
