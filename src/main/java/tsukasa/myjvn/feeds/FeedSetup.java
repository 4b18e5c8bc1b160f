package tsukasa.myjvn.feeds;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.kernel.round.Round;

@Configuration(proxyBeanMethods = false)
class FeedSetup {
    @Bean
    static Round feedFiles(FeedMaking making) {
        return Round.every(Duration.ofSeconds(20), "feeds", making::look).fromTheStart();
    }
}
