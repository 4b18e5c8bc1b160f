package tsukasa.kernel;

import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockSetup {
    /// Late enough in fiscal year 2021 for its indicators to have a history, before its end so that they move: nine in
    /// the morning in Japan on 12 January 2022.
    private static final Instant DEMONSTRATION = Instant.parse("2022-01-12T00:00:00Z");

    @Bean
    MachineClock machineClock() {
        return MachineClock.outside();
    }

    @Bean
    @ConditionalOnProperty(name = "tsukasa.demo", havingValue = "false", matchIfMissing = true)
    Clock clock() {
        return MachineClock.outside().clock();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "tsukasa.demo", havingValue = "true")
    SimulatedClock simulatedClock(Settings settings) {
        return new SimulatedClock(
                settings.dataDir().resolve("demonstration-time"),
                DEMONSTRATION,
                MachineClock.outside().clock());
    }
}
