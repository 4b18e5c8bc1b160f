package tsukasa.cycle.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tsukasa.plan.Place;

/// Numbers clauses that stand side by side, each in the style it has or its neighbours have.
final class Numbering {
    private static final Pattern PART = Pattern.compile("\\(([0-9]{1,3})-([0-9]{1,3})\\)");

    private Numbering() {}

    /// How the last step of a place is written.
    enum Style {
        /// Ⅰ
        ROMAN(12),
        /// 1
        ARABIC(999),
        /// (1)
        BRACKETS(999),
        /// (1-2): stands beside (1)
        PART(999),
        /// ①
        CIRCLED(50),
        /// a
        LETTER(26),
        /// KPI, 0: no number that counts
        FIXED(0);

        private final int most;

        Style(int most) {
            this.most = most;
        }

        static Style of(String step) {
            if (Numbering.PART.matcher(step).matches()) {
                return PART;
            }
            if (step.matches("\\([0-9]{1,3}\\)")) {
                return BRACKETS;
            }
            if (step.matches("[1-9][0-9]{0,2}")) {
                return ARABIC;
            }
            if (step.matches("[a-z]")) {
                return LETTER;
            }
            int first = step.codePointAt(0);
            boolean single = step.codePointCount(0, step.length()) == 1;
            if (single && first >= 0x2160 && first <= 0x216B) {
                return ROMAN;
            }
            return single && circled(first) > 0 ? CIRCLED : FIXED;
        }

        /// What stands below a clause of this style where nothing shows it.
        Style below() {
            return switch (this) {
                case ROMAN -> ARABIC;
                case ARABIC -> BRACKETS;
                case BRACKETS, PART, FIXED -> CIRCLED;
                case CIRCLED -> LETTER;
                case LETTER -> ARABIC;
            };
        }
    }

    /// @param step the last step of the place it had; empty for a new clause
    record Sibling(Optional<String> step) {}

    /// The last steps of clauses side by side, in their order, without a gap; empty for one that no number is left for.
    ///
    /// @param parent  null at the top
    /// @param without whether a clause that stood among them is gone
    static List<Optional<String>> closedUp(@Nullable Place parent, List<Sibling> siblings, boolean without) {
        if (!without && siblings.stream().allMatch(sibling -> sibling.step().isPresent())) {
            return siblings.stream().map(Sibling::step).toList();
        }
        List<Style> styles = styles(parent, siblings);
        Map<Style, Integer> counted = new HashMap<>();
        List<Optional<String>> steps = new ArrayList<>();
        for (int i = 0; i < siblings.size(); i++) {
            Style style = styles.get(i);
            if (style == Style.FIXED) {
                steps.add(siblings.get(i).step());
                continue;
            }
            int number = counted.merge(style, 1, Integer::sum);
            if (style == Style.BRACKETS) {
                counted.remove(Style.PART);
            }
            int head = counted.getOrDefault(Style.BRACKETS, 1);
            steps.add(number > style.most ? Optional.empty() : Optional.of(written(style, number, head)));
        }
        return steps;
    }

    /// The same where every number stays what it is: what is new takes the next one that nobody has or had.
    ///
    /// @param taken steps of all that stood among them, also of those that are gone
    static List<Optional<String>> kept(@Nullable Place parent, List<Sibling> siblings, List<String> taken) {
        List<Style> styles = styles(parent, siblings);
        List<String> used = new ArrayList<>(taken);
        List<Optional<String>> steps = new ArrayList<>();
        int head = 1;
        for (int i = 0; i < siblings.size(); i++) {
            Style style = styles.get(i);
            Optional<String> step = siblings.get(i).step();
            if (step.isPresent()) {
                head = style == Style.BRACKETS ? number(style, step.get()) : head;
                steps.add(step);
                continue;
            }
            int beside = head;
            int next = 1
                    + used.stream()
                            .filter(each -> Style.of(each) == style && (style != Style.PART || head(each) == beside))
                            .mapToInt(each -> number(style, each))
                            .max()
                            .orElse(0);
            Optional<String> fresh = next > style.most ? Optional.empty() : Optional.of(written(style, next, head));
            fresh.ifPresent(used::add);
            steps.add(fresh);
        }
        return steps;
    }

