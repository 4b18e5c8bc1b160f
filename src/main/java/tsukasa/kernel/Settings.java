package tsukasa.kernel;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator sets, under `tsukasa.` in the environment or in `tsukasa.properties` in the data folder.
///
/// @param dataDir        where everything of this agency is kept: the embedded database, files, outgoing mail
/// @param databaseUrl    a PostgreSQL of one's own, `jdbc:postgresql://…`; absent means the embedded one
/// @param baseUrl        the address people know this platform by, for links in mails; absent means this machine's
/// @param trustedProxies addresses (CIDR) whose `X-Forwarded-For`, `-Proto` and `-Host` are believed; nobody's by
/// default
/// @param firstAdministrator the email address that is given the administrator's role at every start
/// @param demo           a simulated fiscal year on a simulated clock
@ConfigurationProperties("tsukasa")
public record Settings(
        @DefaultValue("var") Path dataDir,
        @Nullable String databaseUrl,
        @DefaultValue("tsukasa") String databaseUser,
        @DefaultValue("") String databasePassword,
        @Nullable String baseUrl,
        @DefaultValue({}) List<String> trustedProxies,
        @Nullable String firstAdministrator,
        @DefaultValue("false") boolean demo,
        @DefaultValue Agency agency) {

    /// The agency that runs this platform, as it appears in headers and mails.
    public record Agency(
            @DefaultValue("IT推進機構") String ja,
            @DefaultValue("IT Promotion Agency") String en,
            @DefaultValue("no-reply@localhost") String mailFrom) {
        public Text title() {
            return Text.of(ja, en);
        }
    }
}
