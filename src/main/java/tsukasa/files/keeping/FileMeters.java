package tsukasa.files.keeping;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What an operator watches.
@Configuration(proxyBeanMethods = false)
class FileMeters {
    @Bean
    static MeterBinder fileMeters(OversightStore store) {
        return registry -> Gauge.builder("tsukasa.files.quarantined", store::quarantined)
                .description("Files that wait for a scan or an administrator")
                .register(registry);
    }
}
