package tsukasa.identity.passkey;

import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;

/// Who we are to authenticators: our host, and the one address whose pages may ask them.
@Component
class RelyingParty {
    private final PublicAddress address;
    private final Settings settings;

    RelyingParty(PublicAddress address, Settings settings) {
        this.address = address;
        this.settings = settings;
    }

    String id() {
        return Optional.ofNullable(base().getHost()).orElse("localhost");
    }

    String origin() {
        URI base = base();
        return base.getScheme() + "://" + base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort());
    }

    String name() {
        return settings.agency().ja();
    }

    /// Browsers offer passkeys on a name only, and only where nobody can listen: by TLS, or on this very machine.
    boolean possible() {
        String host = id();
        boolean number = host.matches("[0-9.]+") || host.contains(":");
        return !number && ("https".equals(base().getScheme()) || host.equals("localhost"));
    }

    private URI base() {
        return URI.create(address.base());
    }
}
