package tsukasa.staff.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.mail.DeliveryState;
import tsukasa.mail.Outbox;

/// @param toMailServer letters leave the house; else they are files
public record OutboxPage(
        Frame frame, String text, Optional<DeliveryState> state, Outbox.Listing listing, boolean toMailServer)
        implements Page {
    @Override
    public String title() {
        return frame.say("送信メール", "Outgoing mail");
    }

    public List<Field> filters() {
        List<Option> states = Stream.concat(
                        Stream.of(Option.of("", frame.say("すべて", "All"))),
                        Arrays.stream(DeliveryState.values()).map(one -> Option.of(one.name(), frame.say(one.title()))))
                .toList();
        return List.of(
                Field.search("q", frame.say("宛先か件名", "Receiver or subject")).value(text),
                Field.select("state", frame.say("状態", "State"), states)
                        .value(state.map(DeliveryState::name).orElse("")));
    }

    /// The page's result in one sentence.
    public String sentence() {
        String number = frame.writing().number(listing.paging().total());
        return frame.say(number + "通のメールがあります。", number + (number.equals("1") ? " mail." : " mails."));
    }

    static Status status(DeliveryState state) {
        return switch (state) {
            case QUEUED -> Status.RECEIVED;
            case SENT -> Status.VALID;
            case FAILED -> Status.DIFFERS;
        };
    }

    public Status statusOf(DeliveryState one) {
        return status(one);
    }
}
