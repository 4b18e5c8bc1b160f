package tsukasa.scheme.intake;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.scheme.ChainInspector;
import tsukasa.scheme.intake.CaseStore.Kept;

@Component
class ChainDesk implements ChainInspector {
    private final CaseStore cases;

    ChainDesk(CaseStore cases) {
        this.cases = cases;
    }

    @Override
    @Transactional(readOnly = true)
    public Verdict inspect(String number) {
        List<Kept> events = cases.events(number);
        byte[] before = null;
        for (int i = 0; i < events.size(); i++) {
            Kept kept = events.get(i);
            boolean follows =
                    kept.event().seq() == i + 1 && Arrays.equals(kept.event().previous(), before);
            if (!follows || !Arrays.equals(kept.event().hash(), kept.hash())) {
                return new Verdict(events.size(), i + 1, seal(events));
            }
            before = kept.hash();
        }
        return new Verdict(events.size(), 0, seal(events));
    }

    private static String seal(List<Kept> events) {
        return events.isEmpty() ? "" : HexFormat.of().formatHex(events.getLast().hash());
    }
}
