package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.FoundIndicator.Reference;
import tsukasa.plan.FoundIndicator.Target;
import tsukasa.plan.Threshold;

/// Finds target values in the words of an indicator: 「１００社以上」, 「３分の２以上」, 「２／３以上」, 「年間平均値以上」 with its 参考値,
/// 「１５０件実施」 without 以上.
final class Targets {
    private static final String NUMBER =
            "(?:(?<under>[1-9][0-9]*)分の(?<over>[0-9]+)|(?<above>[0-9]+)[/⁄](?<below>[1-9][0-9]*)|(?<whole>[0-9][0-9,]*(?:\\.[0-9]+)?)(?<scale>兆|億|千万|百万|万|千|百)?)";
    private static final String COMPARATOR = "(?<comparator>以上|以下|以内|未満|超え?|を?上回|を?下回|を超え)";
    private static final String COUNTER = "[^0-9、。,()「」]";
    /// Not 第３, 上位２, 令和３ …
    private static final String NO_ORDINAL = "(?<![第位和成昭0-9,./⁄])";

    private static final Pattern COMPARED =
            Pattern.compile(NO_ORDINAL + NUMBER + "(?<unit>" + COUNTER + "{0,6}?)" + COMPARATOR);
    private static final Pattern AVERAGE = Pattern.compile("(?<base>(?:平均|実績|基準|水準)[^、。0-9]{0,20}?)" + COMPARATOR);
    private static final Pattern PLAIN = Pattern.compile(NO_ORDINAL + NUMBER + "(?<unit>" + COUNTER + "{1,4}?)"
            + "(?:を|の)?(?:新規)?(?:達成|実施|確保|開催|作成|公表|提供|増加|追加|創出|育成|を?目標|とする|を目指)");
    private static final Pattern IN_PARENTHESES =
            Pattern.compile("\\((?<whole>[0-9][0-9,]*)(?<unit>[^0-9、。,()「」年月日度]{1,3})\\)");
    private static final Pattern LAST_NUMBER =
            Pattern.compile(NUMBER + "(?<unit>(?!年|月|日|期|か月)" + COUNTER + "{1,3})(?=[^0-9]*$)");
    private static final Pattern REFERENCE = Pattern.compile("\\(※?(?:参考値?|基準値|参考指標)[:\\s]?");
    private static final Pattern NO_COUNTERS = Pattern.compile("(?:年度|月|日|年|段階|期|か年).*");

    private Targets() {}

    record Found(List<Target> targets, List<Reference> references) {}

    private record Placed(int position, Target target) {}

    static Found read(String text) {
        Notes notes = Notes.of(Characters.compact(text));
        List<Placed> found = new ArrayList<>(comparedIn(notes.text()));
        found.addAll(averages(notes));
        if (found.isEmpty()) {
            found.addAll(plain(notes.text()));
        }
        if (found.isEmpty()) {
            found.addAll(inParentheses(notes.text()));
        }
        found.sort(Comparator.comparingInt(Placed::position));
        return new Found(found.stream().map(Placed::target).toList(), notes.references());
    }

    /// Only numbers with 以上, 以下 …, in any text.
    static List<Target> compared(String text) {
        return comparedIn(Notes.of(Characters.compact(text)).text()).stream()
                .map(Placed::target)
                .toList();
    }

    private static List<Placed> comparedIn(String text) {
        List<Placed> found = new ArrayList<>();
        Matcher matcher = COMPARED.matcher(text);
        while (matcher.find()) {
            String comparator = matcher.group("comparator");
            List<Text> readings = isStrict(comparator) ? List.of(Doubts.strictly(matcher.group())) : List.of();
            found.add(new Placed(
                    matcher.start(),
                    new Target(
                            clause(text, matcher.start(), matcher.end()),
                            comparator(comparator),
                            value(matcher),
                            matcher.group("unit"),
                            readings)));
        }
        return found;
    }

