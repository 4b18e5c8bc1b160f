package tsukasa.files;

/// How taking a file over from elsewhere can end.
public sealed interface TakeOverOutcome {
    record TakenOver(KeptFile file) implements TakeOverOutcome {}

    /// Nothing was kept: its content is another than its record says.
    record NotTheSame(String sha256) implements TakeOverOutcome {}
}
