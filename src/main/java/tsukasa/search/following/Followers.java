package tsukasa.search.following;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import tsukasa.kernel.round.Round;
import tsukasa.search.SearchIndexes;
import tsukasa.search.SearchSource;

/// A follower for every collection.
@Component
class Followers {
    private final List<Follower> all;

    Followers(ObjectProvider<SearchSource> sources, SearchIndexes indexes) {
        this.all = sources.orderedStream()
                .map(source -> new Follower(source, indexes))
                .toList();
    }

    List<Follower> all() {
        return all;
    }

    @Configuration(proxyBeanMethods = false)
    static class Rounds {
        @Bean
        Round searchRound(Followers followers) {
            return Round.every(
                            Duration.ofSeconds(2),
                            "search",
                            goesOn -> followers.all().forEach(follower -> follower.follow(goesOn)))
                    .fromTheStart();
        }
    }
}
