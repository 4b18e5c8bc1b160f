package tsukasa.cycle.closing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What an operator watches.
@Configuration(proxyBeanMethods = false)
class ClosingMeters {
    @Bean
    static MeterBinder closingMeters(ClosingStore store) {
        return registry -> Gauge.builder("tsukasa.closings.waiting", store::waiting)
                .description("Closings of periods that wait for a second person")
                .register(registry);
    }
}
