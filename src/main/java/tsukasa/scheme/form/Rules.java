package tsukasa.scheme.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.scheme.Fault;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Scheme.Step;

/// What is wrong with a form, asked of the intake and told step by step.
@Component
class Rules {
    private final Intake intake;

    Rules(Intake intake) {
        this.intake = intake;
    }

    /// What must be answered at a level: whatever the intake misses when it knows nothing but the level.
    Set<String> required(Scheme scheme, String level) {
        return intake.check(scheme, scheme.answering(level)).stream()
                .map(Fault::field)
                .collect(Collectors.toSet());
    }

    /// @param typed what could not be read; it says more than the intake can
    List<Fault> faults(Scheme scheme, Map<String, Object> answers, List<Fault> typed) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        typed.forEach(fault -> faults.putIfAbsent(fault.field(), fault));
        intake.check(scheme, answers).forEach(fault -> faults.putIfAbsent(fault.field(), fault));
        return List.copyOf(faults.values());
    }

    /// The faults of one step, in the order in which it asks.
    static Errors errors(Frame frame, Step step, List<Fault> faults) {
        List<Errors.Entry> entries = new ArrayList<>();
        for (String field : step.fields()) {
            faults.stream()
                    .filter(fault -> fault.field().equals(field))
                    .findFirst()
                    .ifPresent(fault -> entries.add(new Errors.Entry(field, frame.say(fault.message()))));
        }
        return new Errors(entries);
    }
}
