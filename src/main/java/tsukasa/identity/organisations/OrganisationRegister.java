package tsukasa.identity.organisations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Membership;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisation;
import tsukasa.identity.OrganisationProfile;
import tsukasa.identity.Organisations;
import tsukasa.identity.Registration;
import tsukasa.kernel.CorporateNumber;

@Component
class OrganisationRegister implements Organisations {
    private static final Action REGISTERED = Action.of("organisation.registered", "組織を登録", "Organisation registered");
    private static final Action AMENDED = Action.of("organisation.amended", "組織の情報を変更", "Organisation amended");
    private static final Action JOINED = Action.of("member.joined", "組織に加入", "Joined an organisation");
    private static final Action LEFT = Action.of("member.left", "組織から脱退", "Left an organisation");
    private static final int AT_ONCE = 5_000;
    private final OrganisationStore organisations;
    private final MembershipStore memberships;
    private final AuditTrail trail;
    private final Clock clock;

    OrganisationRegister(OrganisationStore organisations, MembershipStore memberships, AuditTrail trail, Clock clock) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions organisationActions() {
        return KnownActions.of(REGISTERED, AMENDED, JOINED, LEFT);
    }

    @Override
    public Optional<Organisation> find(UUID id) {
        return organisations.find(id);
    }

    @Override
    public Map<UUID, Organisation> findAll(Collection<UUID> ids) {
        return organisations.findAll(ids).stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    @Override
    public Optional<Organisation> findByCorporateNumber(CorporateNumber number) {
        return organisations.findByCorporateNumber(number);
    }

    @Override
    @Transactional
    public Registration register(OrganisationProfile profile) {
        UUID id = UUID.randomUUID();
        boolean added = organisations.add(List.of(id), List.of(profile), clock.instant()) == 1;
        CorporateNumber number = profile.corporateNumber();
        if (added) {
            trail.record(Deed.did(REGISTERED, Thing.of("organisation", id, profile.name()))
                    .with("corporate-number", number));
        }
        return added || number == null
                ? new Registration.Registered(organisations.find(id).orElseThrow())
                : new Registration.AlreadyThere(
                        organisations.findByCorporateNumber(number).orElseThrow());
    }

    @Override
    @Transactional
    public List<UUID> registerAll(List<OrganisationProfile> profiles) {
        List<UUID> known = new ArrayList<>(profiles.size());
        int added = 0;
        for (int from = 0; from < profiles.size(); from += AT_ONCE) {
            List<OrganisationProfile> some = profiles.subList(from, Math.min(profiles.size(), from + AT_ONCE));
            List<UUID> ids = some.stream().map(_ -> UUID.randomUUID()).toList();
            added += organisations.add(ids, some, clock.instant());
            known.addAll(organisations.idsOf(ids, some));
        }
        if (added > 0) {
            trail.record(Deed.did(REGISTERED, Thing.all("organisation")).with("count", added));
        }
        return known;
    }

    @Override
    @Transactional
    public Organisation amend(UUID id, OrganisationProfile profile) {
        organisations.amend(id, profile, clock.instant());
        trail.record(Deed.did(AMENDED, Thing.of("organisation", id, profile.name())));
        return organisations.find(id).orElseThrow(() -> new IllegalStateException("no organisation " + id));
    }

    @Override
    public List<Organisation> search(String text, int limit) {
        return organisations.search(text, limit);
    }

    @Override
    @Transactional
    public void join(UUID person, UUID organisation, Part part) {
        Optional<Membership> present = memberships.ofPerson(person).stream()
                .filter(m -> m.organisation().equals(organisation))
                .findFirst();
        if (present.isPresent() && present.get().part() == part) {
            return;
        }
        memberships.end(person, organisation, clock.instant());
        memberships.begin(person, organisation, part, clock.instant());
        trail.record(
                Deed.did(JOINED, thing(organisation)).with("person", person).with("part", part));
    }

    @Override
    @Transactional
    public void leave(UUID person, UUID organisation) {
        memberships.end(person, organisation, clock.instant());
        trail.record(Deed.did(LEFT, thing(organisation)).with("person", person));
    }

    private Thing thing(UUID organisation) {
        return Thing.of(
                "organisation",
                organisation,
                organisations
                        .find(organisation)
                        .map(one -> one.profile().name())
                        .orElse(""));
    }

    @Override
    public List<Membership> membershipsOf(UUID person) {
        return memberships.ofPerson(person);
    }

    @Override
    public List<Membership> membersOf(UUID organisation) {
        return memberships.ofOrganisation(organisation);
    }
}
