package tsukasa.scheme.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;

/// One step of the form.
///
/// @param steps   the names of all steps on this course
/// @param current the place of this one, from 1
/// @param back    the address of the step before; null on the first
/// @param kept    when and how long the draft is kept
/// @param refused answered with 422; a step that is shown with its faults on the way there is not
public record StepPage(
        Frame frame,
        Scheme scheme,
        Step step,
        List<Field> fields,
        Errors errors,
        List<String> steps,
        int current,
        String action,
        @Nullable String back,
        boolean change,
        boolean refused,
        List<Fact> about,
        String kept)
        implements Page {
    public StepPage {
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
        about = List.copyOf(about);
    }

    @Override
    public String title() {
        String title = frame.say(step.title());
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    @Override
    public int status() {
        return refused ? 422 : 200;
    }

    /// Many questions with the same few answers stand side by side.
    public boolean questions() {
        return scheme.selfCheck().containsAll(step.fields());
    }

    public boolean first() {
        return back == null;
    }

    /// A single box to tick carries its own words.
    public static boolean consent(Field field) {
        return field.kind() == Field.Kind.CHECKBOX && field.options().size() == 1;
    }
}
