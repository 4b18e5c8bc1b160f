package tsukasa.bench.measuring;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;

/// Leaves out the entries of requests that ask for it, so that the same request can be measured with and without.
/// Exists only while `bench audit` measures, on a folder of invented data.
@Component
@Primary
@ConditionalOnProperty("tsukasa.bench-audit")
class BenchTrail implements AuditTrail {
    static final String UNAUDITED = "X-Bench-Unaudited";
    private final List<AuditTrail> trails;

    BenchTrail(@Lazy List<AuditTrail> trails) {
        this.trails = trails;
    }

    @Override
    public void record(Deed deed) {
        boolean unwanted = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getRequest().getHeader(UNAUDITED) != null;
        if (!unwanted) {
            trails.stream().filter(trail -> trail != this).forEach(trail -> trail.record(deed));
        }
    }
}
