package tsukasa.plan;

/// One fault of a plan package: where it is, what it is, and what to do about it.
///
/// @param file   path inside the package, `indicators/SEC-2.yaml`
/// @param line   from 1; 0 when the fault is the file as a whole, e.g. that there is none
/// @param column from 1; 0 like the line
public record PackageProblem(String file, int line, int column, String what, String remedy) {
    /// `indicators/SEC-2.yaml:12:5: …. To do: ….`, as compilers write it.
    @Override
    public String toString() {
        String at = line == 0 ? file : file + ":" + line + ":" + column;
        return at + ": " + what + ". To do: " + remedy + ".";
    }
}
