package tsukasa.scoring.reading;

import java.util.stream.Stream;

/// How far each metric of a 4.0 vector lies below the most severe value, and in which of the equivalence classes EQ1 to
/// EQ6
/// that puts the vector. What the organisation says of itself counts before what the base metrics say.
final class Severities {
    private final int av;
    private final int pr;
    private final int ui;
    private final int ac;
    private final int at;
    private final int[] vulnerable;
    private final int[] subsequent;
    private final int[] required;
    private final int exploited;

    Severities(Values values) {
        this.av = "NALP".indexOf(values.afterMeasures("AV"));
        this.pr = "NLH".indexOf(values.afterMeasures("PR"));
        this.ui = "NPA".indexOf(values.afterMeasures("UI"));
        this.ac = "LH".indexOf(values.afterMeasures("AC"));
        this.at = "NP".indexOf(values.afterMeasures("AT"));
        this.vulnerable = of("HLN", values.afterMeasures("VC"), values.afterMeasures("VI"), values.afterMeasures("VA"));
        this.subsequent =
                of("SHLN", values.afterMeasures("SC"), values.afterMeasures("SI"), values.afterMeasures("SA"));
        this.required = of("HML", known(values.of("CR")), known(values.of("IR")), known(values.of("AR")));
        this.exploited = Math.max(0, "APU".indexOf(values.of("E")));
    }

    private static int[] of(String scale, String... values) {
        return Stream.of(values).mapToInt(scale::indexOf).toArray();
    }

    /// What is not defined counts as high.
    private static String known(String requirement) {
        return requirement.equals("X") ? "H" : requirement;
    }

    boolean harmless() {
        return sum(vulnerable) == 6 && sum(subsequent) == 9;
    }

    int eq1() {
        if (av == 0 && pr == 0 && ui == 0) {
            return 0;
        }
        return av != 3 && (av == 0 || pr == 0 || ui == 0) ? 1 : 2;
    }

    int eq2() {
        return ac == 0 && at == 0 ? 0 : 1;
    }

    private int eq3() {
        if (vulnerable[0] == 0 && vulnerable[1] == 0) {
            return 0;
        }
        return vulnerable[0] == 0 || vulnerable[1] == 0 || vulnerable[2] == 0 ? 1 : 2;
    }

    private int eq6() {
        for (int i = 0; i < 3; i++) {
            if (required[i] == 0 && vulnerable[i] == 0) {
                return 0;
            }
        }
        return 1;
    }

    /// EQ3 with EQ6: 0 is 00, 1 is 01, 2 is 10, 3 is 11, 4 is 21; 20 cannot be.
    int eq36() {
        return eq3() == 2 ? 4 : eq3() * 2 + eq6();
    }

    int eq4() {
        if (subsequent[1] == 0 || subsequent[2] == 0) {
            return 0;
        }
        return subsequent[0] == 1 || subsequent[1] == 1 || subsequent[2] == 1 ? 1 : 2;
    }

    int eq5() {
        return exploited;
    }

    /// Steps below the first of the most severe vectors of the class that is nowhere milder than this one.
    int below1() {
        int[] own = {av, pr, ui};
        return switch (eq1()) {
            case 0 -> 0;
            case 1 -> below(own, new int[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
            default -> below(own, new int[][] {{3, 0, 0}, {1, 1, 1}});
        };
    }

    int below2() {
        return eq2() == 0 ? 0 : below(new int[] {ac, at}, new int[][] {{1, 0}, {0, 1}});
    }

    int below36() {
        int[] own = {vulnerable[0], vulnerable[1], vulnerable[2], required[0], required[1], required[2]};
        return switch (eq36()) {
            case 0 -> below(own, new int[][] {{0, 0, 0, 0, 0, 0}});
            case 1 -> below(own, new int[][] {{0, 0, 1, 1, 1, 0}, {0, 0, 0, 1, 1, 1}});
            case 2 -> below(own, new int[][] {{1, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0}});
            case 3 ->
                below(own, new int[][] {
                    {1, 0, 1, 0, 1, 0},
                    {1, 0, 0, 0, 1, 1},
                    {0, 1, 0, 1, 0, 1},
                    {0, 1, 1, 1, 0, 0},
                    {1, 1, 0, 0, 0, 1}
                });
            default -> below(own, new int[][] {{1, 1, 1, 0, 0, 0}});
        };
    }

    int below4() {
        return switch (eq4()) {
            case 0 -> below(subsequent, new int[][] {{1, 0, 0}});
            case 1 -> below(subsequent, new int[][] {{1, 1, 1}});
            default -> below(subsequent, new int[][] {{2, 2, 2}});
        };
    }

    private static int below(int[] own, int[][] mostSevere) {
        for (int[] severe : mostSevere) {
            int steps = 0;
            boolean milder = false;
            for (int i = 0; i < own.length; i++) {
                milder |= own[i] < severe[i];
                steps += own[i] - severe[i];
            }
            if (!milder) {
                return steps;
            }
        }
        throw new IllegalStateException("no most severe vector of the class lies above this one");
    }

    private static int sum(int[] steps) {
        return steps[0] + steps[1] + steps[2];
    }
}
