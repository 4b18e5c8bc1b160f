package tsukasa.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class TrustedProxiesTests {
    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8"));

    @ParameterizedTest
    @CsvSource({
        "10.255.0.1,true",
        "11.0.0.1,false",
        "192.0.2.1,true",
        "192.0.2.2,false",
        "fd12::1,true",
        "fe80::1,false",
        "example.jp,false",
        "'',false"
    })
    void a_proxy_is_trusted_by_its_range(String address, boolean trusted) {
        assertThat(proxies.trusts(address)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @CsvSource({
        "'203.0.113.9',203.0.113.9",
        "'6.6.6.6, 203.0.113.9',203.0.113.9",
        "'6.6.6.6, 203.0.113.9, 10.0.0.2',203.0.113.9",
        "'203.0.113.9:4711, 10.0.0.2',203.0.113.9",
        "'[2001:db8::1]:443',2001:db8:0:0:0:0:0:1",
        "'10.0.0.3',10.0.0.3",
        "'unknown, 10.0.0.3',10.0.0.3",
        "'<script>',10.0.0.1",
        "'',10.0.0.1"
    })
    void the_client_is_the_first_from_the_right_that_is_no_proxy(String header, String client) {
        MockHttpServletRequest request = from("10.0.0.1");
        request.addHeader("X-Forwarded-For", header);
        assertThat(proxies.client(request)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({"https,true", "http,false", "'https, https',true", "'https, http',false", "gopher,false", "HTTPS,true"})
    void a_request_is_secure_when_every_hop_was(String header, boolean secure) {
        MockHttpServletRequest request = from("10.0.0.1");
        request.addHeader("X-Forwarded-Proto", header);
        assertThat(new ForwardedRequest(request, proxies).isSecure()).isEqualTo(secure);
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.jp,https://www.example.jp/x",
        "www.example.jp:8443,https://www.example.jp:8443/x",
        "'a.example, www.example.jp',https://www.example.jp/x",
        "'[2001:db8::1]:8443',https://[2001:db8::1]:8443/x",
        "'www.example.jp/evil',https://localhost/x",
        "'www.example.jp:99999',https://localhost/x",
        "'a b',https://localhost/x"
    })
    void the_address_is_the_one_the_proxy_was_asked_for(String header, String address) {
        MockHttpServletRequest request = from("10.0.0.1");
        request.setRequestURI("/x");
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", header);
        assertThat(new ForwardedRequest(request, proxies).getRequestURL()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.jp", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "fd00::/129"})
    void a_range_that_is_none_stops_the_start_with_a_remedy(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(List.of(range)));
    }

    @Test
    void without_a_setting_nobody_is_trusted() {
        assertThat(new TrustedProxies(List.of()).trusts("127.0.0.1")).isFalse();
        assertThat(new TrustedProxies(List.of("")).trusts("127.0.0.1")).isFalse();
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
