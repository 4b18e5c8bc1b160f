package tsukasa.identity.recovery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.AccessSettings;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Recoveries;
import tsukasa.identity.Secret;
import tsukasa.identity.SecurityEvent.Kind;
import tsukasa.identity.SecurityTrail;
import tsukasa.identity.SignInMeans;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;

/// Helps somebody back in who lost every means. Administrators only open the way: the link goes to the person's
/// mailbox, after it one begins with a mail link's strength and must set up a second proof anew, and no administrator
/// ever has a session of the person.
@Component
class RecoveryDesk implements Recoveries {
    /// How long a second administrator may take to agree, and how long the link works once it does.
    static final Duration OPEN = Duration.ofDays(7);

    private final RecoveryStore recoveries;
    private final SignInMeans means;
    private final People people;
    private final SecurityTrail trail;
    private final PostOffice post;
    private final PublicAddress address;
    private final Settings settings;
    private final AccessSettings access;
    private final Clock clock;

    RecoveryDesk(
            RecoveryStore recoveries,
            SignInMeans means,
            People people,
            SecurityTrail trail,
            PostOffice post,
            PublicAddress address,
            Settings settings,
            AccessSettings access,
            Clock clock) {
        this.recoveries = recoveries;
        this.means = means;
        this.people = people;
        this.trail = trail;
        this.post = post;
        this.address = address;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public boolean underWay(UUID person) {
        return recoveries.ofPerson(person, clock.instant()).isPresent();
    }

    /// False when one is open already.
    @Transactional
    public boolean start(Person person, String reason, UUID by) {
        Instant now = clock.instant();
        boolean started = recoveries.start(person.id(), reason, by, now, now.plus(OPEN));
        if (started) {
            trail.note(person.id(), Kind.RECOVERY_STARTED, by, reason);
        }
        return started;
    }

    /// False unless it waits for a second administrator, and this is one.
    @Transactional
    public boolean confirm(Recovery recovery, UUID by) {
        Secret secret = Secret.fresh();
        Instant now = clock.instant();
        Instant opens = now.plus(access.recoveryWait());
        if (!recoveries.confirm(recovery.id(), by, secret.hash(), now, opens, opens.plus(OPEN))) {
            return false;
        }
        trail.note(recovery.person(), Kind.RECOVERY_CONFIRMED, by, "");
        people.find(recovery.person()).ifPresent(person -> post.send(letter(person, secret, opens)));
        return true;
    }

    private Letter letter(Person person, Secret secret, Instant opens) {
        URI link = address.of("/recovery/" + secret.text());
        return Letter.of(
                        person.email(),
                        person.language(),
                        Text.of("アカウントの回復のご案内", "Recovery of your account"),
                        Text.of(
                                japanese(link, new Writing(person.language()).minute(opens)),
                                english(link, new Writing(person.language()).minute(opens))))
                .keptSecret();
    }

    private String japanese(URI link, String opens) {
        return """
                %s です。

                2人の管理者が、あなたのアカウントの回復を認めました。
                次のリンクは、%s（日本時間）から7日間、1回だけ使えます。
                使うと、以前のパスキー、確認コードのアプリ、回復コードはすべて無効になり、新しく登録し直します。

                %s

                依頼した覚えがないときは、いますぐ同じリンクを開き、「回復を止める」を押してください。
                """.formatted(settings.agency().ja(), opens, link);
    }

    private String english(URI link, String opens) {
        return """
                This is %s.

                Two administrators agreed to recover your account.
                This link works once, for seven days from %s (Japan).
                It removes your earlier passkeys, code app and recovery codes; you set up new ones.

                %s

                If you did not ask for this, open the same link now and press "Stop the recovery".
                """.formatted(settings.agency().en(), opens, link);
    }

    /// @param by absent when the link in the person's mail was used
    @Transactional
    public boolean stop(Recovery recovery, @Nullable UUID by) {
        boolean stopped = recoveries.stop(recovery.id(), by, clock.instant());
        if (stopped) {
            trail.note(recovery.person(), Kind.RECOVERY_STOPPED, by, "");
        }
        return stopped;
    }

    Optional<Recovery> ofToken(String token) {
        return Secret.parse(token).flatMap(secret -> recoveries.ofToken(secret.hash(), clock.instant()));
    }

    /// All earlier means and sessions end. False before its time, or when it was used or stopped.
    @Transactional
    public boolean finish(Recovery recovery) {
        boolean done = recoveries.finish(recovery.id(), clock.instant());
        if (done) {
            means.forget(recovery.person());
            trail.note(recovery.person(), Kind.RECOVERY_DONE, "");
        }
        return done;
    }
}
