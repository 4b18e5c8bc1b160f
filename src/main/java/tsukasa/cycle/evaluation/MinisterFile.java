package tsukasa.cycle.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.State;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.ItemSheet;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.CellFault;
import tsukasa.kernel.table.SheetCell;
import tsukasa.kernel.table.SheetColumns;
import tsukasa.kernel.table.SheetReading;
import tsukasa.kernel.table.SheetReading.Unusable;
import tsukasa.kernel.table.SheetRow;
import tsukasa.plan.GradingRules;
import tsukasa.plan.Plan;

/// Makes the minister's evaluations of the rows of a file, and says of each row that is none what is wrong with which
/// cell.
final class MinisterFile {
    private static final Text AS_IN_TEMPLATE =
            Text.of("ひな型にある箇所（例：I-1）で書いてください。", "Write the place as in the template, such as I-1.");
    private final Plan plan;
    private final List<ItemSheet> sheets;
    private final Map<String, Integer> seen = new HashMap<>();

    MinisterFile(Plan plan, List<ItemSheet> sheets) {
        this.plan = plan;
        this.sheets = sheets;
    }

    MinisterReport report(SheetReading.Rows file) throws Unusable {
        if (file.rows().isEmpty()) {
            throw new Unusable(
                    Text.of("何も書かれていません。", "There is nothing in it."),
                    Text.of("ひな型に評定と根拠を書いてください。", "Write grades and reasons into the template."));
        }
        SheetColumns<MinisterHead> columns =
                SheetColumns.inOrder(MinisterHead.class, file.rows().getFirst());
        List<MinisterRow> rows = new ArrayList<>();
        int open = 0;
        for (SheetRow row :
                file.rows().subList(columns.named() ? 1 : 0, file.rows().size())) {
            if (leftOpen(columns, row)) {
                open++;
            } else {
                rows.add(row(columns, row));
            }
        }
        return new MinisterReport(file.what(), rows, open);
    }

    private static boolean leftOpen(SheetColumns<MinisterHead> columns, SheetRow row) {
        return columns.cell(row, MinisterHead.GRADE).blank()
                && columns.cell(row, MinisterHead.REASON).blank()
                && columns.cell(row, MinisterHead.RESPONSE).blank()
                && columns.cell(row, MinisterHead.IMPROVEMENT).blank();
    }

    private MinisterRow row(SheetColumns<MinisterHead> columns, SheetRow row) {
        List<CellFault> wrong = new ArrayList<>();
        for (MinisterHead head : MinisterHead.values()) {
            columns.cell(row, head).fault().ifPresent(wrong::add);
        }
        Words words = new Words(
                grade(columns.cell(row, MinisterHead.GRADE)),
                words(columns.cell(row, MinisterHead.REASON)),
                words(columns.cell(row, MinisterHead.RESPONSE)),
                words(columns.cell(row, MinisterHead.IMPROVEMENT)));
        if (!wrong.isEmpty()) {
            return new MinisterRow(row.number(), Optional.empty(), words, wrong);
        }
        SheetCell place = columns.cell(row, MinisterHead.PLACE);
        Optional<ItemSheet> sheet = find(place, wrong);
        sheet.ifPresent(found -> {
            standing(place, row.number(), found, wrong);
            for (Fault fault : GradeRules.ofSubmission(found, words)) {
                wrong.add(fault(columns, row, fault));
            }
        });
        return new MinisterRow(row.number(), sheet, words, wrong);
    }

