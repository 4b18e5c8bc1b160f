package tsukasa.files;

/// What a scan said.
public sealed interface ScanVerdict {
    record Clean() implements ScanVerdict {}

    /// @param finding what the scanner calls it
    record Infected(String finding) implements ScanVerdict {}

    /// No scanner is set up, or it does not answer.
    record NotScanned(String why) implements ScanVerdict {}
}
