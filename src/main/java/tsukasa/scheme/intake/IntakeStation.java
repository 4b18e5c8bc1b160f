package tsukasa.scheme.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import tsukasa.kernel.Text;
import tsukasa.scheme.Fault;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Trial;
import tsukasa.scheme.TrialStation;

/// Judges the answers, decides, and says what the register would say.
@Order(2)
final class IntakeStation implements TrialStation {
    private final AnswerRules rules = new AnswerRules();

    @Override
    public Trial pass(Scheme scheme, Trial before) {
        List<Fault> faults = new ArrayList<>(before.faults());
        faults.addAll(rules.check(scheme, before.answers()));
        Statement says = Statement.of(scheme, before.answers());
        String number = scheme.prefix() + "-2000-000001";
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("number", number);
        entry.put("subject", says.subjectKey(number));
        entry.put("name", says.name());
        entry.put("prefecture", says.prefecture());
        entry.put("industry", says.industry());
        entry.put("level", says.level());
        if (IntakeDesk.contact(scheme, before.answers()).isEmpty()) {
            faults.add(new Fault(
                    scheme.mailField(), Text.of("確認メールの宛先がありません。", "There is nobody to mail the confirmation to.")));
        }
        return new Trial(before.typed(), before.answers(), faults, entry);
    }
}
