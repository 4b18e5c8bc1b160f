package tsukasa.plan.reading;

import java.util.regex.Pattern;

/// 【令和３年度の評価指標】: the line over the indicators of a section.
final class IndicatorHeadings {
    private static final int LONGEST = 40;
    private static final Pattern BRACKETED = Pattern.compile("[\\[【〔<〈《(].{0,25}(?:指標|数値目標|達成目標).{0,8}[\\]】〕>〉》)]");
    private static final Pattern BARE =
            Pattern.compile("[■◆○●◇]?(?:(?:令和|平成)[0-9元]+年度の)?(?:主な|定量的な?)?(?:評価指標|定量的指標|数値目標):?");

    private IndicatorHeadings() {}

    static boolean matches(SourceLine line) {
        String compact = line.compact();
        return !compact.isEmpty()
                && compact.length() <= LONGEST
                && compact.indexOf('。') < 0
                && (BRACKETED.matcher(compact).matches()
                        || BARE.matcher(compact).matches());
    }
}
