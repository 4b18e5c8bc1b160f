package tsukasa.hooks.outbox;

import java.net.InetAddress;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.kernel.Settings;
import tsukasa.kernel.database.NamedActor;
import tsukasa.kernel.database.NamedActors;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookSettings.class)
class HooksSetup {
    static final String ACTOR = "hooks";

    @Bean
    static NamedActors hooksActors() {
        return NamedActors.of(NamedActor.of(
                ACTOR, "ほかのシステムへの通知を受け取り、届ける", "Takes in what machines of others are told, and delivers it"));
    }

    @Bean
    Lookups hookLookups(HookSettings hooks, Settings settings) {
        return new Lookups(InetAddress::getAllByName, hooks.loopback(settings.demo()));
    }

    @Bean
    Wire hookWire(Lookups lookups) {
        return new Wire(lookups, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), Wire.Patience.USUAL);
    }

    @Bean
    Seals hookSeals(Settings settings) {
        return new Seals(settings.dataDir().resolve("keys/hooks.json"));
    }
}
