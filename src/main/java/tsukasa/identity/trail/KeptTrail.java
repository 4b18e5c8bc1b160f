package tsukasa.identity.trail;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.SecurityEvent;
import tsukasa.identity.SecurityTrail;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;

@Component
class KeptTrail implements SecurityTrail {
    private final EventStore events;
    private final SecurityActions actions;
    private final People people;
    private final PostOffice post;
    private final PublicAddress address;
    private final Settings settings;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    KeptTrail(
            EventStore events,
            SecurityActions actions,
            People people,
            PostOffice post,
            PublicAddress address,
            Settings settings,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.events = events;
        this.actions = actions;
        this.people = people;
        this.post = post;
        this.address = address;
        this.settings = settings;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void note(UUID person, SecurityEvent.Kind kind, String detail) {
        note(person, kind, null, detail);
    }

    @Override
    @Transactional
    public void note(UUID person, SecurityEvent.Kind kind, @Nullable UUID by, String detail) {
        SecurityEvent event = new SecurityEvent(person, kind, clock.instant(), by, detail);
        events.add(event);
        actions.record(event, people.find(person).orElse(null));
        publisher.publishEvent(event);
        if (kind.told()) {
            people.find(person).ifPresent(told -> post.send(letter(told, event)));
        }
    }

    @Override
    public List<SecurityEvent> latest(UUID person, int howMany) {
        return events.latest(person, howMany);
    }

    private Letter letter(Person person, SecurityEvent event) {
        return Letter.of(
                person.email(),
                person.language(),
                Text.of("サインインについてのお知らせ", "About your sign-in"),
                Text.of(japanese(event), english(event)));
    }

    private String japanese(SecurityEvent event) {
        return """
                %s です。あなたのアカウントについてお知らせします。

                %s。
                %s
                日時: %s（日本時間）

                ご自身の操作であれば、何もする必要はありません。
                お心当たりがないときは、すぐに次の画面を開き、ほかのサインインを終わらせ、確認手段を見直してください。

                %s
                """.formatted(
                        settings.agency().ja(),
                        event.kind().title().ja(),
                        event.detail(),
                        new Writing(tsukasa.kernel.Language.JA).minute(event.at()),
                        address.of("/me"));
    }

    private String english(SecurityEvent event) {
        return """
                This is %s, about your account.

                %s.
                %s
                Time: %s (Japan)

                If this was you, there is nothing to do.
                If it was not, open this page at once, end all other sessions and check how one can sign in:

                %s
                """.formatted(
                        settings.agency().en(),
                        event.kind().title().en(),
                        event.detail(),
                        new Writing(tsukasa.kernel.Language.EN).minute(event.at()),
                        address.of("/me"));
    }
}
