package tsukasa.scheme;

import java.util.List;
import java.util.Map;

/// An example on its way through a scheme, of which nothing is kept.
///
/// @param typed   what someone would type, by field
/// @param answers what was read from it
/// @param entry   what the register would say, by column
public record Trial(
        Map<String, String> typed, Map<String, Object> answers, List<Fault> faults, Map<String, String> entry) {
    public Trial {
        typed = Map.copyOf(typed);
        answers = Map.copyOf(answers);
        faults = List.copyOf(faults);
        entry = Map.copyOf(entry);
    }

    public static Trial of(Map<String, String> typed) {
        return new Trial(typed, Map.of(), List.of(), Map.of());
    }
}
