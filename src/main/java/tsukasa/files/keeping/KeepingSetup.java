package tsukasa.files.keeping;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tsukasa.files.FileSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class KeepingSetup {
    @Bean
    KeyRing keyRing(FileSettings settings) {
        return new KeyRing(settings.key());
    }

    @Bean
    Vault vault(FileSettings settings, KeyRing ring) {
        return new Vault(settings.folder(), ring);
    }
}
