package tsukasa.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

@SpringBootTest
class SessionUseTests {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    SessionUseTests(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    private <S extends Session> String begun(
            FindByIndexNameSessionRepository<S> repository, Duration idle, Instant used) {
        S session = repository.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                UUID.randomUUID().toString());
        session.setMaxInactiveInterval(idle);
        session.setLastAccessedTime(used);
        repository.save(session);
        return session.getId();
    }

    private <S extends Session> Instant usedAgain(
            FindByIndexNameSessionRepository<S> repository, String id, Instant at) {
        S session = Objects.requireNonNull(repository.findById(id));
        session.setLastAccessedTime(at);
        repository.save(session);
        return Objects.requireNonNull(repository.findById(id)).getLastAccessedTime();
    }

    @Test
    void a_session_used_again_within_a_minute_is_not_written_again() {
        Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        String id = begun(sessions, Duration.ofHours(8), now);
        assertThat(usedAgain(sessions, id, now.plusSeconds(59))).isEqualTo(now);
        assertThat(usedAgain(sessions, id, now.plusSeconds(60))).isEqualTo(now.plusSeconds(60));
    }

    @Test
    void a_session_that_ends_soon_when_unused_is_written_more_often() {
        Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        String id = begun(sessions, Duration.ofMinutes(15), now);
        assertThat(usedAgain(sessions, id, now.plusSeconds(29))).isEqualTo(now);
        assertThat(usedAgain(sessions, id, now.plusSeconds(31))).isEqualTo(now.plusSeconds(31));
    }

    @Test
    void a_new_name_or_a_new_owner_is_written_at_once() {
        Instant now = Instant.now();
        String id = begun(sessions, Duration.ofHours(8), now);
        assertThat(renamed(sessions, id)).isNotEqualTo(id);
        assertThat(sessions.findById(id)).isNull();
    }

    private static <S extends Session> String renamed(FindByIndexNameSessionRepository<S> repository, String id) {
        S session = Objects.requireNonNull(repository.findById(id));
        String owner = UUID.randomUUID().toString();
        String renamed = session.changeSessionId();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, owner);
        repository.save(session);
        assertThat(repository.findByPrincipalName(owner)).containsOnlyKeys(renamed);
        return renamed;
    }
}
