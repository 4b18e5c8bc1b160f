package tsukasa.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTests {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/me", "/plan/fy2021?q=%E8%A8%88&page=2", "/a//b", "/x?return=//evil.example"})
    void an_address_of_ours_is_kept(String path) {
        assertThat(ReturnPath.orHome(path).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "me",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "/\u0000/evil",
                "/\r\nLocation: x",
                "/ 日本",
                "/日本"
            })
    void anything_else_becomes_the_home_page(String path) {
        assertThat(ReturnPath.orHome(path)).isEqualTo(ReturnPath.HOME);
    }

    @org.junit.jupiter.api.Test
    void an_endless_address_becomes_the_home_page() {
        assertThat(ReturnPath.orHome("/" + "a".repeat(5000))).isEqualTo(ReturnPath.HOME);
    }
}
