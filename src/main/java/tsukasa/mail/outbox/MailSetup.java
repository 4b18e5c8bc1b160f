package tsukasa.mail.outbox;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tsukasa.kernel.Settings;

@Configuration(proxyBeanMethods = false)
class MailSetup {
    /// A mail server is there when `spring.mail.host` is set.
    @Bean
    Carrier carrier(ObjectProvider<JavaMailSenderImpl> server, Settings settings, Clock clock) {
        JavaMailSenderImpl configured = server.getIfAvailable();
        return configured == null
                ? new FolderCarrier(settings.dataDir(), settings.agency(), clock)
                : new SmtpCarrier(configured, settings.agency(), clock);
    }
}
