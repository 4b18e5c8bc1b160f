package tsukasa.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator sets about signing in, under `tsukasa.`.
///
/// @param secondFactor whether the staff's pages open only after a second proof; left out, they do, except in a
/// demonstration
/// @param recoveryWait how long a person whom an administrator helps back in must wait, able to stop it
@ConfigurationProperties("tsukasa")
public record AccessSettings(
        @Nullable SecondFactor secondFactor,
        @DefaultValue("false") boolean demo,
        @DefaultValue("24h") Duration recoveryWait,
        @DefaultValue Sessions sessions) {
    public enum SecondFactor {
        REQUIRED,
        OPTIONAL
    }

    /// How long a session lives from signing in, and how long unused.
    public record Sessions(
            @DefaultValue("12h") Duration staff,
            @DefaultValue("2h") Duration staffIdle,
            @DefaultValue("30d") Duration others,
            @DefaultValue("7d") Duration othersIdle) {
        public Duration lifetime(Visitor visitor) {
            return visitor.entrusted() ? staff : others;
        }

        public Duration idle(Visitor visitor) {
            return visitor.entrusted() ? staffIdle : othersIdle;
        }
    }

    public boolean secondFactorRequired() {
        return secondFactor == null ? !demo : secondFactor == SecondFactor.REQUIRED;
    }
}
