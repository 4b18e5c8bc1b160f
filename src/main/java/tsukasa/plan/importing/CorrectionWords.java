package tsukasa.plan.importing;

import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.ReadingCorrection;

/// Corrections in words, for the history and the notice of a conflict.
final class CorrectionWords {
    private CorrectionWords() {}

    static Text of(StoredCorrection event) {
        return event.correction().map(CorrectionWords::of).orElseGet(() -> Text.of("取消し", "undo"));
    }

    static Text of(ReadingCorrection correction) {
        return switch (correction) {
            case ReadingCorrection.Placed(var place, var to) ->
                Text.of(place + "の位置を" + to + "に直す", "move " + place + " to " + to);
            case ReadingCorrection.Roled(var place, var role) ->
                Text.of(
                        place + "の種類を「" + DoubtWords.of(role).ja() + "」に直す",
                        "make " + place + " an " + DoubtWords.of(role).en().toLowerCase(java.util.Locale.ROOT));
            case ReadingCorrection.Titled(var place, var title) ->
                Text.of(place + "の見出しを「" + title + "」に直す", "name " + place + " «" + title + "»");
            case ReadingCorrection.Joined(var place) ->
                Text.of(place + "を上の項目の文にする", "make " + place + " text of the item above");
            case ReadingCorrection.Targeted(var place, var number, var comparator, var value, var unit) ->
                Text.of(
                        place + "の目標" + (number + 1) + "を" + sign(comparator) + value + unit + "に直す",
                        "set target " + (number + 1) + " of " + place + " to " + sign(comparator) + value + unit);
            case ReadingCorrection.Untargeted(var place, var number) ->
                Text.of(place + "の目標" + (number + 1) + "を外す", "remove target " + (number + 1) + " of " + place);
            case ReadingCorrection.Celled(var table, var row, var column, var cell) ->
                Text.of(
                        "表" + table + " " + row + " " + column + "を" + text(cell) + "に直す",
                        "set table " + table + " " + row + " " + column + " to " + text(cell));
            case ReadingCorrection.Dated(var year) -> Text.of(year + "年度とする", "set the fiscal year to " + year);
            case ReadingCorrection.Settled(var doubt, var note) ->
                Text.of(doubt.split("-", 2)[0] + "行目の要確認を確かめた", "check the doubt at line " + doubt.split("-", 2)[0]);
        };
    }

    static String sign(tsukasa.plan.Threshold.Comparator comparator) {
        return switch (comparator) {
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
            case EQUAL -> "= ";
        };
    }

    static String text(Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> new Writing(Language.JA).number(millions);
            case Cell.Nil nil -> "－";
            case Cell.Blank blank -> "（空欄）";
        };
    }
}
