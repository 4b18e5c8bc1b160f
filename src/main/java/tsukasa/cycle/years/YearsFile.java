package tsukasa.cycle.years;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.CellFault;
import tsukasa.kernel.table.SheetCell;
import tsukasa.kernel.table.SheetColumns;
import tsukasa.kernel.table.SheetReading;
import tsukasa.kernel.table.SheetReading.Unusable;
import tsukasa.kernel.table.SheetRow;
import tsukasa.plan.Threshold;

/// Makes entries of the rows of a file, and says of each row that is none what is wrong with which cell.
final class YearsFile {
    private static final List<YearHead> FIGURES =
            List.of(YearHead.TARGET, YearHead.VALUE, YearHead.BUDGET, YearHead.SETTLEMENT, YearHead.STAFF);
    private final PastRules rules;
    private final List<PastFigure> entered;
    private final Map<String, Integer> seen = new HashMap<>();

    YearsFile(PastRules rules, List<PastFigure> entered) {
        this.rules = rules;
        this.entered = entered;
    }

    YearReport report(SheetReading.Rows file) throws Unusable {
        if (file.rows().isEmpty()) {
            throw new Unusable(
                    Text.of("何も書かれていません。", "There is nothing in it."),
                    Text.of("ひな型に値と出典を書いてください。", "Write figures and sources into the template."));
        }
        SheetColumns<YearHead> columns =
                SheetColumns.inOrder(YearHead.class, file.rows().getFirst());
        List<YearRow> rows = new ArrayList<>();
        int open = 0;
        for (SheetRow row :
                file.rows().subList(columns.named() ? 1 : 0, file.rows().size())) {
            if (FIGURES.stream().allMatch(head -> columns.cell(row, head).blank())) {
                open++;
            } else {
                rows.add(row(columns, row));
            }
        }
        return new YearReport(file.what(), rows, open);
    }

    private YearRow row(SheetColumns<YearHead> columns, SheetRow row) {
        List<CellFault> wrong = new ArrayList<>();
        for (YearHead head : YearHead.values()) {
            columns.cell(row, head).fault().ifPresent(wrong::add);
        }
        Optional<String> subject = subject(columns.cell(row, YearHead.SUBJECT), wrong);
        Optional<FiscalYear> year = year(columns.cell(row, YearHead.YEAR), wrong);
        if (!wrong.isEmpty() || subject.isEmpty() || year.isEmpty()) {
            return new YearRow(row.number(), Optional.empty(), Optional.empty(), wrong);
        }
        Said said = said(columns, row, subject.get(), wrong);
        Optional<PastFigure> now = PastDesk.latest(entered, subject.get(), year.get());
        PastFigure.Entry entry = new PastFigure.Entry(
                subject.get(),
                year.get(),
                said,
                columns.cell(row, YearHead.SOURCE).words(),
                Optional.of(columns.cell(row, YearHead.WHY).words()).filter(why -> !why.isBlank()),
                now.map(PastFigure::version).orElse(0));
        YearRow found = new YearRow(row.number(), Optional.of(entry), now, wrong);
        if (!wrong.isEmpty() || found.same()) {
            return found;
        }
        once(columns, row, entry, wrong);
        for (Fault fault : rules.faults(entry, now)) {
            wrong.add(fault(columns, row, fault));
        }
        return new YearRow(row.number(), Optional.of(entry), now, wrong);
    }

    private Optional<String> subject(SheetCell cell, List<CellFault> wrong) {
        String written = place(cell.text());
        Optional<String> found = rules.plan().thresholds().stream()
                .map(Threshold::id)
                .filter(id -> id.equalsIgnoreCase(written))
                .findFirst()
                .or(() -> rules.plan().evaluated().stream()
                        .filter(item -> place(item.place().value()).equalsIgnoreCase(written)
                                || item.place().slug().equals(written))
                        .map(item -> item.place().value())
                        .findFirst());
        if (found.isEmpty() && cell.fault().isEmpty()) {
            String shown = SheetCell.shown(cell.text());
            wrong.add(new CellFault(
                    cell.at(),
                    Text.of("計画の目標でも評価項目でもありません：" + shown, "It is no target or item of the plan: " + shown),
                    Text.of(
                            "ひな型にある対象（例：SEC-1.a、I-1）で書いてください。",
                            "Write it as in the template, such as SEC-1.a or I-1.")));
        }
        return found;
    }

