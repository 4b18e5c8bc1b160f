package tsukasa.plan.importing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Fraction;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.Place;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.ReadingCorrection;
import tsukasa.plan.Threshold.Comparator;

/// A correction as words of a row.
///
/// @param subject  the place, the cell `1-4/rev.grant/value`, or the key of a doubt
/// @param position which target of an indicator
record CorrectionText(String kind, String subject, @Nullable Integer position, String value, String note) {
    static CorrectionText of(ReadingCorrection correction) {
        return switch (correction) {
            case ReadingCorrection.Placed(var place, var to) -> of("place", place.value(), to.value());
            case ReadingCorrection.Roled(var place, var role) -> of("role", place.value(), role.name());
            case ReadingCorrection.Titled(var place, var title) -> of("title", place.value(), title);
            case ReadingCorrection.Joined(var place) -> of("join", place.value(), "");
            case ReadingCorrection.Targeted(var place, var number, var comparator, var value, var unit) ->
                new CorrectionText("target", place.value(), number, comparator + " " + value + " " + unit, "");
            case ReadingCorrection.Untargeted(var place, var number) ->
                new CorrectionText("no-target", place.value(), number, "", "");
            case ReadingCorrection.Celled(var table, var row, var column, var cell) ->
                of("cell", table + "/" + row + "/" + column, text(cell));
            case ReadingCorrection.Dated(var year) -> of("year", "", String.valueOf(year));
            case ReadingCorrection.Settled(var doubt, var note) -> new CorrectionText("settled", doubt, null, "", note);
        };
    }

    private static CorrectionText of(String kind, String subject, String value) {
        return new CorrectionText(kind, subject, null, value, "");
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> String.valueOf(millions);
            case Cell.Nil nil -> "nil";
            case Cell.Blank blank -> "blank";
        };
    }

    /// Empty for an undoing, which has no kind of its own.
    Optional<ReadingCorrection> correction() {
        return switch (kind) {
            case "place" -> Optional.of(new ReadingCorrection.Placed(new Place(subject), new Place(value)));
            case "role" -> Optional.of(new ReadingCorrection.Roled(new Place(subject), Role.valueOf(value)));
            case "title" -> Optional.of(new ReadingCorrection.Titled(new Place(subject), value));
            case "join" -> Optional.of(new ReadingCorrection.Joined(new Place(subject)));
            case "target" -> Optional.of(target());
            case "no-target" -> Optional.of(new ReadingCorrection.Untargeted(new Place(subject), number()));
            case "cell" -> Optional.of(cell());
            case "year" -> Optional.of(new ReadingCorrection.Dated(Integer.parseInt(value)));
            case "settled" -> Optional.of(new ReadingCorrection.Settled(subject, note));
            case "undo" -> Optional.empty();
            default -> throw new IllegalStateException("no such kind of correction: " + kind);
        };
    }

    private int number() {
        return position == null ? 0 : position;
    }

    private ReadingCorrection target() {
        String[] words = value.split(" ", 3);
        return new ReadingCorrection.Targeted(
                new Place(subject), number(), Comparator.valueOf(words[0]), Fraction.parse(words[1]), words[2]);
    }

    private ReadingCorrection cell() {
        String[] where = subject.split("/", 3);
        Cell cell = switch (value) {
            case "nil" -> new Cell.Nil();
            case "blank" -> new Cell.Blank();
            default -> new Cell.Figure(Long.parseLong(value));
        };
        return new ReadingCorrection.Celled(where[0], where[1], where[2], cell);
    }
}
