package tsukasa.scoring.reading;

import java.util.List;
import java.util.stream.Stream;
import tsukasa.scoring.MetricGroup;

/// CVSS 4.0 (section 8 of its specification): the score that the authors gave to the vector's class, less its share of
/// the
/// way to the next classes. Whole numbers throughout: every share is a multiple of 1/840.
final class FormulaOf4 {
    private static final int SHARES = 840;
    private static final int[][][][] CLASSES = classes();
    private static final int[] STEPS_OF_EQ1 = {1, 4, 5};
    private static final int[] STEPS_OF_EQ2 = {1, 2};
    private static final int[] STEPS_OF_EQ3_6 = {7, 6, 8, 8, 10};
    private static final int[] STEPS_OF_EQ4 = {6, 5, 4};

    private FormulaOf4() {}

    static Formula.Tenths tenths(Values values) {
        Values alone = values.without(MetricGroup.ENVIRONMENTAL);
        return new Formula.Tenths(
                score(new Severities(alone.without(MetricGroup.THREAT))),
                score(new Severities(alone)),
                score(new Severities(values)));
    }

    private static int[][][][] classes() {
        List<int[]> rows = MetricFile.lines("cvss-4-classes.txt")
                .map(line -> Stream.of(line.split("\\|", 2)[1].split("[| ]+", -1))
                        .filter(cell -> !cell.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toList();
        int[][][][] classes = new int[3][2][5][];
        for (int row = 0; row < rows.size(); row++) {
            classes[row / 10][row / 5 % 2][row % 5] = rows.get(row);
        }
        return classes;
    }

    private static int score(Severities of) {
        if (of.harmless()) {
            return 0;
        }
        int here = at(of.eq1(), of.eq2(), of.eq36(), of.eq4(), of.eq5());
        int[] next = {
            of.eq1() < 2 ? at(of.eq1() + 1, of.eq2(), of.eq36(), of.eq4(), of.eq5()) : -1,
            of.eq2() < 1 ? at(of.eq1(), of.eq2() + 1, of.eq36(), of.eq4(), of.eq5()) : -1,
            nextOfEq36(of),
            of.eq4() < 2 ? at(of.eq1(), of.eq2(), of.eq36(), of.eq4() + 1, of.eq5()) : -1,
            of.eq5() < 2 ? at(of.eq1(), of.eq2(), of.eq36(), of.eq4(), of.eq5() + 1) : -1
        };
        int[] shares = {
            of.below1() * SHARES / STEPS_OF_EQ1[of.eq1()],
            of.below2() * SHARES / STEPS_OF_EQ2[of.eq2()],
            of.below36() * SHARES / STEPS_OF_EQ3_6[of.eq36()],
            of.below4() * SHARES / STEPS_OF_EQ4[of.eq4()],
            0
        };
        return less(here, next, shares);
    }

    /// Half a tenth counts up.
    private static int less(int here, int[] next, int[] shares) {
        int counted = 0;
        int sum = 0;
        for (int i = 0; i < next.length; i++) {
            if (next[i] >= 0) {
                counted++;
                sum += (here - next[i]) * shares[i];
            }
        }
        if (counted == 0) {
            return here;
        }
        int unit = SHARES * counted;
        return Math.clamp(Math.floorDiv(2 * (here * unit - sum) + unit, 2 * unit), 0, 100);
    }

    /// EQ3 and EQ6 are stepped down together: 00 to the better of 01 and 10, those to 11, that to 21.
    private static int nextOfEq36(Severities of) {
        return switch (of.eq36()) {
            case 0 ->
                Math.max(at(of.eq1(), of.eq2(), 1, of.eq4(), of.eq5()), at(of.eq1(), of.eq2(), 2, of.eq4(), of.eq5()));
            case 1, 2 -> at(of.eq1(), of.eq2(), 3, of.eq4(), of.eq5());
            case 3 -> at(of.eq1(), of.eq2(), 4, of.eq4(), of.eq5());
            default -> -1;
        };
    }

    private static int at(int eq1, int eq2, int eq36, int eq4, int eq5) {
        return CLASSES[eq1][eq2][eq36][eq4 * 3 + eq5];
    }
}
