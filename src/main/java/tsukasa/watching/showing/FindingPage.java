package tsukasa.watching.showing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.watching.FindingState;
import tsukasa.watching.Justification;
import tsukasa.watching.WatchList;

/// One finding: why it is one, what was decided, what happened to it.
///
/// @param entry the address of the vulnerability's own page, empty where it is gone
/// @param open  whether something can be decided about it
public record FindingPage(
        Frame frame,
        WatchList list,
        ListPage.Row row,
        String entry,
        List<Fact> facts,
        List<Moment> history,
        boolean open,
        String state,
        String justification,
        String note,
        Errors errors)
        implements Page {
    public FindingPage {
        facts = List.copyOf(facts);
        history = List.copyOf(history);
    }

    public List<Field> fields() {
        List<Option> reasons = new ArrayList<>();
        reasons.add(Option.of("", frame.say("選んでください", "Choose one")));
        Arrays.stream(Justification.values())
                .forEach(each -> reasons.add(Option.of(each.word(), frame.say(each.title()))));
        return List.of(
                Field.radio(
                                "state",
                                frame.say("状態", "State"),
                                FindingState.decisions().stream()
                                        .map(each -> Option.of(Wanted.word(each), frame.say(each.title())))
                                        .toList())
                        .value(state)
                        .errors(errors),
                Field.select("justification", frame.say("影響しない理由（「影響なし」のとき）", "Why it is not affected"), reasons)
                        .value(justification)
                        .errors(errors),
                Field.longText("note", frame.say("メモ", "Note"))
                        .optional()
                        .maxLength(2000)
                        .rows(3)
                        .value(note)
                        .errors(errors));
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return row.number() + "　" + row.product();
    }
}
