package tsukasa.kernel.foureyes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;

/// What the pages of all drafts have in common. While a draft is being written it is a form; after that it is read, and
/// approved or given back.
///
/// @param state  absent before it was saved once
/// @param action where the form goes
/// @param fields empty when it is only read
/// @param facts  what it says, when it is only read
/// @param answer the status of the answer
public record DraftSheet(
        String heading,
        String sentence,
        @Nullable DraftState state,
        String action,
        int seen,
        List<Field> fields,
        List<Fact> facts,
        List<Moment> moments,
        Errors errors,
        int answer) {
    public DraftSheet {
        fields = List.copyOf(fields);
        facts = List.copyOf(facts);
        moments = List.copyOf(moments);
    }

    /// Of what is not saved yet.
    public static DraftSheet fresh(Frame frame, String heading, String action, List<Field> fields, Errors errors) {
        return new DraftSheet(
                heading,
                frame.say("公表するまで、外からは見えません。", "Nobody outside sees it until it is published."),
                null,
                action,
                0,
                fields,
                List.of(),
                List.of(),
                errors,
                errors.isEmpty() ? 200 : 422);
    }

    /// @param fields with what was typed while it is being written, with what it says after that
    public static DraftSheet of(
            Frame frame,
            Draft draft,
            String heading,
            String sentence,
            String action,
            List<Field> fields,
            Errors errors,
            int answer) {
        boolean writing = draft.state() == DraftState.DRAFT;
        return new DraftSheet(
                heading,
                sentence,
                draft.state(),
                action,
                draft.seen(),
                writing ? fields : List.of(),
                writing ? List.of() : facts(frame, fields),
                draft.events().reversed().stream()
                        .map(event -> event.shown(frame))
                        .toList(),
                errors,
                answer);
    }

    private static List<Fact> facts(Frame frame, List<Field> fields) {
        List<Fact> facts = new ArrayList<>();
        for (Field field : fields) {
            String value = field.options().isEmpty()
                    ? field.value()
                    : field.options().stream()
                            .filter(option -> !option.value().isEmpty() && field.chosen(option))
                            .map(Option::label)
                            .collect(Collectors.joining(frame.say("、", ", ")));
            facts.add(Fact.of(field.label(), value.isEmpty() ? "－" : value));
        }
        return facts;
    }

    public boolean mayReturn() {
        return state == DraftState.REVIEW || state == DraftState.APPROVED;
    }

    public boolean mayDiscard() {
        return state == DraftState.DRAFT;
    }

    public String title(Frame frame) {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: ")) + heading;
    }
}
