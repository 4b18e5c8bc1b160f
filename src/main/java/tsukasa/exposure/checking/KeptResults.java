package tsukasa.exposure.checking;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.exposure.CheckedBills;

/// Results that a visitor looks at: in memory alone, for half an hour, under an address that nobody can guess.
@Component
class KeptResults implements CheckedBills {
    static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST_FINDINGS = 20_000;
    private static final long HEAVIEST = 96L * 1024 * 1024;
    private static final int ID_BYTES = 18;
    private final Map<String, Checked> kept = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private long weight;

    KeptResults(Clock clock) {
        this.clock = clock;
    }

    synchronized String keep(Checked whole) {
        Checked checked = first(whole);
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        kept.put(id, checked);
        weight += checked.weight();
        forget();
        return id;
    }

    synchronized Optional<Checked> result(String id) {
        forget();
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<CheckedBill> find(String result) {
        return result(result).map(found -> new CheckedBill(found.about(), found.components(), found.named()));
    }

    synchronized void forget(String id) {
        Checked gone = kept.remove(id);
        weight -= gone == null ? 0 : gone.weight();
    }

    /// What is too old, and the oldest where it is too much; the newest always stays.
    private void forget() {
        Instant oldest = clock.instant().minus(KEPT);
        for (String id : List.copyOf(kept.keySet())) {
            Checked one = kept.get(id);
            boolean much = weight > HEAVIEST && kept.size() > 1;
            if (one != null && (much || one.at().isBefore(oldest))) {
                forget(id);
            }
        }
    }

    private static Checked first(Checked whole) {
        List<Finding> findings = whole.findings();
        return findings.size() <= MOST_FINDINGS
                ? whole
                : new Checked(
                        whole.about(),
                        whole.at(),
                        whole.components(),
                        whole.named(),
                        whole.known(),
                        findings.subList(0, MOST_FINDINGS),
                        whole.ruledOut(),
                        whole.more() + findings.size() - MOST_FINDINGS,
                        whole.statements(),
                        whole.fitting(),
                        whole.unmatched());
    }
}
