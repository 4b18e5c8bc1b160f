package tsukasa.identity.me;

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
import tsukasa.identity.Proof;
import tsukasa.identity.Secret;

/// Where a person is signed in. A session's id is a secret, even from its owner's page; a part of its hash names it.
@Component
class OwnSessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /// @param device what the browser calls itself
    record OwnSession(String name, String device, Proof proof, Instant since, Instant lastUsed, boolean present) {}

    List<OwnSession> of(UUID person, @Nullable String presentId) {
        return sessions.findByPrincipalName(person.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new OwnSession(
                        name(session.getId()),
                        Optional.ofNullable(session.<String>getAttribute("tsukasa.device"))
                                .orElse(""),
                        Optional.ofNullable(session.<String>getAttribute("tsukasa.proof"))
                                .flatMap(Proof::read)
                                .orElse(Proof.NONE),
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

    /// @return how many there were besides the present one
    int endOthers(UUID person, String presentId) {
        List<String> others = sessions.findByPrincipalName(person.toString()).keySet().stream()
                .filter(id -> !id.equals(presentId))
                .toList();
        others.forEach(sessions::deleteById);
        return others.size();
    }

    private static String name(String sessionId) {
        return HexFormat.of().formatHex(Arrays.copyOf(Secret.sha256(sessionId), 12));
    }
}
