package tsukasa.scheme.definition;

import java.util.List;
import tsukasa.scheme.DefinitionProblem;
import tsukasa.scheme.Scheme;

/// What came of reading a folder.
sealed interface Reading {
    /// @param source   what is recorded of this version
    /// @param form     the form with the lines of its parts
    record Sound(String folder, Scheme scheme, String source, String formFile, MarkedYaml form) implements Reading {}

    record Faulty(String folder, List<DefinitionProblem> problems) implements Reading {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
