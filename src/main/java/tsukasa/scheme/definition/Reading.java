package tsukasa.scheme.definition;

import java.util.List;
import tsukasa.scheme.DefinitionProblem;
import tsukasa.scheme.Scheme;

/// What came of reading a folder.
sealed interface Reading {
    record Sound(Scheme scheme, String source) implements Reading {}

    record Faulty(String folder, List<DefinitionProblem> problems) implements Reading {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
