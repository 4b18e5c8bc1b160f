package tsukasa.mail.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.kernel.database.Walls;
import tsukasa.mail.DeliveryState;

/// What an operator watches.
@Configuration(proxyBeanMethods = false)
class MailMeters {
    @Bean
    static MeterBinder mailMeters(LetterStore store) {
        return registry -> {
            for (DeliveryState state : List.of(DeliveryState.QUEUED, DeliveryState.FAILED)) {
                Gauge.builder("tsukasa.mail.letters", () -> Walls.as(Counter.POST, () -> store.count("", state)))
                        .description("Letters that have not left yet, and letters that could not")
                        .tag("state", state.name())
                        .register(registry);
            }
        };
    }
}
