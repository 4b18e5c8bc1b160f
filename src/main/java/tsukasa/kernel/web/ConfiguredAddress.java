package tsukasa.kernel.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;

/// `tsukasa.base-url`; without it this machine's own address, which is right for a demonstration and useless outside.
@Component
class ConfiguredAddress implements PublicAddress {
    private static final String STARTED = "local.server.port";
    private final Environment environment;
    /// Lists ask for each of their lines, and looking through all settings takes longer than writing one. Null until it
    /// is known for good.
    private volatile @Nullable String known;

    ConfiguredAddress(Settings settings, Environment environment) {
        this.environment = environment;
        String told = settings.baseUrl();
        this.known = told == null || told.isBlank() ? null : told.strip().replaceAll("/+$", "");
    }

    @Override
    public String base() {
        String address = known;
        return address == null ? here() : address;
    }

    /// The port is known only after the server has started, when it is a free one.
    private String here() {
        String started = environment.getProperty(STARTED);
        String port = started == null ? environment.getProperty("server.port", "8080") : started;
        String address = "http://localhost:" + port;
        if (started != null) {
            known = address;
        }
        return address;
    }
}
