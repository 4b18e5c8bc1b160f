package tsukasa.kernel.table;

import java.text.Normalizer;
import java.util.Optional;
import tsukasa.kernel.Text;

/// One cell of a file as text.
///
/// @param at    `E7`, the same in a spreadsheet for CSV and XLSX
/// @param text  empty for an empty cell
/// @param odd   why its value cannot be taken, if so
public record SheetCell(String at, String text, Odd odd) {
    public enum Odd {
        NO,
        FORMULA,
        ERROR,
        TOO_LONG
    }

    public static SheetCell of(String at, String text) {
        return new SheetCell(at, text, Odd.NO);
    }

    /// What a spreadsheet must not take for a formula was written with an apostrophe before it; it is none of the
    /// words.
    public String words() {
        return CsvWriter.unguarded(text);
    }

    /// Full-width letters and digits as plain ones.
    public String plain() {
        return plain(text);
    }

    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /// The beginning of what stands there, for a sentence about it.
    public static String shown(String text) {
        return text.isBlank() ? "?" : text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    /// Why its value cannot be taken, if so.
    public Optional<CellFault> fault() {
        return switch (odd) {
            case NO -> Optional.empty();
            case FORMULA ->
                Optional.of(new CellFault(
                        at,
                        Text.of("数式が入っています。", "It holds a formula."),
                        Text.of("値だけを貼り付けてください。", "Paste the value alone.")));
            case ERROR ->
                Optional.of(new CellFault(
                        at,
                        Text.of("エラー（" + shown(text) + "）です。", "It is an error (" + shown(text) + ")."),
                        Text.of("正しい値を書いてください。", "Write the right value.")));
            case TOO_LONG ->
                Optional.of(new CellFault(
                        at,
                        Text.of("文字が多すぎます。", "It holds too many characters."),
                        Text.of("短くしてください。", "Make it shorter.")));
        };
    }

    public boolean blank() {
        return odd == Odd.NO && text.isBlank();
    }

    public static String name(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString() + row;
    }
}
