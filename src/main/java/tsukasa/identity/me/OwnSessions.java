package tsukasa.identity.me;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Where a person is signed in. A session's id is a secret, even from its owner's page; a part of its hash names it.
@Component
class OwnSessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /// @param device what the browser calls itself
    record OwnSession(String name, String device, Instant since, Instant lastUsed, boolean present) {}

    List<OwnSession> of(UUID person, @Nullable String presentId) {
        return sessions.findByPrincipalName(person.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new OwnSession(
                        name(session.getId()),
                        Optional.ofNullable(session.<String>getAttribute("tsukasa.device"))
                                .orElse(""),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(presentId)))
                .sorted(Comparator.comparing(OwnSession::lastUsed).reversed())
                .toList();
    }

    /// False when this person has no session of that name.
    boolean end(UUID person, String name) {
        Optional<String> id = sessions.findByPrincipalName(person.toString()).keySet().stream()
                .filter(one -> name(one).equals(name))
                .findFirst();
        id.ifPresent(sessions::deleteById);
        return id.isPresent();
    }

    private static String name(String sessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 12));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
