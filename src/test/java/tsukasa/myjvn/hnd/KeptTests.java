package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tsukasa.Covers;

/// An answer that no handler made was sent before anything else was asked.
@Covers("Ⅰ-1-(1-2)-②-a")
class KeptFilterTests extends HndExample {
    private static final String OVERVIEW = "/myjvn?method=getVulnOverviewList&feed=hnd&rangeDatePublic=n";

    @BeforeEach
    void aMark() {
        mark(77);
    }

    private MvcResult asked(String address, String... headers) throws Exception {
        var request = get(URI.create(address));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return mvc.perform(request).andReturn();
    }

    @Test
    void what_was_asked_before_is_answered_at_once_and_in_the_same_words() throws Exception {
        String first = asked(OVERVIEW).getResponse().getContentAsString(StandardCharsets.UTF_8);
        MvcResult second = asked(OVERVIEW + "&unknown=x");
        assertThat(second.getHandler()).isNull();
        assertThat(second.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(first);
        assertThat(second.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        String tag = Objects.requireNonNull(second.getResponse().getHeader("ETag"));
        assertThat(asked(OVERVIEW, "If-None-Match", tag).getResponse().getStatus())
                .isEqualTo(304);
        MvcResult packed = asked(OVERVIEW, "Accept-Encoding", "gzip");
        assertThat(packed.getResponse().getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(mvc.perform(MockMvcRequestBuilders.head(URI.create(OVERVIEW)))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEmpty();
    }

    @Test
    void a_wrong_question_is_not_taken_for_the_right_one_that_it_resembles() throws Exception {
        asked(OVERVIEW);
        for (String wrong : new String[] {"&productId=abc", "&cpeName=" + "x".repeat(3_000), "&feed2=oka"}) {
            MvcResult told = asked(OVERVIEW + wrong);
            assertThat(told.getHandler() == null).as(wrong).isEqualTo(wrong.startsWith("&feed2"));
        }
        assertThat(asked(OVERVIEW.replace("feed=hnd", "feed=sec")).getResponse().getContentAsString())
                .contains("XX00000004");
    }

    @Test
    void nothing_older_than_the_database_is_told() throws Exception {
        asked(OVERVIEW);
        mark(78);
        assertThat(asked(OVERVIEW).getHandler()).isNotNull();
    }
}