    private static String words(SheetCell cell) {
        return cell.words().replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    /// Full-width letters are letters, and any dash is the dash of what is not graded.
    private static String grade(SheetCell cell) {
        String plain = cell.plain().toUpperCase(Locale.ROOT);
        return plain.length() == 1 && "-‐‑‒–—―−ーｰ─".indexOf(plain.charAt(0)) >= 0 ? Evaluation.NOT_GRADED : plain;
    }

    private Optional<ItemSheet> find(SheetCell cell, List<CellFault> wrong) {
        String written = place(cell.text());
        Optional<ItemSheet> found = sheets.stream()
                .filter(sheet -> sheet.overall()
                        ? List.of("総合", "総合評定", "overall").contains(written.toLowerCase(Locale.ROOT))
                        : named(sheet, written))
                .findFirst();
        if (found.isEmpty()) {
            boolean inPlan = plan.items().stream()
                    .anyMatch(item -> place(item.place().value()).equalsIgnoreCase(written));
            String shown = SheetCell.shown(cell.text());
            wrong.add(new CellFault(
                    cell.at(),
                    inPlan
                            ? Text.of("評定をつける項目ではありません：" + shown, "It is not graded as an item of its own: " + shown)
                            : Text.of("計画にない箇所です：" + shown, "The plan has no such place: " + shown),
                    AS_IN_TEMPLATE));
        }
        return found;
    }

    private static boolean named(ItemSheet sheet, String written) {
        return place(sheet.item().orElseThrow().place().value()).equalsIgnoreCase(written)
                || EvaluationWords.slug(sheet).equals(written);
    }

    private static String place(String written) {
        return SheetCell.plain(written).replaceAll("[‐‑‒–—―−ーｰ─]", "-").replace(" ", "");
    }

    private void standing(SheetCell place, int row, ItemSheet sheet, List<CellFault> wrong) {
        Integer other = seen.putIfAbsent(EvaluationWords.slug(sheet), row);
        if (other != null) {
            wrong.add(new CellFault(
                    place.at(),
                    Text.of("同じ箇所が" + other + "行目にもあります。", "Row " + other + " has the same place."),
                    Text.of("どちらかを消してください。", "Delete one of them.")));
        }
        if (sheet.minister().filter(now -> !now.state().open()).isPresent()) {
            wrong.add(new CellFault(
                    place.at(),
                    Text.of("主務大臣評価はもう確定しています。", "The minister's evaluation of it is final already."),
                    Text.of("書き直すには、項目のページで再び開いてください。", "To change it, reopen it on the page of the item.")));
        } else if (sheet.self().filter(self -> self.state() == State.APPROVED).isEmpty()) {
            wrong.add(new CellFault(
                    place.at(),
                    Text.of("自己評価がまだ確定していません。", "The self-evaluation of it is not final yet."),
                    Text.of("自己評価の確定を待って、取り込んでください。", "Import it once the self-evaluation is final.")));
        }
    }

    private CellFault fault(SheetColumns<MinisterHead> columns, SheetRow row, Fault fault) {
        MinisterHead head = switch (fault.field()) {
            case "grade" -> MinisterHead.GRADE;
            case "reason" -> MinisterHead.REASON;
            case "response" -> MinisterHead.RESPONSE;
            default -> MinisterHead.IMPROVEMENT;
        };
        SheetCell cell = columns.cell(row, head);
        return new CellFault(
                cell.at(),
                switch (head) {
                    case GRADE ->
                        cell.blank()
                                ? Text.of("評定がありません。", "There is no grade.")
                                : Text.of(
                                        "計画の評定の規則にない評定です：" + SheetCell.shown(cell.text()),
                                        "The plan's grading rules know no such grade: " + SheetCell.shown(cell.text()));
                    case REASON -> Text.of("評定の根拠がありません。", "There are no reasons for the grade.");
                    default -> fault.sentence();
                },
                next(head));
    }

    private Text next(MinisterHead head) {
        String grades =
                plan.grading().rules().stream().map(GradingRules.Rule::grade).collect(Collectors.joining("・"));
        return switch (head) {
            case GRADE -> Text.of(grades + "のどれかを書いてください。", "Write one of " + grades.replace("・", ", ") + ".");
            case REASON -> Text.of("なぜその評定かを書いてください。", "Say why.");
            default -> Text.of("その欄を書いてください。", "Fill in that cell.");
        };
    }
}
