package tsukasa.front.home;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class HomeTests {
    private final MockMvc browser;

    @Autowired
    HomeTests(MockMvc browser) {
        this.browser = browser;
    }

    @Test
    void anyone_may_see_the_front_page() throws Exception {
        browser.perform(get("/")).andExpect(status().isOk());
    }
}
