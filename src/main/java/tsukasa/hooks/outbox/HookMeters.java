package tsukasa.hooks.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.hooks.HookDeliveryState;
import tsukasa.kernel.database.Walls;

/// What an operator watches.
@Configuration(proxyBeanMethods = false)
class HookMeters {
    @Bean
    static MeterBinder hooksMeters(MessageStore store, HookDeliverer deliverer) {
        return registry -> {
            for (HookDeliveryState state : List.of(HookDeliveryState.QUEUED, HookDeliveryState.FAILED)) {
                Gauge.builder("tsukasa.hooks.messages", () -> Walls.as(HooksSetup.ACTOR, () -> store.count(state)))
                        .description("Messages that have not been delivered yet, and messages that could not be")
                        .tag("state", state.name())
                        .register(registry);
            }
            Gauge.builder("tsukasa.hooks.under.way", deliverer, HookDeliverer::underWay)
                    .description("Attempts under way at this node")
                    .register(registry);
        };
    }
}
