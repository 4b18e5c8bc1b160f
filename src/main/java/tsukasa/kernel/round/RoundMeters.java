package tsukasa.kernel.round;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What an operator watches of every round.
@Configuration(proxyBeanMethods = false)
class RoundMeters {
    private static final String WHICH = "round";

    @Bean
    static MeterBinder roundMeters(Rounds rounds) {
        return registry -> rounds.all().forEach(round -> bind(round, registry));
    }

    private static void bind(GoingRound round, MeterRegistry registry) {
        FunctionTimer.builder("tsukasa.round", round, GoingRound::looks, GoingRound::nanos, TimeUnit.NANOSECONDS)
                .description("Looks of a round, and how long they took")
                .tag(WHICH, round.name())
                .register(registry);
        FunctionCounter.builder("tsukasa.round.failed", round, GoingRound::failed)
                .description("Looks that did not succeed")
                .tag(WHICH, round.name())
                .register(registry);
        Gauge.builder("tsukasa.round.failing", round, GoingRound::failing)
                .description("Looks in a row that did not succeed")
                .tag(WHICH, round.name())
                .register(registry);
        TimeGauge.builder("tsukasa.round.since", round, TimeUnit.NANOSECONDS, GoingRound::nanosSince)
                .description("Time since a look succeeded")
                .tag(WHICH, round.name())
                .register(registry);
    }
}
