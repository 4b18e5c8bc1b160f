package tsukasa.identity.passkey;

import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.SecurityEvent.Kind;
import tsukasa.identity.SecurityTrail;
import tsukasa.kernel.Text;

/// Adds passkeys, believes them, locks copied ones, takes them away.
@Component
class PasskeyDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyDesk.class);
    private final PasskeyStore passkeys;
    private final Answers answers;
    private final People people;
    private final SecurityTrail trail;
    private final Clock clock;

    PasskeyDesk(PasskeyStore passkeys, Answers answers, People people, SecurityTrail trail, Clock clock) {
        this.passkeys = passkeys;
        this.answers = answers;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /// How an answer can end.
    sealed interface Result {
        record Proved(Person person) implements Result {}

        record Unknown() implements Result {}

        /// Copied now, or locked before.
        record Locked() implements Result {}

        record Closed() implements Result {}

        record Wrong(Text why) implements Result {}
    }

    /// How adding one can end.
    sealed interface Added {
        record Done(Passkey passkey) implements Added {}

        /// Somebody has it already.
        record Taken() implements Added {}

        record Wrong(Text why) implements Added {}
    }

    @Transactional
    public Added add(UUID person, String json, Challenge asked, String name) {
        try {
            Passkey made = answers.made(json, asked, person, name, clock.instant());
            if (!passkeys.add(made)) {
                return new Added.Taken();
            }
            trail.note(person, Kind.PASSKEY_ADDED, name);
            return new Added.Done(made);
        } catch (Answers.Refused refused) {
            LOG.info("a new passkey was refused: {}", refused.getMessage());
            return new Added.Wrong(refused.words());
        }
    }

    /// @param expected whose passkey it must be; absent when that is the question
    @Transactional
    public Result prove(String json, Challenge asked, @Nullable UUID expected) {
        try {
            Answers.Said answer = answers.read(json);
            Optional<Passkey> known = passkeys.ofCredential(answer.credentialId())
                    .filter(passkey -> expected == null || passkey.person().equals(expected))
                    .filter(passkey -> fits(passkey, answer.handle(), expected));
            return known.isEmpty() ? new Result.Unknown() : prove(answer, known.get(), asked);
        } catch (Answers.Refused refused) {
            LOG.info("a passkey was refused: {}", refused.getMessage());
            return new Result.Wrong(refused.words());
        }
    }

    /// An authenticator that says who its owner is must say the truth; one that was asked by name may say nothing.
    private boolean fits(Passkey passkey, byte[] handle, @Nullable UUID expected) {
        return handle.length == 0
                ? expected != null
                : passkeys.ofHandle(handle).filter(passkey.person()::equals).isPresent();
    }

    private Result prove(Answers.Said answer, Passkey passkey, Challenge asked) {
        if (passkey.locked()) {
            return new Result.Locked();
        }
        try {
            AuthenticatorData<?> said = answers.signed(answer, passkey, asked);
            if (!passkeys.used(passkey.id(), said.getSignCount(), said.isFlagBS(), clock.instant())) {
                return lock(passkey);
            }
        } catch (Answers.Refused refused) {
            LOG.info("a passkey was refused: {}", refused.getMessage());
            return refused.copied() ? lock(passkey) : new Result.Wrong(refused.words());
        }
        Person person = people.find(passkey.person()).orElseThrow();
        return person.closedAt() == null ? new Result.Proved(person) : new Result.Closed();
    }

    private Result lock(Passkey passkey) {
        if (passkeys.lock(passkey.id(), clock.instant())) {
            trail.note(passkey.person(), Kind.PASSKEY_LOCKED, passkey.name());
        }
        return new Result.Locked();
    }

    @Transactional
    public boolean rename(UUID person, UUID id, String name) {
        boolean renamed = passkeys.rename(person, id, name);
        if (renamed) {
            trail.note(person, Kind.PASSKEY_RENAMED, name);
        }
        return renamed;
    }

    @Transactional
    public Optional<Passkey> remove(UUID person, UUID id) {
        Optional<Passkey> removed = passkeys.find(person, id).filter(passkey -> passkeys.remove(person, id));
        removed.ifPresent(passkey -> trail.note(person, Kind.PASSKEY_REMOVED, passkey.name()));
        return removed;
    }
}
