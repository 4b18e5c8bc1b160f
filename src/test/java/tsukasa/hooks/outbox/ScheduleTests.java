package tsukasa.hooks.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTests {
    private static final Instant QUEUED = Instant.parse("2021-06-01T00:00:00Z");
    private final Schedule schedule = new Schedule(new Random(7));

    @Test
    void a_message_is_tried_ten_times_over_three_days_with_growing_pauses() {
        List<Duration> pauses = new ArrayList<>();
        Instant now = QUEUED;
        for (int attempts = 1; ; attempts++) {
            Optional<Instant> next = schedule.next(attempts, null, QUEUED, now);
            if (next.isEmpty()) {
                break;
            }
            pauses.add(Duration.between(now, next.get()));
            now = next.get();
        }
        assertThat(pauses).hasSize(9);
        assertThat(pauses.subList(0, 6)).isSorted();
        assertThat(pauses.getLast()).isGreaterThan(Duration.ofHours(19));
        assertThat(pauses.getFirst()).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(Duration.between(QUEUED, now)).isBetween(Duration.ofHours(60), Duration.ofHours(92));
    }

    @Test
    void receivers_that_were_away_together_are_not_called_together() {
        assertThat(schedule.next(3, null, QUEUED, QUEUED)).isNotEqualTo(schedule.next(3, null, QUEUED, QUEUED));
    }

    @Test
    void a_receiver_is_left_alone_as_long_as_it_asks_but_a_day_at_most() {
        assertThat(schedule.next(1, Duration.ofHours(3), QUEUED, QUEUED)).contains(QUEUED.plus(Duration.ofHours(3)));
        assertThat(schedule.next(1, Duration.ofDays(300), QUEUED, QUEUED)).contains(QUEUED.plus(Duration.ofDays(1)));
        assertThat(schedule.next(1, Duration.ZERO, QUEUED, QUEUED).orElseThrow())
                .isAfter(QUEUED.plusSeconds(47));
    }

    @Test
    void nothing_is_tried_after_four_days() {
        assertThat(schedule.next(2, null, QUEUED, QUEUED.plus(Duration.ofDays(4))))
                .isEmpty();
    }

    @Test
    void a_target_rests_longer_after_each_failure_and_an_hour_at_most() {
        assertThat(schedule.rest(1, null)).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        assertThat(schedule.rest(4, null)).isBetween(Duration.ofSeconds(192), Duration.ofSeconds(288));
        assertThat(schedule.rest(500, null)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    @Test
    void a_target_is_stopped_after_days_without_an_answer_and_not_after_one_failure_in_a_quiet_week() {
        assertThat(schedule.stops(10, QUEUED, QUEUED.plus(Duration.ofDays(5)))).isTrue();
        assertThat(schedule.stops(9, QUEUED, QUEUED.plus(Duration.ofDays(50)))).isFalse();
        assertThat(schedule.stops(400, QUEUED, QUEUED.plus(Duration.ofHours(119))))
                .isFalse();
    }
}
