package tsukasa.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;

/// A version of the Common Vulnerability Scoring System (共通脆弱性評価システム).
public enum CvssVersion {
    V2_0("2.0", ""),
    V3_0("3.0", "CVSS:3.0/"),
    V3_1("3.1", "CVSS:3.1/"),
    V4_0("4.0", "CVSS:4.0/");

    private static final Text DANGER = Text.of("危険", "High");
    private final String number;
    private final String prefix;

    CvssVersion(String number, String prefix) {
        this.number = number;
        this.prefix = prefix;
    }

    /// A degree of severity and the scores, in tenths, that it spans.
    public record Range(Severity severity, int from, int to) {}

    /// By its number, `3.1`.
    public static Optional<CvssVersion> of(String number) {
        return Arrays.stream(values())
                .filter(version -> version.number.equals(number))
                .findFirst();
    }

    public String number() {
        return number;
    }

    /// What a vector starts with; nothing in version 2.0.
    public String prefix() {
        return prefix;
    }

    /// From 3.0 the specifications rate scores themselves. CVSS 2.0 rates none: for it these are the three degrees that
    /// the National Vulnerability Database and JVN iPedia print beside 2.0 scores; they know neither 緊急 nor なし.
    public List<Range> ranges() {
        return this == V2_0
                ? List.of(
                        new Range(Severity.LOW, 0, 39),
                        new Range(Severity.MEDIUM, 40, 69),
                        new Range(Severity.HIGH, 70, 100))
                : List.of(
                        new Range(Severity.NONE, 0, 0),
                        new Range(Severity.LOW, 1, 39),
                        new Range(Severity.MEDIUM, 40, 69),
                        new Range(Severity.HIGH, 70, 89),
                        new Range(Severity.CRITICAL, 90, 100));
    }

    public Severity severity(int tenths) {
        return ranges().stream()
                .filter(range -> range.from() <= tenths && tenths <= range.to())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no score of CVSS " + number + ": " + tenths + " tenths"))
                .severity();
    }

    /// The word beside a score of this version: JVN iPedia calls the highest degree of 2.0 危険, not 重要.
    public Text word(Severity severity) {
        return this == V2_0 && severity == Severity.HIGH ? DANGER : severity.word();
    }
}
