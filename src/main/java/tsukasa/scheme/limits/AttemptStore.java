package tsukasa.scheme.limits;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.DailyLimits;

@Component
class AttemptStore implements DailyLimits {
    private final JdbcClient database;
    private final Clock clock;

    AttemptStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In a transaction of its own: an attempt counts even if what was attempted is rolled back.
    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean allow(String subject, int perDay) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        database.sql("delete from scheme.attempt where day < :day")
                .param("day", today.minusDays(2))
                .update();
        return database.sql("""
                        insert into scheme.attempt (subject, day, attempts) values (:subject, :day, 1)
                        on conflict (subject, day) do update set attempts = least(attempt.attempts + 1, 1000000)
                        returning attempts
                        """)
                        .param("subject", subject)
                        .param("day", today)
                        .query(Integer.class)
                        .single()
                <= perDay;
    }
}
