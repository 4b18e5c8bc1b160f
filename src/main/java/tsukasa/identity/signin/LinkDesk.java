package tsukasa.identity.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Secret;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.MailId;
import tsukasa.mail.PostOffice;

@Component
class LinkDesk implements SignInLinks {
    static final Duration VALID = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofDays(7);
    private final LinkStore links;
    private final PostOffice post;
    private final PublicAddress address;
    private final Settings settings;
    private final Clock clock;

    LinkDesk(LinkStore links, PostOffice post, PublicAddress address, Settings settings, Clock clock) {
        this.links = links;
        this.post = post;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public URI make(EmailAddress email, ReturnPath goOn) {
        Instant now = clock.instant();
        links.forget(now.minus(KEPT));
        Secret token = Secret.fresh();
        links.add(token.hash(), email, goOn, now, now.plus(VALID));
        return address.of("/sign-in/link/" + token.text());
    }

    @Override
    @Transactional
    public MailId send(EmailAddress email, ReturnPath goOn, Language language) {
        URI link = make(email, goOn);
        Settings.Agency agency = settings.agency();
        return post.send(Letter.of(
                        email,
                        language,
                        Text.of("サインインのご案内", "Your sign-in link"),
                        Text.of(japanese(agency, link), english(agency, link)))
                .keptSecret());
    }

    private static String japanese(Settings.Agency agency, URI link) {
        return """
                %s です。

                次のリンクを開き、「サインインする」を押してください。

                %s

                リンクは30分間、1回だけ使えます。
                お心当たりがないときは、何もせず、このメールを削除してください。
                """.formatted(agency.ja(), link);
    }

    private static String english(Settings.Agency agency, URI link) {
        return """
                This is %s.

                Open this link and press "Sign in":

                %s

                The link works once, for 30 minutes.
                If you did not ask for it, delete this mail; nothing will happen.
                """.formatted(agency.en(), link);
    }

    Optional<Claim> look(String token) {
        return Secret.parse(token).flatMap(known -> links.look(known.hash(), clock.instant()));
    }

    @Transactional
    public Optional<Claim> use(String token) {
        return Secret.parse(token).flatMap(known -> links.use(known.hash(), clock.instant()));
    }
}
