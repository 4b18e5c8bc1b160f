package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One way of numbering. Patterns see the line with full-width letters, digits and signs folded to ASCII.
enum MarkerStyle {
    /// Ⅰ．
    ROMAN("(?:([Ⅰ-Ⅻ])[.、 ]?|([IVX]{1,5})[.、](?![A-Za-z]))", Count.ROMAN, "%s", true),
    /// 第１
    DAI("第([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[章編部][.、 ]?|[.、 ])", Count.NUMBER, "第%s", true),
    /// １．
    NUMBER_DOT("([0-9]{1,2})[.、](?![0-9])", Count.NUMBER, "%s", true),
    /// １ with a space only, as in 公用文
    NUMBER_SPACE("([0-9]{1,2}) (?![0-9 ])", Count.NUMBER, "%s", false),
    /// （１）
    NUMBER_PAREN("\\(([0-9]{1,2})\\)", Count.NUMBER, "(%s)", true),
    /// １）
    NUMBER_CLOSE("([0-9]{1,2})\\)", Count.NUMBER, "%s)", true),
    /// （１－１）
    COMPOUND_PAREN("\\(([0-9]{1,2}-[0-9]{1,2})\\)", Count.COMPOUND, "(%s)", true),
    /// １－１． or 1.1
    COMPOUND_2("([0-9]{1,2}[-.][0-9]{1,2})[.、 ](?![0-9])", Count.COMPOUND, "(%s)", true),
    /// １－１－１． or 1.1.1
    COMPOUND_3("([0-9]{1,2}[-.][0-9]{1,2}[-.][0-9]{1,2})[.、 ](?![0-9])", Count.COMPOUND, "(%s)", true),
    /// ①
    CIRCLED("([①-⑳㉑-㉟㊱-㊿])[.、]?", Count.CIRCLED, "%s", true),
    /// a.
    LETTER_DOT("([a-z])[.、](?![A-Za-z]\\.)", Count.LETTER, "%s", true),
    /// （ａ）
    LETTER_PAREN("\\(([a-z])\\)", Count.LETTER, "(%s)", true),
    /// ａ）
    LETTER_CLOSE("([a-z])\\)", Count.LETTER, "%s)", true),
    /// ａ with a space only
    LETTER_SPACE("([a-z]) (?![ a-zA-Z0-9])", Count.LETTER, "%s", false),
    /// A.
    UPPER_DOT("([A-Z])[.、](?![A-Za-z0-9])", Count.UPPER, "%s", false),
    /// ア
    KATAKANA("([アイウエオカキクケコサシスセソタチツテト])[.、 )]", Count.KATAKANA, "%s", false),
    /// （ア）
    KATAKANA_PAREN("\\(([アイウエオカキクケコサシスセソタチツテト])\\)", Count.KATAKANA, "(%s)", true),
    /// イ, ロ, ハ
    IROHA("([イロハニホヘトチリヌルヲ])[.、 )]", Count.IROHA, "%s", false),
    /// ⅰ
    ROMAN_LOWER("(?:([ⅰ-ⅻ])[.、 )]?|\\(([ⅰ-ⅻ])\\))", Count.ROMAN_LOWER, "%s", true),
    /// 一、
    KANJI("([一二三四五六七八九十]{1,3})[.、 ]", Count.NUMBER, "%s", false),
    /// （一）
    KANJI_PAREN("\\(([一二三四五六七八九十]{1,3})\\)", Count.NUMBER, "(%s)", true),
    /// ・
    BULLET("([・○◯●■□◆◇▪•])", Count.NONE, "・%s", false);

    private static final int LONGEST = 24;
    /// First characters of all patterns, folded.
    private static final String STARTS = "0123456789(第abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
            + "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
            + "アイウエオカキクケコサシスセソタチツテトロハニホヘリヌルヲ一二三四五六七八九十・○◯●■□◆◇▪•";

    private final Pattern pattern;
    private final Count count;
    private final String step;
    private final boolean strong;

    MarkerStyle(String pattern, Count count, String step, boolean strong) {
        this.pattern = Pattern.compile(pattern);
        this.count = count;
        this.step = step;
        this.strong = strong;
    }

