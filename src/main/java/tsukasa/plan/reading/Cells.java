package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.plan.MoneyTable.Cell;

/// Figures of money tables as printed: `８，６５０`, `△   １，３８５`, `－` for nothing, `０` for what rounds to zero.
final class Cells {
    private static final String FIGURE = "(?:[△▲] *|-(?=[0-9]))?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)";
    private static final Pattern VALUE = Pattern.compile("(?:" + FIGURE + "|-)");
    private static final Pattern ONLY_VALUES =
            Pattern.compile("(?:" + FIGURE + "|-(?= |$))(?: *(?:" + FIGURE + "|-))*");
    private static final Pattern LABEL_AND_VALUES =
            Pattern.compile("(?<label>.*?[^0-9,.△▲\\- ].*?)(?<values>(?: +-| *(?<![0-9,.])" + FIGURE
                    + "|(?<=[^0-9 \\-(])-$)(?: +(?:" + FIGURE + "|-))*)");
    private static final int LONGEST = 200;

    private Cells() {}

    /// @param text  as printed
    /// @param plain ASCII digits only, as page numbers in a full-width table are
    record Value(Cell cell, String text, boolean plain) {}

    record LabelledValues(String label, List<Value> values) {}

    static Optional<List<Value>> values(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = Characters.fold(line, line.length());
        return ONLY_VALUES.matcher(folded).matches() ? Optional.of(read(line, folded)) : Optional.empty();
    }

    /// A label with its figures behind it in the same line, with or without space between.
    static Optional<LabelledValues> labelled(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = Characters.fold(line, line.length());
        Matcher matcher = LABEL_AND_VALUES.matcher(folded);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int split = matcher.start("values");
        return Optional.of(new LabelledValues(
                Characters.strip(line.substring(0, split)), read(line.substring(split), folded.substring(split))));
    }

    static boolean endsWithFigures(String line) {
        return labelled(line).isPresent() || values(line).isPresent();
    }

    private static List<Value> read(String line, String folded) {
        List<Value> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(folded);
        while (matcher.find()) {
            String text = line.substring(matcher.start(), matcher.end());
            values.add(new Value(cell(matcher.group()), text, text.chars().allMatch(c -> c >= '0' && c <= '9')));
        }
        return values;
    }

    private static Cell cell(String folded) {
        if (folded.equals("-")) {
            return new Cell.Nil();
        }
        boolean negative = "△▲-".indexOf(folded.charAt(0)) >= 0;
        String digits = folded.replaceAll("[△▲\\-, ]", "");
        long amount = digits.length() > 15 ? Long.MAX_VALUE / 1000 : Long.parseLong(digits);
        return new Cell.Figure(negative ? -amount : amount);
    }
}
