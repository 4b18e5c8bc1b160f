package tsukasa.demo.year;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.identity.Visitor;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Indicator;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.NewRecord;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.RecordOutcome;
import tsukasa.plan.Results;

/// Enters what no register counts yet: staff record it with evidence at each month's end, a planner approves it.
@Component
class RecordedResults {
    private final Results results;
    private final PlanShelf shelf;
    private final Cast cast;

    RecordedResults(Results results, PlanShelf shelf, Cast cast) {
        this.results = results;
        this.shelf = shelf;
        this.cast = cast;
    }

    void tell(SimulatedClock clock) {
        Plan plan = shelf.plan("fy2021").orElseThrow();
        Visitor staff = cast.playing(Cast.STAFF);
        Visitor planner = cast.playing(Cast.PLANNER);
        for (int month = 0; month < 9; month++) {
            YearMonth when = plan.year().months().get(month);
            Instant entered = at(when.plusMonths(1).atDay(1), 10);
            Instant approved = at(when.plusMonths(1).atDay(3), 15);
            for (Told told : Told.ALL) {
                List<NewRecord> records = records(told, month, when, department(plan, told));
                if (!records.isEmpty()) {
                    List<String> ids = clock.at(entered, () -> enter(told, when, records, staff));
                    clock.at(approved, () -> results.approve(ids, planner));
                }
            }
        }
    }

    private List<String> enter(Told told, YearMonth when, List<NewRecord> records, Visitor staff) {
        List<String> ids = results.enterAll(records, staff).stream()
                .map(RecordedResults::id)
                .toList();
        results.prove(ids, evidence(told, when, records), staff);
        return ids;
    }

    private static String id(RecordOutcome outcome) {
        return switch (outcome) {
            case RecordOutcome.Done(String id) -> id;
            case RecordOutcome.Refused refused ->
                throw new IllegalStateException("the demonstration was refused: " + refused);
        };
    }

    private static NewEvidence evidence(Told told, YearMonth when, List<NewRecord> records) {
        String table = records.stream()
                .map(r -> "%s,%s,%s,%d"
                        .formatted(r.subject(), r.occurredOn(), r.dimension().orElse(""), r.amount()))
                .collect(Collectors.joining("\r\n", "subject,date,dimension,amount\r\n", "\r\n"));
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        return new NewEvidence(told.threshold() + "-" + when + ".csv", () -> new ByteArrayInputStream(bytes));
    }

    private static List<NewRecord> records(Told told, int month, YearMonth when, String department) {
        int amount = told.byMonth().get(month);
        if (amount == 0) {
            return List.of();
        }
        return switch (told.kind()) {
            case ONE_BY_ONE -> oneByOne(told, month, when, department);
            case AMOUNTS -> amounts(told, amount, when, department);
            case SHARE ->
                List.of(record(
                        told,
                        told.subjects().getFirst(),
                        when.atEndOfMonth(),
                        told.dimensions().getFirst(),
                        amount,
                        Optional.of((long) told.asked().get(month)),
                        department));
        };
    }

    private static List<NewRecord> oneByOne(Told told, int month, YearMonth when, String department) {
        int before = told.byMonth().subList(0, month).stream()
                .mapToInt(Integer::intValue)
                .sum();
        List<NewRecord> records = new ArrayList<>();
        for (int i = 0; i < told.byMonth().get(month); i++) {
            String subject = told.subjects().getFirst().formatted(before + i + 1);
            String dimension =
                    told.dimensions().get((before + i) % told.dimensions().size());
            LocalDate day = when.atDay(1 + (i * 7 + 3) % 28);
            records.add(record(told, subject, day, dimension, 1, Optional.empty(), department));
        }
        return records;
    }

    /// Shares an amount out over subjects and dimensions; the last takes what is left.
    private static List<NewRecord> amounts(Told told, int amount, YearMonth when, String department) {
        int parts = told.subjects().size() * told.dimensions().size();
        List<NewRecord> records = new ArrayList<>();
        int left = amount;
        for (int part = 0; part < parts; part++) {
            int share = part == parts - 1 ? left : Math.min(left, amount * (parts - part) * 2 / (parts * (parts + 1)));
            left -= share;
            if (share > 0) {
                records.add(record(
                        told,
                        told.subjects().get(part / told.dimensions().size()),
                        when.atEndOfMonth(),
                        told.dimensions().get(part % told.dimensions().size()),
                        share,
                        Optional.empty(),
                        department));
            }
        }
        return records;
    }

    private static NewRecord record(
            Told told,
            String subject,
            LocalDate day,
            String dimension,
            long amount,
            Optional<Long> denominator,
            String department) {
        String key = String.join("|", "demonstration", told.threshold(), subject, day.toString(), dimension);
        return new NewRecord(
                told.threshold(),
                subject,
                day,
                Optional.of(dimension),
                amount,
                denominator,
                "実演のための値です。",
                department,
                Optional.of(key));
    }

    private static String department(Plan plan, Told told) {
        return plan.indicators().stream()
                .filter(i -> i.thresholds().stream().anyMatch(t -> t.id().equals(told.threshold())))
                .findFirst()
                .flatMap(Indicator::department)
                .orElseThrow();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Writing.JAPAN).toInstant();
    }
}
