package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A line of column headings: 「区 別 債務保証業務 法人共通 合 計」.
///
/// @param columns without 区別 and 金額
record HeaderLine(List<String> words, List<String> columns, boolean names, boolean row) {
    private static final Set<String> ROW_HEADS = Set.of("区別", "区分", "科目", "項目", "勘定科目");
    private static final Set<String> AMOUNT = Set.of("金額", "予算額", "計画額", "予定額", "予算金額");
    private static final Set<String> SPACED = Set.of("区別", "区分", "科目", "項目", "金額", "合計", "収入", "支出", "総計");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000\\u00A0]+");

    static HeaderLine of(String line, LabelDictionary dictionary) {
        List<String> words = words(line);
        List<String> columns = words.stream()
                .filter(w -> !ROW_HEADS.contains(Characters.compact(w)) && !AMOUNT.contains(Characters.compact(w)))
                .toList();
        return new HeaderLine(
                words,
                columns,
                columns.stream().anyMatch(c -> dictionary.column(c).isPresent()),
                dictionary.isRow(String.join("", words)));
    }

    boolean opensHeader() {
        return ROW_HEADS.contains(Characters.compact(words.getFirst()));
    }

    /// Below the line that opens the header: 金額, or names of columns, but no row and no figure.
    boolean continuesHeader() {
        boolean amountOnly = columns.isEmpty();
        boolean figures = columns.stream().anyMatch(Cells::endsWithFigures);
        return amountOnly || !row && !figures && (names || columns.size() > 1);
    }

    /// Split at spaces; words that are spaced out, `合 計`, are put together again.
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder spaced = new StringBuilder();
        for (String word : SPACES.split(line)) {
            if (word.codePointCount(0, word.length()) == 1) {
                spaced.append(word);
                if (SPACED.contains(spaced.toString())) {
                    flush(spaced, words);
                }
            } else if (!word.isEmpty()) {
                flush(spaced, words);
                words.add(word);
            }
        }
        flush(spaced, words);
        return words;
    }

    private static void flush(StringBuilder spaced, List<String> words) {
        if (!spaced.isEmpty()) {
            words.add(spaced.toString());
            spaced.setLength(0);
        }
    }
}