    static MarkerStyle named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// As in `profiles.yaml`.
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Weak ones also begin ordinary words, so they count only after a finished line.
    boolean strong() {
        return strong;
    }

    /// What a line may begin with in any style; nothing at all for nearly every line.
    static List<Marker> readAll(String line) {
        if (STARTS.indexOf(Characters.fold(line.charAt(0))) < 0) {
            return List.of();
        }
        String start = Characters.fold(line, LONGEST);
        List<Marker> markers = new ArrayList<>();
        for (MarkerStyle style : values()) {
            style.read(line, start).ifPresent(markers::add);
        }
        return markers;
    }

    private Optional<Marker> read(String line, String start) {
        Matcher matcher = pattern.matcher(start);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String figure = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        List<Integer> numbers = count.numbers(figure);
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Marker(this, numbers, line.substring(0, matcher.end())));
    }

    /// As it stands in a place: `Ⅰ`, `1`, `(1-1)`, `①`, `a`.
    String step(List<Integer> numbers) {
        return step.formatted(count.text(numbers));
    }

    private enum Count {
        NUMBER,
        COMPOUND,
        ROMAN,
        ROMAN_LOWER,
        CIRCLED,
        LETTER,
        UPPER,
        KATAKANA,
        IROHA,
        NONE;

        private static final String KANJI_DIGITS = "〇一二三四五六七八九";
        private static final String KATAKANA_ORDER = "アイウエオカキクケコサシスセソタチツテト";
        private static final String IROHA_ORDER = "イロハニホヘトチリヌルヲ";
        private static final String CIRCLED_ORDER = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
        private static final List<String> ROMAN_ORDER =
                List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

        /// Empty when the figure stands for no number.
        List<Integer> numbers(String figure) {
            char first = figure.charAt(0);
            int number = switch (this) {
                case NUMBER -> Character.isDigit(first) ? Integer.parseInt(figure) : kanji(figure);
                case COMPOUND -> -1;
                case ROMAN -> first >= 'Ⅰ' ? first - 'Ⅰ' + 1 : ROMAN_ORDER.indexOf(figure) + 1;
                case ROMAN_LOWER -> first - 'ⅰ' + 1;
                case CIRCLED -> CIRCLED_ORDER.indexOf(first) + 1;
                case LETTER -> first - 'a' + 1;
                case UPPER -> first - 'A' + 1;
                case KATAKANA -> KATAKANA_ORDER.indexOf(first) + 1;
                case IROHA -> IROHA_ORDER.indexOf(first) + 1;
                case NONE -> -2;
            };
            return switch (number) {
                case 0 -> List.of();
                case -1 -> compound(figure);
                case -2 -> List.of(0);
                default -> List.of(number);
            };
        }

        private static List<Integer> compound(String figure) {
            List<Integer> numbers = new ArrayList<>();
            for (String part : figure.split("[-.]", -1)) {
                numbers.add(Integer.parseInt(part));
            }
            return numbers;
        }

        private static int kanji(String figure) {
            int ten = figure.indexOf('十');
            if (ten < 0) {
                return figure.length() == 1 ? KANJI_DIGITS.indexOf(figure) : 0;
            }
            int tens = ten == 0 ? 1 : KANJI_DIGITS.indexOf(figure.charAt(0));
            int ones = ten == figure.length() - 1 ? 0 : KANJI_DIGITS.indexOf(figure.charAt(ten + 1));
            return tens * 10 + ones;
        }

        String text(List<Integer> numbers) {
            int number = numbers.getLast();
            return switch (this) {
                case NUMBER, NONE -> Integer.toString(number);
                case COMPOUND ->
                    String.join("-", numbers.stream().map(String::valueOf).toList());
                case ROMAN -> String.valueOf((char) ('Ⅰ' + number - 1));
                case ROMAN_LOWER -> String.valueOf((char) ('ⅰ' + number - 1));
                case CIRCLED -> String.valueOf(CIRCLED_ORDER.charAt(number - 1));
                case LETTER -> String.valueOf((char) ('a' + number - 1));
                case UPPER -> String.valueOf((char) ('A' + number - 1));
                case KATAKANA -> String.valueOf(KATAKANA_ORDER.charAt(number - 1));
                case IROHA -> String.valueOf(IROHA_ORDER.charAt(number - 1));
            };
        }
    }
}
