package tsukasa.cycle.years;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;

/// One target or item in one earlier year: entering it, correcting it, and what it said before.
///
/// @param heading   the target or the item
/// @param output    a target, or else what an item cost
/// @param example   how a figure of this target is written
/// @param typed     by the name of the field
/// @param read      the version it is based on
/// @param hindrance why nothing can be entered; null where it can
/// @param wrong     said about the whole
public record YearFigurePage(
        Frame frame,
        String base,
        String address,
        String place,
        String heading,
        String year,
        boolean output,
        String example,
        Map<String, String> typed,
        int read,
        boolean mayEnter,
        @Nullable String hindrance,
        List<Moment> moments,
        Errors errors,
        int answer)
        implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    @Override
    public String title() {
        String name = year + frame.say("　", ", ") + heading;
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return answer;
    }
}
