package tsukasa.kernel.web;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Settings;

/// Puts the shelf before the server's own way to the filters. Where the server writes a log of all accesses, it would
/// not see what is answered from the shelf, so there everything goes the usual way.
@Component
class FrontSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /// A usual answer leaves in one piece.
    private static final String WRITTEN_AT_ONCE = "16384";

    private final FrontShelf shelf;
    private final TrustedProxies proxies;
    private final boolean logged;

    FrontSetup(FrontShelf shelf, Settings settings, @Value("${server.tomcat.accesslog.enabled:false}") boolean logged) {
        this.shelf = shelf;
        this.proxies = new TrustedProxies(settings.trustedProxies());
        this.logged = logged;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appWriteBufSize", WRITTEN_AT_ONCE);
            if (!logged) {
                connector.addLifecycleListener(event -> {
                    if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                        before((Connector) event.getLifecycle());
                    }
                });
            }
        });
    }

    private void before(Connector connector) {
        if (connector.getProtocolHandler() instanceof Http11NioProtocol protocol) {
            protocol.setAdapter(new FrontAdapter(protocol.getAdapter(), shelf, proxies, connector.getScheme()));
        }
    }
}
