package tsukasa.cycle;

import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;

/// An agreed action as a line beside what it came from.
public record ActionLine(String title, String address, String who, String due, Status status, String word) {
    public static ActionLine of(Frame frame, AgreedAction action) {
        return new ActionLine(
                action.title(),
                "/staff/actions/" + action.id(),
                action.ownerName(),
                action.due().toString(),
                action.status(frame.today()),
                frame.say(action.word(frame.today())));
    }
}
