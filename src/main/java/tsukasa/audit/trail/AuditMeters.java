package tsukasa.audit.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What an operator watches.
@Configuration(proxyBeanMethods = false)
class AuditMeters {
    @Bean
    static MeterBinder auditMeters(WaitingStore store) {
        return registry -> Gauge.builder("tsukasa.audit.waiting", store::count)
                .description("Entries of the audit trail that are not sealed yet")
                .register(registry);
    }
}
