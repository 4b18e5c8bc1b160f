package tsukasa.kernel.foureyes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

/// From the outcome of a step to the answer, for the staff pages of drafts.
///
/// @param base where the list of drafts stands
public record DraftAnswers<D extends Draft>(String base, LongFunction<Optional<D>> drafts, Notices notices) {
    public String address(long id) {
        return address(base, id);
    }

    public static String address(String base, long id) {
        return base + "/drafts/" + id;
    }

    public D found(String id) {
        return Optional.of(id)
                .filter(digits -> digits.matches("[0-9]{1,15}"))
                .flatMap(digits -> drafts.apply(Long.parseLong(digits)))
                .orElseThrow(DraftAnswers::notThere);
    }

    public static Problem notThere() {
        return Problem.notFound(Text.of("その案はありません。", "There is no such draft."));
    }

    /// @param draft as it was before the step
    /// @param done  the sentence for the page that follows
    /// @param again makes the page of a draft as it is now, with what is wrong
    public Answer answer(
            HttpServletRequest request,
            D draft,
            DraftOutcome<D> outcome,
            String done,
            BiFunction<D, DraftOutcome.Refused<D>, Answer> again) {
        return switch (outcome) {
            case DraftOutcome.Done<D>(D now) -> done(request, now, done);
            case DraftOutcome.Refused<D> refused ->
                again.apply(drafts.apply(draft.id()).orElse(draft), refused);
        };
    }

    public Answer done(HttpServletRequest request, D draft, String sentence) {
        notices.leave(request, new Notice(Notice.Kind.DONE, sentence, null));
        return new Redirect(draft.open() ? address(draft.id()) : base);
    }

    /// Where something cannot be begun.
    public Answer warned(HttpServletRequest request, String sentence) {
        notices.leave(request, new Notice(Notice.Kind.WARNING, sentence, null));
        return new Redirect(base);
    }
}
