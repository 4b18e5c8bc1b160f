package tsukasa.kernel.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Settings;

/// Puts the doorkeeper, and the shelf before it, before the server's own way to the filters. Where the server writes a
/// log of all accesses, it would
/// not see what is answered from the shelf, so there nothing is.
@Component
class FrontSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /// A usual answer leaves in one piece.
    static final int WRITTEN_AT_ONCE = 16 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places = Doorkeeper.places();
    private final MeterRegistry meters;
    private final FrontShelf shelf;
    private final TrustedProxies proxies;
    private final boolean logged;

    FrontSetup(
            FrontShelf shelf,
            Settings settings,
            MeterRegistry meters,
            @Value("${server.tomcat.accesslog.enabled:false}") boolean logged) {
        this.meters = meters;
        this.shelf = shelf;
        this.proxies = new TrustedProxies(settings.trustedProxies());
        this.logged = logged;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appWriteBufSize", String.valueOf(WRITTEN_AT_ONCE));
            connector.setProperty("socket.directBuffer", "true");
            connector.addLifecycleListener(event -> {
                if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                    before((Connector) event.getLifecycle());
                }
            });
        });
    }

    private void before(Connector connector) {
        if (connector.getProtocolHandler() instanceof Http11NioProtocol protocol) {
            Adapter door = new Doorkeeper(protocol.getAdapter(), places, PATIENCE, meters);
            protocol.setAdapter(logged ? door : new FrontAdapter(door, shelf, proxies, connector.getScheme()));
        }
    }
}
