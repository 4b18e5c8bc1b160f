package tsukasa.identity.delegation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.identity.Membership;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisation;
import tsukasa.identity.Organisations;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// Who stands on which side. It goes by membership alone: who acts for an organisation by a mandate is not part of it,
/// and passes nothing on. To strangers there is nothing here.
@Component
class Sides {
    private final Organisations organisations;
    private final DelegationDesk desk;

    Sides(Organisations organisations, DelegationDesk desk) {
        this.organisations = organisations;
        this.desk = desk;
    }

    record Own(Organisation organisation, Part part) {}

    Own own(Visitor visitor, UUID organisation) {
        Part part = organisations.membershipsOf(visitor.id()).stream()
                .filter(one -> one.organisation().equals(organisation))
                .map(Membership::part)
                .findFirst()
                .orElseThrow(Sides::unknown);
        return new Own(organisations.find(organisation).orElseThrow(Sides::unknown), part);
    }

    Own owner(Visitor visitor, UUID organisation) {
        Own own = own(visitor, organisation);
        if (own.part() != Part.OWNER) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("代理を決められるのは、組織の管理者だけです。", "Only an owner may decide about delegations."),
                    Text.of("管理者に依頼してください。", "Ask an owner of the organisation."));
        }
        return own;
    }

    /// What is done for somebody is bound to their 法人番号.
    Own giver(Visitor visitor, UUID organisation) {
        Own own = owner(visitor, organisation);
        if (own.organisation().profile().corporateNumber() == null) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of(
                            "代理を依頼できるのは、法人番号のある組織だけです。",
                            "Only an organisation with a corporate number can let others act for it."),
                    Text.of("個人事業主の方は、ご自身で手続きしてください。", "Sole proprietors act for themselves."));
        }
        return own;
    }

    Delegation seen(UUID organisation, UUID delegation) {
        return desk.find(delegation)
                .filter(one -> one.giver().id().equals(organisation)
                        || one.delegate().id().equals(organisation))
                .orElseThrow(() -> Problem.notFound(Text.of("この代理はありません。", "There is no such delegation.")));
    }

    private static Problem unknown() {
        return Problem.notFound(Text.of("この組織はありません。", "There is no such organisation."));
    }
}
