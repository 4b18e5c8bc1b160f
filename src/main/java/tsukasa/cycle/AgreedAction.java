package tsukasa.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;

/// 取組: something that somebody promised to do by a day.
///
/// @param originId  the place of the follow-up, the number of the meeting or of the issue
/// @param owner     empty where a department has not named one yet
/// @param events    the first one first; the last one holds
public record AgreedAction(
        long id,
        String plan,
        Origin origin,
        String originId,
        String title,
        String department,
        Optional<UUID> owner,
        String ownerName,
        LocalDate due,
        State state,
        List<Event> events) {
    private static final int SOON = 7;

    public AgreedAction {
        events = List.copyOf(events);
    }

    public enum Origin {
        FOLLOW_UP("上期フォローアップ", "Half-year follow-up"),
        MEETING("会議", "Meeting"),
        ISSUE("課題", "Issue");

        private final Text title;

        Origin(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public enum State {
        OPEN("実施中", "Open"),
        DONE("完了", "Done"),
        DROPPED("中止", "Dropped");

        private final Text title;

        State(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public record Event(State became, LocalDate due, String note, UUID by, String byName, Instant at) {}

    public boolean overdue(LocalDate today) {
        return state == State.OPEN && today.isAfter(due);
    }

    public Status status(LocalDate today) {
        return switch (state) {
            case OPEN ->
                overdue(today)
                        ? Status.OVERDUE
                        : today.plusDays(SOON).isBefore(due) ? Status.IN_REVIEW : Status.DUE_SOON;
            case DONE -> Status.ACCEPTED;
            case DROPPED -> Status.WITHDRAWN;
        };
    }

    public Text word(LocalDate today) {
        return overdue(today) ? Status.OVERDUE.word() : state.title();
    }
}
