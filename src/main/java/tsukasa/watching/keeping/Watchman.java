package tsukasa.watching.keeping;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.kernel.database.NamedActor;
import tsukasa.kernel.database.NamedActors;
import tsukasa.kernel.round.Round;

/// 見守り番: goes around by itself, follows what changed, and clears away what was removed long ago.
@Configuration(proxyBeanMethods = false)
class Watchman {
    static final String ACTOR = "watchman";

    @Bean
    static NamedActors watchingActors() {
        return NamedActors.of(NamedActor.of(
                ACTOR,
                "変わった脆弱性情報を見守りリストに当てはめ、持ち主に知らせる",
                "Judges watch lists by what changed in the database, and tells their owners"));
    }

    /// Looks often, and at once when somebody decides about many.
    @Bean
    static Round decidingRound(MassDesk masses) {
        return Round.every(Duration.ofSeconds(5), "watch decisions", masses::goOn)
                .rungBy(masses.bell)
                .as(ACTOR);
    }

    /// Off only while somebody measures what following takes.
    @Bean
    @ConditionalOnProperty(name = "tsukasa.watching-round", matchIfMissing = true)
    static Round followingRound(GoingAround around, ListDesk lists, MassDesk masses) {
        return Round.every(Duration.ofSeconds(20), "watching", goesOn -> {
                    around.follow(goesOn);
                    around.fold(goesOn);
                    lists.clearAway();
                    masses.clearAway();
                })
                .as(ACTOR);
    }
}
