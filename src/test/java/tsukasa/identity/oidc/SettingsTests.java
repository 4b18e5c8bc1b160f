package tsukasa.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tsukasa.identity.Role;
import tsukasa.kernel.StartFailure;

/// What an operator writes is judged at the start, and named by its key.
class SettingsTests {
    private static final Map<String, String> SOUND = Map.of(
            "kind", "gbiz-id",
            "issuer", "https://gbiz-id.go.jp/oauth/",
            "client-id", "id",
            "client-secret", "secret");

    private static Provider provider(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>();
        settings.forEach((key, value) -> all.put("tsukasa.oidc.gbiz." + key, value));
        OidcSettings bound = new Binder(new MapConfigurationPropertySource(all))
                .bind("tsukasa", OidcSettings.class)
                .get();
        return Provider.of("gbiz", bound.oidc().values().iterator().next());
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> settings = new TreeMap<>(SOUND);
        settings.put(key, value);
        return settings;
    }

    @Test
    void four_settings_are_enough() {
        Provider provider = provider(SOUND);
        assertThat(provider.title().ja()).isEqualTo("GビズID");
        assertThat(provider.scopes()).containsExactly("openid", "profile", "user", "email");
        assertThat(provider.settings().toString()).doesNotContain("secret");
        assertThat(provider(with("title.ja", "法人の共通アカウント")).title().ja()).isEqualTo("法人の共通アカウント");
        assertThat(provider(with("roles.a-group", "STAFF,PLANNER"))
                        .settings()
                        .roles()
                        .get("a-group"))
                .containsExactly(Role.STAFF, Role.PLANNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "issuer", "client-id", "client-secret"})
    void a_start_without_one_of_them_says_which(String key) {
        Map<String, String> settings = new TreeMap<>(SOUND);
        settings.remove(key);
        assertThatThrownBy(() -> provider(settings))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("tsukasa.oidc.gbiz." + key);
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://gbiz-id.go.jp/oauth/",
        "issuer, gbiz-id.go.jp",
        "issuer, https://",
        "endpoints.token, http://evil.example/token",
        "keep, my-number",
        "scopes, profile"
    })
    void secrets_go_to_encrypted_addresses_only_and_nothing_unknown_is_kept(String key, String value) {
        assertThatThrownBy(() -> provider(with(key, value))).isInstanceOf(StartFailure.class);
    }
}
