package tsukasa.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.CorporateNumber;

/// Knows the organisations that deal with the agency, and who acts for each.
public interface Organisations {
    Optional<Organisation> find(UUID id);

    /// Those of the given that exist, by id.
    Map<UUID, Organisation> findAll(Collection<UUID> ids);

    Optional<Organisation> findByCorporateNumber(CorporateNumber number);

    /// Nobody acts for the new organisation until somebody joins it.
    Registration register(OrganisationProfile profile);

    /// Many at once, for loads of data; ids in the order given. A corporate number that is there keeps its
    /// organisation.
    List<UUID> registerAll(List<OrganisationProfile> profiles);

    /// The particulars as they are from now on. The corporate number cannot be changed.
    Organisation amend(UUID id, OrganisationProfile profile);

    /// By a part of the name or the beginning of the corporate number, best known first.
    List<Organisation> search(String text, int limit);

    /// Does nothing when the person already acts for the organisation in that part.
    void join(UUID person, UUID organisation, Membership.Part part);

    void leave(UUID person, UUID organisation);

    /// Present ones only.
    List<Membership> membershipsOf(UUID person);

    /// Present ones only.
    List<Membership> membersOf(UUID organisation);
}
