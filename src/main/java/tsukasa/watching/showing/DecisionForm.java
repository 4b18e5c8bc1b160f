package tsukasa.watching.showing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.watching.Decision;
import tsukasa.watching.FindingState;
import tsukasa.watching.Justification;

/// A decision as it is typed, of one finding or of many.
record DecisionForm(String state, String justification, String note, Errors errors) {
    private static final int LONGEST_NOTE = 2_000;

    static DecisionForm typed(Frame f, String state, String justification, String note) {
        Errors errors = Errors.none();
        Optional<FindingState> wanted = state(state);
        if (wanted.isEmpty()) {
            errors = errors.with("state", f.say("状態を選んでください。", "Choose a state."));
        } else if (wanted.get() == FindingState.NOT_AFFECTED
                && Justification.read(justification).isEmpty()) {
            errors = errors.with("justification", f.say("影響しない理由を選んでください。", "Choose why it is not affected."));
        }
        if (WatchController.plain(note).length() > LONGEST_NOTE) {
            errors = errors.with("note", f.say("メモは2,000文字までです。", "A note has at most 2,000 characters."));
        }
        return new DecisionForm(state, justification, note, errors);
    }

    private static Optional<FindingState> state(String word) {
        return FindingState.decisions().stream()
                .filter(each -> Wanted.word(each).equals(word))
                .findFirst();
    }

    /// None where something is wrong with it.
    Optional<Decision> decision() {
        return errors.isEmpty()
                ? state(state)
                        .map(wanted -> new Decision(
                                wanted,
                                wanted == FindingState.NOT_AFFECTED
                                        ? Justification.read(justification).orElse(null)
                                        : null,
                                WatchController.plain(note)))
                : Optional.empty();
    }

    List<Field> fields(Frame f) {
        List<Option> reasons = new ArrayList<>();
        reasons.add(Option.of("", f.say("選んでください", "Choose one")));
        Arrays.stream(Justification.values()).forEach(each -> reasons.add(Option.of(each.word(), f.say(each.title()))));
        return List.of(
                Field.radio(
                                "state",
                                f.say("状態", "State"),
                                FindingState.decisions().stream()
                                        .map(each -> Option.of(Wanted.word(each), f.say(each.title())))
                                        .toList())
                        .value(state)
                        .errors(errors),
                Field.select("justification", f.say("影響しない理由（「影響なし」のとき）", "Why it is not affected"), reasons)
                        .value(justification)
                        .errors(errors),
                Field.longText("note", f.say("メモ", "Note"))
                        .optional()
                        .maxLength(LONGEST_NOTE)
                        .rows(3)
                        .value(note)
                        .errors(errors));
    }
}
