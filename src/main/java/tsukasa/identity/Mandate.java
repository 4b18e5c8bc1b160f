package tsukasa.identity;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/// 代理権: why somebody may act for an organisation they do not belong to, as it stands at this moment.
///
/// @param delegate     the organisation that they belong to and that was given it
/// @param delegateName under the name known now
/// @param services     empty means all
public record Mandate(UUID id, UUID delegate, String delegateName, Set<String> services, Reach reach)
        implements Serializable {
    public Mandate {
        services = Set.copyOf(services);
    }

    public boolean covers(String service, Reach wanted) {
        return reach.includes(wanted) && (services.isEmpty() || services.contains(service));
    }
}
