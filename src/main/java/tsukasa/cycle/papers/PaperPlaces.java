package tsukasa.cycle.papers;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Meeting;
import tsukasa.cycle.Meetings;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

/// Which report or meeting a holder's id names.
@Component
class PaperPlaces {
    private final PlanShelf shelf;
    private final Meetings meetings;

    PaperPlaces(PlanShelf shelf, Meetings meetings) {
        this.shelf = shelf;
        this.meetings = meetings;
    }

    record ReportPlace(Plan plan, YearMonth month, PlanItem item, String department) {
        String address() {
            return "/staff/reports/" + plan.id() + "/" + department + "/" + month + "/"
                    + item.place().slug();
        }
    }

    /// `fy2021/2021-04/1-1-4-2-b`
    Optional<ReportPlace> report(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<YearMonth> month = month(parts[1]);
        return shelf.plan(parts[0])
                .filter(plan -> month.map(m -> plan.year().contains(m.atDay(1))).orElse(false))
                .flatMap(plan -> plan.itemAt(parts[2])
                        .filter(plan::promises)
                        .flatMap(item -> plan.departmentOf(item)
                                .map(department -> new ReportPlace(plan, month.orElseThrow(), item, department))));
    }

    private static Optional<YearMonth> month(String written) {
        try {
            return Optional.of(YearMonth.parse(written));
        } catch (DateTimeParseException noMonth) {
            return Optional.empty();
        }
    }

    Optional<Meeting> meeting(String id) {
        return id.matches("[0-9]{1,18}") ? meetings.find(Long.parseLong(id)) : Optional.empty();
    }
}
