package tsukasa.scheme;

import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// One fault of a scheme's folder: where it is, what it is, what to do about it.
///
/// @param line from 1; 0 when the fault is the file as a whole
public record DefinitionProblem(String file, int line, Text what, Text remedy) {
    /// As compilers write it.
    public String in(Language language) {
        String place = line == 0 ? file : file + ":" + line;
        return switch (language) {
            case JA -> "%s: %s。直し方：%s。".formatted(place, what.ja(), remedy.ja());
            case EN -> "%s: %s. To do: %s.".formatted(place, what.en(), remedy.en());
        };
    }

    @Override
    public String toString() {
        return in(Language.EN);
    }
}