    /// Which of them go with a heading in brackets that goes: `(1-2)` stands beside `(1)` and belongs to it.
    static List<Boolean> gone(@Nullable Place parent, List<Sibling> siblings, List<Boolean> dropped) {
        List<Style> styles = styles(parent, siblings);
        List<Boolean> gone = new ArrayList<>();
        boolean headGone = false;
        for (int i = 0; i < siblings.size(); i++) {
            headGone = styles.get(i) == Style.BRACKETS ? dropped.get(i) : headGone;
            gone.add(dropped.get(i) || styles.get(i) == Style.PART && headGone);
        }
        return gone;
    }

    private static List<Style> styles(@Nullable Place parent, List<Sibling> siblings) {
        List<Style> styles = new ArrayList<>();
        Style usual = parent == null ? Style.ROMAN : Style.of(step(parent)).below();
        for (int i = 0; i < siblings.size(); i++) {
            Optional<String> step = siblings.get(i).step();
            styles.add(
                    step.isPresent()
                            ? Style.of(step.get())
                            : neighbour(styles, siblings, i).orElse(usual));
        }
        return styles;
    }

    /// The one before, or the first one after that had a number.
    private static Optional<Style> neighbour(List<Style> before, List<Sibling> siblings, int index) {
        if (index > 0 && before.getLast() != Style.FIXED) {
            return Optional.of(before.getLast());
        }
        return siblings.subList(index, siblings.size()).stream()
                .flatMap(sibling -> sibling.step().stream())
                .map(Style::of)
                .filter(style -> style != Style.FIXED)
                .findFirst();
    }

    private static int number(Style style, String step) {
        return switch (style) {
            case ROMAN -> step.codePointAt(0) - 0x2160 + 1;
            case ARABIC -> Integer.parseInt(step);
            case BRACKETS -> Integer.parseInt(step.substring(1, step.length() - 1));
            case PART -> Integer.parseInt(step.substring(step.indexOf('-') + 1, step.length() - 1));
            case CIRCLED -> circled(step.codePointAt(0));
            case LETTER -> step.charAt(0) - 'a' + 1;
            case FIXED -> 0;
        };
    }

    /// The 1 of `(1-2)`.
    private static int head(String part) {
        return Integer.parseInt(part.substring(1, part.indexOf('-')));
    }

    /// @param head the number that a part stands beside
    private static String written(Style style, int number, int head) {
        return switch (style) {
            case ROMAN -> Character.toString(0x2160 + number - 1);
            case ARABIC, FIXED -> String.valueOf(number);
            case BRACKETS -> "(" + number + ")";
            case PART -> "(" + head + "-" + number + ")";
            case CIRCLED ->
                Character.toString(
                        number <= 20
                                ? 0x2460 + number - 1
                                : number <= 35 ? 0x3251 + number - 21 : 0x32B1 + number - 36);
            case LETTER -> Character.toString('a' + number - 1);
        };
    }

    private static int circled(int codePoint) {
        if (codePoint >= 0x2460 && codePoint <= 0x2473) {
            return codePoint - 0x2460 + 1;
        }
        if (codePoint >= 0x3251 && codePoint <= 0x325F) {
            return codePoint - 0x3251 + 21;
        }
        return codePoint >= 0x32B1 && codePoint <= 0x32BF ? codePoint - 0x32B1 + 36 : 0;
    }

    /// The last step of a place.
    static String step(Place place) {
        @Nullable Place above = place.parent();
        return above == null
                ? place.value()
                : place.value().substring(above.value().length() + 1);
    }
}
