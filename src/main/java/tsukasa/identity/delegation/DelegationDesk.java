package tsukasa.identity.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Visitor;
import tsukasa.identity.delegation.Delegation.EndedBy;
import tsukasa.identity.delegation.DelegationStore.Offer;
import tsukasa.kernel.page.Writing;

/// Every change of a delegation passes here: it is made once, written down, and both sides are told.
@Component
class DelegationDesk {
    private static final Action OFFERED = Action.of("delegation.offered", "代理を依頼", "Delegation offered");
    private static final Action ACCEPTED = Action.of("delegation.accepted", "代理を承諾", "Delegation accepted");
    private static final Action DECLINED = Action.of("delegation.declined", "代理を辞退", "Delegation declined");
    private static final Action ENDED = Action.of("delegation.ended", "代理を終了", "Delegation ended");
    private final DelegationStore store;
    private final DelegationMail mail;
    private final AuditTrail trail;
    private final Clock clock;

    DelegationDesk(DelegationStore store, DelegationMail mail, AuditTrail trail, Clock clock) {
        this.store = store;
        this.mail = mail;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions delegationActions() {
        return KnownActions.of(OFFERED, ACCEPTED, DECLINED, ENDED);
    }

    /// Empty when there is an open one between the two.
    @Transactional
    public Optional<Delegation> offer(Offer offer, Visitor by) {
        Optional<Delegation> made = store.offer(offer, by.id(), now(), today()).flatMap(store::find);
        made.ifPresent(one -> {
            record(OFFERED, one);
            mail.offered(one);
        });
        return made;
    }

    /// False when it was withdrawn, accepted or over in the meantime.
    @Transactional
    public boolean accept(Delegation delegation, Visitor by) {
        boolean done = store.accept(delegation.id(), by.id(), now(), today());
        if (done) {
            record(ACCEPTED, delegation);
            mail.accepted(delegation);
        }
        return done;
    }

    /// At once, by either side; before it was accepted this declines or withdraws it.
    @Transactional
    public boolean end(Delegation delegation, EndedBy side, Visitor by) {
        boolean done = store.end(delegation.id(), by.id(), side, now(), today());
        if (done) {
            boolean declined = delegation.acceptedAt() == null && side == EndedBy.DELEGATE;
            record(declined ? DECLINED : ENDED, delegation);
            mail.ended(delegation, side);
        }
        return done;
    }

    private void record(Action action, Delegation delegation) {
        trail.record(Deed.did(
                        action,
                        Thing.of(
                                "delegation",
                                delegation.id(),
                                delegation.giver().name() + " → "
                                        + delegation.delegate().name()))
                .with("giver", delegation.giver().id())
                .with("delegate", delegation.delegate().id())
                .with("extent", delegation.extent())
                .with(
                        "services",
                        String.join(" ", delegation.services().stream().sorted().toList()))
                .with("last-day", delegation.lastDay()));
    }

    Optional<Delegation> find(UUID id) {
        return store.find(id);
    }

    List<Delegation> of(UUID organisation) {
        return store.of(organisation);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), Writing.JAPAN);
    }

    private Instant now() {
        return clock.instant();
    }
}
