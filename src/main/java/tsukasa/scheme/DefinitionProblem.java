package tsukasa.scheme;

/// One fault of a scheme's folder: where it is, what it is, what to do about it.
///
/// @param line from 1; 0 when the fault is the file as a whole
public record DefinitionProblem(String file, int line, String what, String remedy) {
    /// As compilers write it.
    @Override
    public String toString() {
        return (line == 0 ? file : file + ":" + line) + ": " + what + ". To do: " + remedy + ".";
    }
}
