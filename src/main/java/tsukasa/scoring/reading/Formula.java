package tsukasa.scoring.reading;

import tsukasa.scoring.CvssVersion;

/// From what a vector says to its scores. All arithmetic is exact: the specifications round to tenths, and a binary
/// fraction that is a hair too small would round the wrong way.
@FunctionalInterface
interface Formula {
    /// @param base          tenths
    /// @param temporal      tenths, whether or not the vector defines that group
    /// @param environmental tenths, whether or not the vector defines that group
    record Tenths(int base, int temporal, int environmental) {}

    Tenths of(Values values);

    static Formula of(CvssVersion version) {
        return switch (version) {
            case V2_0 -> FormulaOf2::tenths;
            case V3_0 -> new FormulaOf3(false);
            case V3_1 -> new FormulaOf3(true);
            case V4_0 -> FormulaOf4::tenths;
        };
    }
}
