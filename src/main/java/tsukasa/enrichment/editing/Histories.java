package tsukasa.enrichment.editing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposal.Event;
import tsukasa.enrichment.Proposal.State;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Status;

/// What happened to proposals, in words.
final class Histories {
    private Histories() {}

    static List<Moment> of(Frame f, List<Proposal> proposals) {
        List<Moment> moments = new ArrayList<>();
        for (Proposal proposal : proposals) {
            for (Event event : proposal.events().reversed()) {
                moments.add(new Moment(
                        moments.isEmpty() ? Moment.Kind.LATEST : Moment.Kind.PAST,
                        f.writing().minute(event.at()) + "　" + event.byName(),
                        f.say(proposal.kind().title()) + f.say("：", ": ") + word(f, event.became()),
                        reason(event)));
            }
        }
        return moments;
    }

    private static @Nullable String reason(Event event) {
        return event.reason().isEmpty() ? null : event.reason();
    }

    private static String word(Frame f, String became) {
        return switch (became) {
            case "SAVED" -> f.say("下書きを保存", "draft saved");
            case "DRAFT" -> f.say("申請を取り戻した", "taken back");
            case "SUBMITTED" -> f.say("申請", "submitted");
            case "RETURNED" -> f.say("差戻し", "returned");
            case "APPROVED" -> f.say("承認", "approved");
            default -> f.say("取りやめ", "dropped");
        };
    }

    static Status status(State state) {
        return switch (state) {
            case DRAFT -> Status.DRAFT;
            case SUBMITTED -> Status.IN_REVIEW;
            case RETURNED -> Status.WAITING_FOR_CORRECTION;
            case APPROVED -> Status.ACCEPTED;
            case DROPPED -> Status.WITHDRAWN;
        };
    }
}