    /// 「年間平均値以上」 takes its number from the note that gives it.
    private static List<Placed> averages(Notes notes) {
        Optional<Reference> reference =
                notes.references().stream().filter(r -> r.value().isPresent()).findFirst();
        Matcher matcher = AVERAGE.matcher(notes.text());
        if (reference.isEmpty() || !matcher.find()) {
            return List.of();
        }
        String clause = clause(notes.text(), matcher.start(), matcher.end());
        return List.of(new Placed(
                matcher.start(),
                new Target(
                        clause,
                        comparator(matcher.group("comparator")),
                        reference.get().value().orElseThrow(),
                        reference.get().unit(),
                        List.of(Doubts.fromReference(
                                matcher.group(), reference.get().statement())))));
    }

    private static List<Placed> plain(String text) {
        List<Placed> found = new ArrayList<>();
        Matcher matcher = PLAIN.matcher(text);
        while (matcher.find()) {
            if (!NO_COUNTERS.matcher(matcher.group("unit")).matches()) {
                found.add(new Placed(
                        matcher.start(),
                        new Target(
                                clause(text, matcher.start(), matcher.end()),
                                Threshold.Comparator.AT_LEAST,
                                value(matcher),
                                matcher.group("unit"),
                                List.of(Doubts.noComparator(matcher.group())))));
            }
        }
        return found;
    }

    /// 「二つのPJ（２件）」
    private static List<Placed> inParentheses(String text) {
        Matcher matcher = IN_PARENTHESES.matcher(text);
        return matcher.find()
                ? List.of(new Placed(
                        matcher.start(),
                        new Target(
                                clause(text, matcher.start(), matcher.end()),
                                Threshold.Comparator.AT_LEAST,
                                Fraction.parse(matcher.group("whole").replace(",", "")),
                                matcher.group("unit"),
                                List.of(Doubts.countInParentheses(matcher.group())))))
                : List.of();
    }

    private static boolean isStrict(String comparator) {
        return !comparator.startsWith("以");
    }

    private static Threshold.Comparator comparator(String word) {
        return word.equals("以下") || word.equals("以内") || word.equals("未満") || word.endsWith("下回")
                ? Threshold.Comparator.AT_MOST
                : Threshold.Comparator.AT_LEAST;
    }

    private static Fraction value(Matcher matcher) {
        if (matcher.group("under") != null) {
            return Fraction.parse(matcher.group("over") + "/" + matcher.group("under"));
        }
        if (matcher.group("above") != null) {
            return Fraction.parse(matcher.group("above") + "/" + matcher.group("below"));
        }
        Fraction number = Fraction.parse(matcher.group("whole").replace(",", ""));
        String scale = matcher.group("scale");
        return scale == null ? number : number.times(Fraction.of(scale(scale)));
    }

    private static long scale(String word) {
        return switch (word) {
            case "百" -> 100L;
            case "千" -> 1_000L;
            case "万" -> 10_000L;
            case "百万" -> 1_000_000L;
            case "千万" -> 10_000_000L;
            case "億" -> 100_000_000L;
            default -> 1_000_000_000_000L;
        };
    }

    /// From the comma or stop before it to the end of the target.
    private static String clause(String text, int from, int to) {
        int begin = Math.max(text.lastIndexOf('、', from), text.lastIndexOf('。', from)) + 1;
        return text.substring(begin, to);
    }

    /// @param text       without the notes in parentheses that only explain
    /// @param references 参考値, 基準値
    private record Notes(String text, List<Reference> references) {
        static Notes of(String text) {
            StringBuilder rest = new StringBuilder();
            List<Reference> references = new ArrayList<>();
            int i = 0;
            while (i < text.length()) {
                Matcher matcher = REFERENCE.matcher(text).region(i, text.length());
                int end = text.charAt(i) == '(' ? closing(text, i) : -1;
                if (end > 0 && matcher.lookingAt()) {
                    references.add(reference(text.substring(matcher.end(), end)));
                    i = end + 1;
                } else if (text.startsWith("(※)", i)) {
                    i += 3;
                } else {
                    rest.append(text.charAt(i++));
                }
            }
            return new Notes(rest.toString(), references);
        }

        private static int closing(String text, int open) {
            int depth = 0;
            for (int i = open; i < text.length(); i++) {
                depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
            return -1;
        }

        private static Reference reference(String note) {
            Matcher matcher = LAST_NUMBER.matcher(note);
            return matcher.find()
                    ? new Reference(note, Optional.of(value(matcher)), matcher.group("unit"))
                    : new Reference(note, Optional.empty(), "");
        }
    }
}