    private static String place(String written) {
        return SheetCell.plain(written).replaceAll("[‐‑‒–—―−ーｰ─]", "-").replace(" ", "");
    }

    private static Optional<FiscalYear> year(SheetCell cell, List<CellFault> wrong) {
        Optional<FiscalYear> year = WrittenFigure.year(cell.text());
        if (year.isEmpty() && cell.fault().isEmpty()) {
            wrong.add(new CellFault(
                    cell.at(),
                    Text.of("年度を読めません。", "The year cannot be read."),
                    Text.of("2020 か 令和2年度 のように書いてください。", "Write it like 2020.")));
        }
        return year;
    }

    private Said said(SheetColumns<YearHead> columns, SheetRow row, String subject, List<CellFault> wrong) {
        Map<YearHead, Fraction> figures = new EnumMap<>(YearHead.class);
        for (YearHead head : FIGURES) {
            SheetCell cell = columns.cell(row, head);
            switch (read(head, subject, cell.text())) {
                case WrittenFigure.Of(Fraction figure) -> figures.put(head, figure);
                case WrittenFigure.Nothing _ -> {}
                case WrittenFigure.Odd(Text why, Text next) -> wrong.add(new CellFault(cell.at(), why, next));
            }
        }
        return said(figures);
    }

    /// A figure in a column that is not for this subject is read as it stands; the rules say what is wrong with it.
    WrittenFigure read(YearHead head, String subject, String written) {
        Optional<Threshold> threshold = rules.threshold(subject);
        return switch (head) {
            case BUDGET, SETTLEMENT -> WrittenFigure.millions(written);
            case STAFF -> WrittenFigure.people(written);
            default ->
                threshold.isPresent()
                        ? WrittenFigure.output(threshold.get(), written)
                        : WrittenFigure.millions(written);
        };
    }

    static Said said(Map<YearHead, Fraction> figures) {
        return new Said(
                Optional.ofNullable(figures.get(YearHead.TARGET)),
                Optional.ofNullable(figures.get(YearHead.VALUE)),
                yen(figures.get(YearHead.BUDGET)),
                yen(figures.get(YearHead.SETTLEMENT)),
                Optional.ofNullable(figures.get(YearHead.STAFF)).map(people ->
                        (int) Math.min(Integer.MAX_VALUE, people.numerator().longValueExact())));
    }

    private static Optional<Long> yen(@org.jspecify.annotations.Nullable Fraction yen) {
        return Optional.ofNullable(yen)
                .map(found -> found.numerator().bitLength() > 62
                        ? Long.MAX_VALUE
                        : found.numerator().longValueExact());
    }

    private void once(SheetColumns<YearHead> columns, SheetRow row, PastFigure.Entry entry, List<CellFault> wrong) {
        Integer other = seen.putIfAbsent(entry.subject() + "|" + entry.year().year(), row.number());
        if (other != null) {
            wrong.add(new CellFault(
                    columns.cell(row, YearHead.SUBJECT).at(),
                    Text.of("同じ対象の同じ年度が" + other + "行目にもあります。", "Row " + other + " has the same subject and year."),
                    Text.of("どちらかを消してください。", "Delete one of them.")));
        }
    }

    private static CellFault fault(SheetColumns<YearHead> columns, SheetRow row, Fault fault) {
        YearHead head = java.util.Arrays.stream(YearHead.values())
                .filter(one -> one.field().equals(fault.field()))
                .findFirst()
                .orElse(YearHead.SUBJECT);
        return new CellFault(columns.cell(row, head).at(), fault.sentence(), next(head));
    }

    private static Text next(YearHead head) {
        return switch (head) {
            case YEAR -> Text.of("その行を消してください。", "Delete the row.");
            case WHY -> Text.of("今の値を変える行には、理由を書いてください。", "A row that changes what stands now says why.");
            case SOURCE -> Text.of("どの報告書の何ページかを書いてください。", "Name the report and the page.");
            default -> Text.of("その欄を直してください。", "Correct that cell.");
        };
    }
}
