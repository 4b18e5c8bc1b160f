package tsukasa.watching.telling;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.kernel.round.Round;
import tsukasa.watching.WatchReport;

/// Tells what waits to be told.
@Configuration(proxyBeanMethods = false)
class TellingRounds {
    private static final int LISTS = 20;

    @Bean
    static Round letterRound(WatchReport report, Postman postman) {
        return Round.every(Duration.ofSeconds(30), "watch letters", goesOn -> {
                    int told = LISTS;
                    while (goesOn.getAsBoolean() && told == LISTS) {
                        told = report.tell(WatchReport.Way.LETTER, LISTS, postman::write);
                    }
                })
                .as("watchman");
    }

    @Bean
    static Round hookHandingRound(WatchReport report, HookTeller teller) {
        return Round.every(Duration.ofSeconds(30), "watch webhooks", goesOn -> {
                    int told = LISTS;
                    while (goesOn.getAsBoolean() && told == LISTS) {
                        told = report.tell(WatchReport.Way.HOOK, LISTS, teller::hand);
                    }
                })
                .as("watchman");
    }
}
