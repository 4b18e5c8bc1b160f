package tsukasa.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.kernel.page.Assets.Asset;

@SpringBootTest
@AutoConfigureMockMvc
class AssetsTests {
    private final MockMvc browser;

    @Autowired
    AssetsTests(MockMvc browser) {
        this.browser = browser;
    }

    @BeforeEach
    void only_when_the_front_end_was_built() {
        Assumptions.assumeTrue(Assets.find("site.css").isPresent(), "built with -Dnpm.skip=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"site.css", "site.js", "charts.js", "mark.svg", "licences.txt"})
    void an_asset_is_kept_for_ever_and_is_what_its_hash_says(String name) throws Exception {
        Asset asset = Assets.find(name).orElseThrow();
        byte[] served = browser.perform(get(asset.path()))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Cache-Control",
                                allOf(
                                        containsString("max-age=31536000"),
                                        containsString("public"),
                                        containsString("immutable"))))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-384").digest(served));
        assertThat(asset.integrity()).isEqualTo("sha384-" + hash);
    }

    @Test
    void pages_are_not_kept_by_anyone_between() throws Exception {
        browser.perform(get("/design"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "private, no-cache"))
                .andExpect(header().exists("Content-Security-Policy"))
                .andExpect(content().string(containsString("integrity=\"sha384-")));
    }

    @Test
    void styles_and_scripts_name_no_other_host() throws Exception {
        for (String name : new String[] {"site.css", "charts.js"}) {
            String path = "/static" + Assets.find(name).orElseThrow().path();
            try (InputStream in = AssetsTests.class.getResourceAsStream(path)) {
                assertThat(in).isNotNull();
                String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                assertThat(text.replace("http://www.w3.org/", "")).doesNotContain("url(http", "url(//", "@import");
            }
        }
    }
}
