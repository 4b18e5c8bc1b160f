package tsukasa.scoring;

import java.math.BigDecimal;

/// スコア: 0.0 to 10.0, kept in tenths because it is never anything finer.
public record CvssScore(int tenths, Severity severity) {
    public CvssScore {
        if (tenths < 0 || tenths > 100) {
            throw new IllegalArgumentException("a score lies between 0.0 and 10.0: " + tenths + " tenths");
        }
    }

    /// With exactly one decimal: `7.1`, `10.0`.
    public BigDecimal value() {
        return BigDecimal.valueOf(tenths, 1);
    }

    @Override
    public String toString() {
        return value().toPlainString();
    }
}
