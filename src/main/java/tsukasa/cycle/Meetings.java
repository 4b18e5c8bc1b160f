package tsukasa.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsukasa.identity.Visitor;

/// Keeps meetings: agenda and papers before, what was said and decided after.
public interface Meetings {
    /// The latest first.
    List<Meeting> of(String plan);

    Optional<Meeting> find(long id);

    CycleOutcome call(String plan, Called called, Visitor by);

    /// Sets day, place and agenda, and once it was held what was said and decided.
    ///
    /// @param read the revision the writer had before them: if another came since, nothing is written
    CycleOutcome change(long id, Called called, int read, Visitor by);

    CycleOutcome cancel(long id, int read, Visitor by);

    record Called(
            Meeting.Body body,
            String title,
            LocalDate heldOn,
            String place,
            String attendees,
            List<Meeting.Item> agenda) {
        public Called {
            agenda = List.copyOf(agenda);
        }
    }
}
