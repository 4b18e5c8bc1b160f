package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tsukasa.Covers;
import tsukasa.kernel.kept.Offer;

/// What was answered is kept as long as it is true.
@Covers("Ⅰ-1-(1-2)-②-a")
class KeptTests extends HndExample {
    private static final String OVERVIEW = "/myjvn?method=getVulnOverviewList&feed=hnd&rangeDatePublic=n";

    private static long last = 77_000;

    /// Of each test its own: what is kept stays.
    @BeforeEach
    void aMark() {
        mark(++last);
    }

    private MvcResult asked(String address, String... headers) throws Exception {
        var request = get(URI.create(address));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return mvc.perform(request).andReturn();
    }

    @Test
    void what_was_asked_before_is_answered_in_the_same_words_without_asking_the_database() throws Exception {
        String first = asked(OVERVIEW).getResponse().getContentAsString(StandardCharsets.UTF_8);
        MvcResult second = asked(OVERVIEW + "&unknown=x");
        verify(entries, times(1)).list(any());
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
        String right = asked(OVERVIEW).getResponse().getContentAsString(StandardCharsets.UTF_8);
        for (String wrong : new String[] {"&productId=abc", "&cpeName=" + "x".repeat(3_000)}) {
            assertThat(asked(OVERVIEW + wrong).getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .as(wrong)
                    .contains("retCd=\"1\"")
                    .isNotEqualTo(right);
        }
        assertThat(asked(OVERVIEW.replace("feed=hnd", "feed=sec")).getResponse().getContentAsString())
                .contains("XX00000001");
    }

    @Test
    void only_what_depends_on_the_database_alone_is_offered_to_be_kept_before_everything() throws Exception {
        MvcResult overview = asked(OVERVIEW, "Accept-Encoding", "gzip");
        Offer offer = Offer.of(overview.getRequest()).orElseThrow();
        assertThat(offer.still().getAsBoolean()).isTrue();
        mark(++last);
        assertThat(offer.still().getAsBoolean()).isFalse();
        assertThat(Offer.of(asked(OVERVIEW + "&keyword=kaze").getRequest())).isEmpty();
        assertThat(Offer.of(asked("/myjvn?method=getAlertList&feed=hnd").getRequest()))
                .isEmpty();
        assertThat(Offer.of(asked(OVERVIEW + "&productId=abc").getRequest())).isEmpty();
    }

    @Test
    void nothing_older_than_the_database_is_told() throws Exception {
        asked(OVERVIEW);
        mark(++last);
        asked(OVERVIEW);
        verify(entries, times(2)).list(any());
    }
}
