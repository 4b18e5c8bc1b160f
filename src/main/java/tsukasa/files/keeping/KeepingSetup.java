package tsukasa.files.keeping;

import com.google.crypto.tink.StreamingAead;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.files.FileSettings;
import tsukasa.kernel.keys.KeyRing;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class KeepingSetup {
    static final String WHOSE_KEYS = "confidential files";

    @Bean
    KeyRing<StreamingAead> keyRing(FileSettings settings) {
        return KeyRing.forStreams(WHOSE_KEYS, settings.key());
    }

    @Bean
    Vault vault(FileSettings settings, KeyRing<StreamingAead> ring) {
        return new Vault(settings.folder(), ring);
    }
}
