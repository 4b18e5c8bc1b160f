package tsukasa.identity.oidc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsukasa.identity.OrganisationProfile;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Asks whether the account elsewhere and the one here are the same person's.
public record WaitingPage(Frame frame, List<Fact> facts, String provider, String organisation) implements Page {
    static WaitingPage of(Frame frame, Identity identity, Text provider, Visitor visitor) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(frame.say("外部アカウント", "Account elsewhere"), shown(frame, identity, provider)));
        facts.add(
                Fact.of(frame.say("このサイトのアカウント", "Account here"), visitor.displayName() + "（" + visitor.email() + "）"));
        identity.kept().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> facts.add(Fact.of(frame.say(Kept.words(one.getKey())), one.getValue())));
        Identity.Place place = identity.place();
        OrganisationProfile profile = place == null ? null : place.profile();
        return new WaitingPage(frame, facts, frame.say(provider), profile == null ? "" : profile.name());
    }

    static String shown(Frame frame, Identity identity, Text provider) {
        return identity.name().isEmpty() ? frame.say(provider) : frame.say(provider) + "　" + identity.name();
    }

    @Override
    public String title() {
        return frame.say(provider + "を結び付ける", "Link " + provider);
    }
}
