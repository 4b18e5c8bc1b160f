package tsukasa.kernel.web;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;

/// `tsukasa.base-url`; without it this machine's own address, which is right for a demonstration and useless outside.
@Component
class ConfiguredAddress implements PublicAddress {
    private final Settings settings;
    private final Environment environment;

    ConfiguredAddress(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @Override
    public String base() {
        String known = settings.baseUrl();
        return known == null || known.isBlank() ? here() : known.strip().replaceAll("/+$", "");
    }

    /// The port is known only after the server has started, when it is a free one.
    private String here() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }
}
