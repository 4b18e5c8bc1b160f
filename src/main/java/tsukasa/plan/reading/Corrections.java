package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsukasa.plan.Doubt;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.ReadingCorrection;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.Readings.Corrected;

/// Applies what people put right, in the order in which they did.
final class Corrections {
    private final List<ReadingCorrection> unapplied = new ArrayList<>();
    private final DocumentEdit document;
    private List<FoundIndicator> indicators;
    private List<MoneyTable> tables;
    private List<Doubt> doubts;

    private Corrections(ReadingResult.Read read) {
        this.document = new DocumentEdit(read.document());
        this.indicators = read.indicators();
        this.tables = read.tables();
        this.doubts = read.doubts();
    }

    static Corrected apply(ReadingResult.Read read, List<ReadingCorrection> corrections) {
        Corrections all = new Corrections(read);
        corrections.forEach(all::inDocument);
        PlanDocument document = all.document.done();
        if (!document.equals(read.document())) {
            all.readIndicatorsAgain(document);
        }
        corrections.forEach(all::inFigures);
        return new Corrected(new ReadingResult.Read(document, all.indicators, all.tables, all.doubts), all.unapplied);
    }

    private void inDocument(ReadingCorrection correction) {
        boolean done = switch (correction) {
            case ReadingCorrection.Placed(var place, var to) -> document.place(place, to);
            case ReadingCorrection.Roled(var place, var role) -> document.role(place, role);
            case ReadingCorrection.Titled(var place, var title) -> document.title(place, title);
            case ReadingCorrection.Joined(var place) -> document.join(place);
            case ReadingCorrection.Targeted targeted -> true;
            case ReadingCorrection.Untargeted untargeted -> true;
            case ReadingCorrection.Celled celled -> true;
            case ReadingCorrection.Dated dated -> true;
            case ReadingCorrection.Settled settled -> true;
        };
        if (!done) {
            unapplied.add(correction);
        }
    }

    private void readIndicatorsAgain(PlanDocument document) {
        IndicatorReader.Found found = IndicatorReader.read(document);
        List<Doubt> all = new ArrayList<>(doubts);
        all.removeIf(d -> d.kind() == Doubt.Kind.READING);
        all.addAll(found.doubts());
        all.sort(java.util.Comparator.comparingInt(Doubt::line));
        indicators = found.indicators();
        doubts = all;
    }

    private void inFigures(ReadingCorrection correction) {
        boolean done = switch (correction) {
            case ReadingCorrection.Targeted targeted -> change(IndicatorEdit.with(indicators, targeted));
            case ReadingCorrection.Untargeted(var indicator, var number) ->
                change(IndicatorEdit.without(indicators, indicator, number));
            case ReadingCorrection.Celled celled -> cell(celled);
            case ReadingCorrection.Placed placed -> true;
            case ReadingCorrection.Roled roled -> true;
            case ReadingCorrection.Titled titled -> true;
            case ReadingCorrection.Joined joined -> true;
            case ReadingCorrection.Dated dated -> true;
            case ReadingCorrection.Settled settled -> true;
        };
        if (!done) {
            unapplied.add(correction);
        }
    }

    private boolean change(Optional<List<FoundIndicator>> changed) {
        indicators = changed.orElse(indicators);
        return changed.isPresent();
    }

    private boolean cell(ReadingCorrection.Celled celled) {
        boolean there = tables.stream()
                .anyMatch(t -> t.id().equals(celled.table())
                        && t.cell(celled.row(), celled.column()).isPresent());
        if (there) {
            tables = tables.stream()
                    .map(t -> t.id().equals(celled.table()) ? cell(t, celled) : t)
                    .toList();
        }
        return there;
    }

    private static MoneyTable cell(MoneyTable table, ReadingCorrection.Celled celled) {
        int column = table.columnIndex(celled.column());
        List<MoneyTable.Row> rows = new ArrayList<>();
        for (MoneyTable.Row row : table.rows()) {
            List<MoneyTable.Cell> cells = new ArrayList<>(row.cells());
            if (row.code().equals(celled.row())) {
                cells.set(column, celled.cell());
            }
            rows.add(new MoneyTable.Row(row.code(), row.label(), row.depth(), cells));
        }
        return new MoneyTable(
                table.id(), table.kind(), table.account(), table.title(), table.columns(), rows, table.notes());
    }
}
