package tsukasa.identity;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/// 代理権: why somebody may act for an organisation they do not belong to, as it stands at this moment.
///
/// @param giverName    of the organisation acted for
/// @param delegate     the organisation that they belong to and that was given it
/// @param delegateName under the name known now
/// @param services     empty means all
public record Mandate(
        UUID id, String giverName, UUID delegate, String delegateName, Set<String> services, Extent extent)
        implements Serializable {
    public Mandate {
        services = Set.copyOf(services);
    }

    public boolean covers(String service, Extent wanted) {
        return extent.includes(wanted) && (services.isEmpty() || services.contains(service));
    }
}
