package tsukasa.scheme.definition;

import java.util.ArrayList;
import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.scheme.DefinitionProblem;

/// Collects what is wrong with one file, each with the line where it stands.
final class Findings {
    private final String file;
    private final MarkedYaml text;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    Findings(String file, MarkedYaml text) {
        this.file = file;
        this.text = text;
    }

    /// @param pointer JSON pointer of the value, or of one that is missing: the nearest thing around it is named
    void add(String pointer, Text what, Text remedy) {
        problems.add(new DefinitionProblem(file, text.line(pointer), what, remedy));
    }

    List<DefinitionProblem> all() {
        return problems;
    }
}
