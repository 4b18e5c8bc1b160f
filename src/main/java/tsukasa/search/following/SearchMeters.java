package tsukasa.search.following;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What an operator watches of every collection.
@Configuration(proxyBeanMethods = false)
class SearchMeters {
    /// Says that something is found late; the platform works all the same, so the whole stays up.
    private static final Status BEHIND = new Status("BEHIND");

    private static final String WHICH = "collection";

    @Bean
    static MeterBinder searchIndexMeters(Followers followers) {
        return registry -> followers.all().forEach(follower -> {
            Gauge.builder("tsukasa.search.behind", follower, Follower::behind)
                    .description("Marks that an index is behind its source")
                    .tag(WHICH, follower.collection())
                    .register(registry);
            Gauge.builder("tsukasa.search.documents", follower, Follower::documents)
                    .description("Documents in an index")
                    .tag(WHICH, follower.collection())
                    .register(registry);
        });
    }

    @Bean
    static HealthIndicator searchHealthIndicator(Followers followers) {
        return () -> {
            Map<String, Object> behind = new LinkedHashMap<>();
            followers.all().forEach(follower -> behind.put(follower.collection(), follower.behind()));
            boolean all = behind.values().stream().allMatch(marks -> marks.equals(0.0));
            return Health.status(all ? Status.UP : BEHIND).withDetails(behind).build();
        };
    }
}
