package tsukasa.identity.delegation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisations;
import tsukasa.identity.People;
import tsukasa.identity.delegation.Delegation.EndedBy;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;

/// Tells the owners of an organisation what happened to a delegation of theirs.
@Component
class DelegationMail {
    private final PostOffice post;
    private final Organisations organisations;
    private final People people;
    private final PublicAddress address;
    private final Settings settings;

    DelegationMail(
            PostOffice post, Organisations organisations, People people, PublicAddress address, Settings settings) {
        this.post = post;
        this.organisations = organisations;
        this.people = people;
        this.address = address;
        this.settings = settings;
    }

    void offered(Delegation one) {
        tell(
                one.delegate().id(),
                one,
                Text.of("代理の依頼が届きました", "You are asked to act for another organisation"),
                Text.of(
                        one.giver().name() + " が、" + one.delegate().name() + " に代理を依頼しました。内容を確かめ、承諾するか辞退してください。",
                        one.giver().name() + " asks " + one.delegate().name()
                                + " to act for it. Please look at it and accept or decline."));
    }

    void accepted(Delegation one) {
        tell(
                one.giver().id(),
                one,
                Text.of("代理が承諾されました", "Your delegation was accepted"),
                Text.of(
                        one.delegate().name() + " が、" + one.giver().name() + " の代理を承諾しました。今日から有効です。",
                        one.delegate().name() + " accepted to act for "
                                + one.giver().name() + ". It is in force from today."));
    }

    void ended(Delegation one, EndedBy side) {
        String by = side == EndedBy.GIVER ? one.giver().name() : one.delegate().name();
        Text words = Text.of(
                by + " が、代理（" + one.giver().name() + " → " + one.delegate().name() + "）を終わらせました。これからの手続きはできません。",
                by + " ended the delegation from " + one.giver().name() + " to "
                        + one.delegate().name() + ". Nothing more can be done by it.");
        Text subject = Text.of("代理が終了しました", "A delegation has ended");
        tell(one.giver().id(), one, subject, words);
        tell(one.delegate().id(), one, subject, words);
    }

    private void tell(UUID organisation, Delegation one, Text subject, Text words) {
        String page = address.of("/me/organisations/" + organisation + "/delegations/" + one.id())
                .toString();
        organisations.membersOf(organisation).stream()
                .filter(member -> member.part() == Part.OWNER)
                .flatMap(member -> people.find(member.person()).stream())
                .filter(person -> person.closedAt() == null)
                .forEach(person -> post.send(Letter.of(
                        person.email(),
                        person.language(),
                        subject,
                        Text.of(japanese(words, one, page), english(words, one, page)))));
    }

    private String japanese(Text words, Delegation one, String page) {
        return """
                %s です。

                %s

                できること: %s
                期限: %s まで

                %s
                """.formatted(
                        settings.agency().ja(),
                        words.ja(),
                        one.extent().title().ja(),
                        new Writing(Language.JA).date(one.lastDay()),
                        page);
    }

    private String english(Text words, Delegation one, String page) {
        return """
                This is %s.

                %s

                What can be done: %s
                Until: %s

                %s
                """.formatted(
                        settings.agency().en(),
                        words.en(),
                        one.extent().title().en(),
                        new Writing(Language.EN).date(one.lastDay()),
                        page);
    }
}
