package tsukasa.cycle.meeting;

import static tsukasa.kernel.page.FormFields.day;
import static tsukasa.kernel.page.FormFields.text;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Meeting;
import tsukasa.cycle.Meeting.Body;
import tsukasa.cycle.Meeting.Item;
import tsukasa.cycle.Meetings.Called;

/// A meeting as it was typed.
final class MeetingInput {
    static final int SPARE_ROWS = 2;

    private MeetingInput() {}

    static MeetingFormPage.Typed typed(HttpServletRequest request) {
        List<MeetingFormPage.Row> agenda = new ArrayList<>();
        for (int number = 1; number <= MeetingDesk.MOST_ITEMS; number++) {
            agenda.add(new MeetingFormPage.Row(
                    text(request, "item" + number),
                    text(request, "paper" + number),
                    text(request, "said" + number),
                    text(request, "decision" + number)));
        }
        return new MeetingFormPage.Typed(
                text(request, "body"),
                text(request, "title"),
                text(request, "heldOn"),
                text(request, "meetingPlace"),
                text(request, "attendees"),
                text(request, "read"),
                withSpares(agenda));
    }

    static MeetingFormPage.Typed typed(Meeting meeting) {
        return new MeetingFormPage.Typed(
                meeting.body().name(),
                meeting.title(),
                meeting.heldOn().toString(),
                meeting.place(),
                meeting.attendees(),
                String.valueOf(meeting.revision()),
                withSpares(meeting.agenda().stream()
                        .map(item -> new MeetingFormPage.Row(item.title(), item.paper(), item.said(), item.decision()))
                        .toList()));
    }

    static MeetingFormPage.Typed empty(LocalDate day) {
        return new MeetingFormPage.Typed(Body.STRATEGY.name(), "", day.toString(), "", "", "0", withSpares(List.of()));
    }

    /// The rows that say something, and two to go on with.
    private static List<MeetingFormPage.Row> withSpares(List<MeetingFormPage.Row> rows) {
        List<MeetingFormPage.Row> kept =
                new ArrayList<>(rows.stream().filter(row -> !row.blank()).toList());
        for (int spare = 0; spare < SPARE_ROWS && kept.size() < MeetingDesk.MOST_ITEMS; spare++) {
            kept.add(MeetingFormPage.Row.NONE);
        }
        return kept;
    }

    /// What can be read of it, or why it cannot.
    sealed interface Read {
        record Good(Called called) implements Read {}

        record Bad(CycleOutcome.Refused why) implements Read {}
    }

    static Read read(MeetingFormPage.Typed typed) {
        Optional<Body> body = Arrays.stream(Body.values())
                .filter(one -> one.name().equals(typed.body()))
                .findFirst();
        Optional<LocalDate> day = day(typed.heldOn());
        if (body.isEmpty() || day.isEmpty()) {
            return new Read.Bad(new CycleOutcome.Refused(
                    422,
                    List.of(
                            body.isEmpty()
                                    ? Fault.of("body", "会議の種類を選んでください。", "Choose the kind of meeting.")
                                    : Fault.of("heldOn", "開催日を書いてください。", "Write the day."))));
        }
        List<Item> agenda = typed.agenda().stream()
                .filter(row -> !row.blank())
                .map(row -> new Item(row.title(), row.paper(), row.said(), row.decision()))
                .toList();
        return new Read.Good(
                new Called(body.get(), typed.title(), day.get(), typed.place(), typed.attendees(), agenda));
    }
}
