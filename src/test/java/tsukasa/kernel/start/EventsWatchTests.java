package tsukasa.kernel.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import tsukasa.kernel.Settings;
import tsukasa.kernel.round.Round;

class EventsWatchTests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final List<Duration> asked = new ArrayList<>();

    private Round watch(String databaseUrl) {
        Settings settings = new Settings(
                Path.of("var"),
                databaseUrl,
                "tsukasa",
                "",
                null,
                List.of(),
                null,
                false,
                new Settings.Agency("機構", "Agency", "no-reply@localhost"));
        return new EventsWatch(new FailingAtFirst(), settings, PATIENCE).takingOverEvents();
    }

    private final class FailingAtFirst implements IncompleteEventPublications {
        @Override
        public void resubmitIncompletePublicationsOlderThan(Duration age) {
            asked.add(age);
            if (asked.size() == 1) {
                throw new IllegalStateException("the database is away");
            }
        }

        @Override
        public void resubmitIncompletePublications(Predicate<EventPublication> which) {
            throw new AssertionError("all of them");
        }

        @Override
        public void resubmitIncompletePublications(ResubmissionOptions options) {
            throw new AssertionError("all of them");
        }
    }

    @Test
    void events_under_way_are_left_alone_even_after_a_first_look_that_failed() throws Exception {
        Round alone = watch("");
        assertThatThrownBy(() -> alone.work().look(() -> true)).hasMessage("the database is away");
        alone.work().look(() -> true);
        assertThat(asked).containsExactly(Duration.ZERO, PATIENCE);
    }

    @Test
    void beside_other_nodes_the_first_look_is_patient_as_well() {
        assertThatThrownBy(() -> watch("jdbc:postgresql://db/x").work().look(() -> true))
                .hasMessage("the database is away");
        assertThat(asked).containsExactly(PATIENCE);
    }
}
