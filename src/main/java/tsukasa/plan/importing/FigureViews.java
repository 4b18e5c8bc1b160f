package tsukasa.plan.importing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.Indicator.Flag;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.SuspectCell;
import tsukasa.plan.TableCheck;
import tsukasa.plan.importing.ReadingIndicatorsPage.Found;
import tsukasa.plan.importing.ReadingIndicatorsPage.Target;
import tsukasa.plan.importing.ReadingRows.Only;

/// Prepares the indicators and the money tables of a reading.
@Component
class FigureViews {
    private final ReadingViews views;

    FigureViews(ReadingViews views) {
        this.views = views;
    }

    ReadingIndicatorsPage indicators(Frame frame, OpenReading reading, Visitor visitor) {
        String address = ReadingViews.BASE + "/" + reading.stored().id();
        ReadingRows rows = new ReadingRows(frame, reading, address, Only.ALL);
        return new ReadingIndicatorsPage(
                frame,
                views.head(frame, reading, visitor, "indicators"),
                reading.read().indicators().stream()
                        .map(i -> found(frame, reading, rows, address, i))
                        .toList());
    }

    private static Found found(
            Frame frame, OpenReading reading, ReadingRows rows, String address, FoundIndicator indicator) {
        boolean open = reading.stored().acceptance().isEmpty();
        String edit = address + "/correction?what=target&subject="
                + URLEncoder.encode(indicator.place().value(), StandardCharsets.UTF_8) + "&position=";
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < indicator.targets().size(); i++) {
            FoundIndicator.Target target = indicator.targets().get(i);
            targets.add(new Target(
                    target.statement(),
                    CorrectionWords.sign(target.comparator()) + shown(frame, target.value()) + target.unit(),
                    target.readings().stream().map(frame::say).toList(),
                    open ? edit + i : null));
        }
        return new Found(
                indicator.place().value(),
                indicator.title(),
                indicator.flags().stream().sorted().map(f -> flag(frame, f)).collect(Collectors.joining("　")),
                frame.say(indicator.line() + "行目", "line " + indicator.line()),
                rows.addressOf(indicator.line(), indicator.place()),
                targets,
                indicator.references().stream()
                        .map(FoundIndicator.Reference::statement)
                        .toList(),
                open ? edit + indicator.targets().size() : null);
    }

    private static String shown(Frame frame, Fraction value) {
        boolean whole = value.isWhole() && value.numerator().bitLength() < 63;
        return whole ? frame.writing().number(value.numerator().longValueExact()) : value.toString();
    }

    private static String flag(Frame frame, Flag flag) {
        return switch (flag) {
            case CORE_GOAL -> frame.say("基幹目標", "core goal");
            case HIGH_IMPORTANCE -> frame.say("重要度高", "high importance");
            case HIGH_PRIORITY -> frame.say("優先度高", "high priority");
            case HIGH_DIFFICULTY -> frame.say("難易度高", "high difficulty");
        };
    }

    ReadingTablesPage tables(Frame frame, OpenReading reading, Visitor visitor) {
        Writing w = frame.writing();
        List<MoneyTable> tables = reading.read().tables();
        return new ReadingTablesPage(
                frame,
                views.head(frame, reading, visitor, "tables"),
                sentence(frame, reading),
                reading.wrong().stream().map(c -> wrong(frame, reading, c)).toList(),
                reading.suspects().stream()
                        .map(s -> new ReadingTablesPage.Suspect(
                                name(frame, reading, s.table(), s.row(), s.column()),
                                w.number(s.stated()),
                                w.number(s.likely()),
                                s.determined(),
                                edit(reading, s.table(), s.row(), s.column())))
                        .toList(),
                tables.stream().map(t -> table(frame, reading, t)).toList());
    }

    private static String sentence(Frame frame, OpenReading reading) {
        int wrong = reading.wrong().size();
        if (reading.checks().isEmpty()) {
            return frame.say("確かめられる計算がありません。", "There is no sum that could be checked.");
        }
        long determined =
                reading.suspects().stream().filter(SuspectCell::determined).count();
        if (wrong == 0) {
            return frame.say(
                    reading.checks().size() + "の計算は、四捨五入の範囲ですべて合っています。",
                    "All " + reading.checks().size() + " sums come out within rounding.");
        }
        return frame.say(
                reading.checks().size() + "の計算のうち" + wrong + "が合いません。"
                        + (determined > 0 ? "数字から、誤りのある欄を" + determined + "つに絞れました。" : "どの欄の誤りかは、数字だけでは決まりません。"),
                wrong + " of " + reading.checks().size() + " sums do not come out. "
                        + (determined > 0
                                ? "The figures themselves single out " + determined + " wrong cell(s)."
                                : "The figures alone do not say which cell is wrong."));
    }

    private static ReadingTablesPage.Wrong wrong(Frame frame, OpenReading reading, TableCheck check) {
        Writing w = frame.writing();
        return new ReadingTablesPage.Wrong(
                check.table(),
                label(frame, reading, check.table(), check.row()),
                column(frame, reading, check.table(), check.column()),
                w.number(check.stated()),
                w.number(check.computed()),
                check.rule());
    }

    private static Optional<MoneyTable> find(OpenReading reading, String table) {
        return reading.read().tables().stream()
                .filter(t -> t.id().equals(table))
                .findFirst();
    }

    static String label(Frame frame, OpenReading reading, String table, String row) {
        return find(reading, table)
                .flatMap(t -> t.row(row))
                .map(r -> frame.say(r.label()))
                .orElse(row);
    }

    static String column(Frame frame, OpenReading reading, String table, String code) {
        return find(reading, table)
                .flatMap(t ->
                        t.columns().stream().filter(c -> c.code().equals(code)).findFirst())
                .map(c -> frame.say(c.title()))
                .orElse(code);
    }

    static String name(Frame frame, OpenReading reading, String table, String row, String column) {
        return frame.say("表" + table, "Table " + table) + "　" + label(frame, reading, table, row) + "　"
                + column(frame, reading, table, column);
    }

    private static @Nullable String edit(OpenReading reading, String table, String row, String column) {
        return reading.stored().acceptance().isPresent()
                ? null
                : ReadingViews.BASE + "/" + reading.stored().id() + "/correction?what=cell&subject="
                        + URLEncoder.encode(table + "/" + row + "/" + column, StandardCharsets.UTF_8);
    }

    private static ReadingTablesPage.Table table(Frame frame, OpenReading reading, MoneyTable table) {
        List<ReadingTablesPage.Row> rows = new ArrayList<>();
        for (MoneyTable.Row row : table.rows()) {
            List<ReadingTablesPage.Cell> cells = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                String column = table.columns().get(i).code();
                cells.add(cell(
                        frame,
                        reading,
                        table.id(),
                        row.code(),
                        column,
                        row.cells().get(i)));
            }
            rows.add(new ReadingTablesPage.Row(
                    frame.say(row.label()),
                    row.code(),
                    Math.min(row.depth(), 2),
                    row.code().endsWith("total"),
                    cells));
        }
        return new ReadingTablesPage.Table(
                table.id(),
                frame.say(table.title()),
                table.columns().stream().map(c -> frame.say(c.title())).toList(),
                rows,
                table.notes().stream().map(frame::say).toList());
    }

    private static ReadingTablesPage.Cell cell(
            Frame frame, OpenReading reading, String table, String row, String column, Cell cell) {
        Optional<SuspectCell> suspect = reading.suspects().stream()
                .filter(s -> s.table().equals(table)
                        && s.row().equals(row)
                        && s.column().equals(column))
                .findFirst();
        String mark = suspect.map(s -> s.determined() ? frame.say("誤り", "wrong") : frame.say("要確認", "check"))
                .orElse(null);
        return new ReadingTablesPage.Cell(
                switch (cell) {
                    case Cell.Figure(long millions) -> frame.writing().number(millions);
                    case Cell.Nil nil -> "－";
                    case Cell.Blank blank -> "";
                },
                cell instanceof Cell.Nil,
                edit(reading, table, row, column),
                mark);
    }
}
