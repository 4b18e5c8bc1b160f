package tsukasa.identity.secondstep;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.Secret;
import tsukasa.identity.SecurityEvent.Kind;
import tsukasa.identity.SecurityTrail;
import tsukasa.identity.SignInMeans;
import tsukasa.identity.TryLimits;
import tsukasa.kernel.MachineClock;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

@Component
class SecondProofDesk implements SignInMeans {
    static final int TRIES = 5;
    private static final int LONGEST = 100;
    private final MeansStore store;
    private final TryLimits limits;
    private final SecurityTrail trail;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Clock clock;
    private final MachineClock outside;

    SecondProofDesk(
            MeansStore store,
            TryLimits limits,
            SecurityTrail trail,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            Clock clock,
            MachineClock outside) {
        this.store = store;
        this.limits = limits;
        this.trail = trail;
        this.sessions = sessions;
        this.clock = clock;
        this.outside = outside;
    }

    @Override
    public Means of(UUID person) {
        return store.of(person);
    }

    @Override
    @Transactional
    public void forget(UUID person) {
        store.forget(person);
        sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
    }

    @Transactional
    public byte[] propose(UUID person) {
        return store.propose(person, Secret.bytes(20), clock.instant());
    }

    /// The app makes the right codes: from now on they count.
    @Transactional
    public boolean confirm(UUID person, String typed) {
        return tried(person, () -> {
            OptionalLong step = stepOf(person, typed);
            boolean confirmed = step.isPresent() && store.confirm(person, step.getAsLong(), clock.instant());
            if (confirmed) {
                trail.note(person, Kind.CODE_SET_UP, "");
            }
            return confirmed;
        });
    }

    @Transactional
    public boolean code(UUID person, String typed) {
        return tried(person, () -> {
            OptionalLong step = stepOf(person, typed);
            return step.isPresent() && store.use(person, step.getAsLong());
        });
    }

    @Transactional
    public boolean recoveryCode(UUID person, String typed) {
        return tried(person, () -> {
            boolean used = typed.length() <= LONGEST
                    && store.useCode(person, RecoveryCodes.hash(person, typed), clock.instant());
            if (used) {
                int left = store.of(person).recoveryCodes();
                trail.note(person, Kind.RECOVERY_CODE_USED, "残り / left: " + left);
            }
            return used;
        });
    }

    private OptionalLong stepOf(UUID person, String typed) {
        String digits = Normalizer.normalize(
                        typed.substring(0, Math.min(LONGEST, typed.length())), Normalizer.Form.NFKC)
                .replaceAll("\\s", "");
        return store.app(person)
                .map(app -> OneTimeCodes.stepOf(
                        app.secret(), digits, outside.clock().instant()))
                .orElse(OptionalLong.empty());
    }

    /// Counted before it is looked at, so that many at once are no more than one after the other.
    private boolean tried(UUID person, java.util.function.BooleanSupplier secret) {
        String subject = "codes of " + person;
        TryLimits.Attempt attempt = limits.attempt(subject, TRIES);
        attempt.rest().ifPresent(SecondProofDesk::rest);
        boolean right = secret.getAsBoolean();
        if (right) {
            limits.succeeded(subject);
        } else if (attempt.number() == TRIES) {
            trail.note(person, Kind.CODES_REFUSED, "");
        }
        return right;
    }

    private static void rest(Duration wait) {
        throw Problem.tooMany(
                Text.of(
                        "確認コードが5回続けて違っていたため、15分間受け付けません。",
                        "Five codes were wrong in a row, so none is taken for a quarter of an hour."),
                Text.of("待ってからもう一度お試しいただくか、パスキーを使ってください。", "Wait and try again, or use a passkey."),
                wait.plusSeconds(1));
    }

    @Transactional
    public void removeApp(UUID person) {
        if (store.removeApp(person)) {
            trail.note(person, Kind.CODE_REMOVED, "");
        }
    }

    /// @return shown once, kept nowhere
    @Transactional
    public List<String> makeCodes(UUID person) {
        List<String> codes = RecoveryCodes.fresh();
        store.replaceCodes(
                person,
                codes.stream().map(code -> RecoveryCodes.hash(person, code)).toList(),
                clock.instant());
        trail.note(person, Kind.RECOVERY_CODES_MADE, "");
        return codes;
    }
}
