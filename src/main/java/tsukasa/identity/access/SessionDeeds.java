package tsukasa.identity.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Permission;
import tsukasa.identity.Proof;
import tsukasa.identity.Visitor;

/// What the audit trail says about coming in, going out and being kept out.
@Component
class SessionDeeds {
    private static final Action BEGAN = Action.of("session.began", "サインイン", "Signed in");
    private static final Action ENDED = Action.of("session.ended", "サインアウト", "Signed out");
    private static final Action PROVED = Action.of("session.proved", "もう一度の本人確認", "Proved again");
    private static final Action ACTS_FOR = Action.of("session.acts-for", "代表する組織を選択", "Chose whom to act for");
    private static final Action REFUSED = Action.of("permission.refused", "権限がなく拒否", "Refused for lack of permission");
    private final AuditTrail trail;

    SessionDeeds(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    static KnownActions sessionActions() {
        return KnownActions.of(BEGAN, ENDED, PROVED, ACTS_FOR, REFUSED);
    }

    /// By the person, who is nobody yet to the request.
    void began(UUID person, String name, Proof.Way way) {
        trail.record(Deed.did(BEGAN, Thing.of("person", person, name))
                .by(Actor.person(person, name))
                .with("way", way));
    }

    void proved(Proof.Way way) {
        trail.record(Deed.did(PROVED, Thing.all("session")).with("way", way));
    }

    void ended(Visitor visitor) {
        trail.record(Deed.did(ENDED, Thing.of("person", visitor.id(), visitor.displayName()))
                .by(Actor.of(visitor)));
    }

    void actsFor(UUID organisation) {
        trail.record(Deed.did(ACTS_FOR, Thing.of("organisation", organisation, "")));
    }

    /// Strangers are only sent to the sign-in page, which is no news. The pattern of the endpoint is told and not the
    /// address, which may hold a secret.
    void refused(String method, String pattern, @Nullable Permission permission) {
        trail.record(Deed.refused(REFUSED, Thing.of("endpoint", method + " " + pattern, ""))
                .with("permission", permission));
    }
}
