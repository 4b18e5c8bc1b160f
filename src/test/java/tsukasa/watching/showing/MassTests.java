package tsukasa.watching.showing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.watching.Decision;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingEvent;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.WatchExample;

/// One decision about all findings that match, however many pages they fill.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class MassTests {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static int number = 64_000;
    private final MockMvc browser;
    private final Findings findings;
    private final WatchExample example;
    private final Visitor hana = visitor("見守 花子");
    private final Visitor taro = visitor("見守 太郎");
    private String product = "";

    @Autowired
    MassTests(MockMvc browser, Findings findings, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.findings = findings;
        this.example = new WatchExample(owner);
    }

    private static Visitor visitor(String name) {
        return new Visitor(UUID.randomUUID(), name, "hana@example.jp", Set.of(Role.MEMBER), null);
    }

    @BeforeEach
    void a_product_of_its_own() {
        number += 100;
        product = "a:mimamori:mass" + number;
    }

    private void entries(int many, int severity) {
        for (int i = 0; i < many; i++) {
            number++;
            example.entry(number, product, "[1.0 2.0)", severity, severity * 20, false);
        }
    }

    /// A list of so many versions, all of them affected by all entries.
    private String list(int versions) throws Exception {
        String address = Objects.requireNonNull(
                sent("/watch/lists", hana, "name", "サーバー", "note", "").getRedirectedUrl());
        String list = address.substring(0, address.length() - "/items".length());
        String names = IntStream.range(0, versions)
                .mapToObj(version -> "cpe:2.3:" + product + ":1." + version + ":*:*:*:*:*:*:*")
                .collect(Collectors.joining("\n"));
        assertThat(sent(list + "/items", hana, "names", names).getRedirectedUrl())
                .isEqualTo(list);
        return list;
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request, Visitor by) throws Exception {
        return browser.perform(request.with(SignedIn.as(by)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse response = asked(get(path + (path.contains("?") ? "&" : "?") + "lang=en"), hana);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse sent(String path, Visitor by, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path + "?lang=en");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return asked(request, by);
    }

    private String decided(String list, String back, String state, String... more) throws Exception {
        String[] fields = new String[4 + more.length];
        fields[0] = "back";
        fields[1] = back;
        fields[2] = "state";
        fields[3] = state;
        System.arraycopy(more, 0, fields, 4, more.length);
        MockHttpServletResponse done = sent(list + "/decision/all", hana, fields);
        assertThat(done.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(done.getRedirectedUrl());
    }

    /// The page once it has come to its end.
    private String ended(String mass) throws Exception {
        long until = System.nanoTime() + LONG.toNanos();
        String html = page(mass);
        while (html.contains("renews itself")) {
            assertThat(System.nanoTime()).as("it comes to its end").isLessThan(until);
            Thread.sleep(200);
            html = page(mass);
        }
        return html;
    }

    private List<Finding> in(String list, FindingState... states) {
        UUID id = UUID.fromString(list.substring(list.lastIndexOf('/') + 1));
        return findings.list(hana.id(), FindingQuestion.all(Set.of(id), 2_000).of(id, Set.of(states)))
                .findings();
    }

    @Test
    void all_that_match_the_conditions_are_shown_and_counted_before_they_are_decided() throws Exception {
        entries(2, 4);
        entries(3, 1);
        String list = list(2);
        assertThat(page(list)).contains("Decide about all that match (10)");
        String confirmation = page(list + "/decision/all?back=severity=low");
        assertThat(confirmation)
                .contains("on all 6 that match", "At most 10,000 at once.", "Record it on 6")
                .contains("name=\"back\" value=\"severity=low\"");
        assertThat(in(list, FindingState.OPEN))
                .as("nothing is changed by looking")
                .hasSize(10);
        assertThat(sent(list + "/decision/all", hana, "back", "severity=low", "state", "not-affected")
                        .getStatus())
                .as("without its reason")
                .isEqualTo(422);
        assertThat(page(decided(list, "severity=low", "accepted", "note", "来月まで")))
                .contains("6 are now: Accepted.", "来月まで", "Undo it");
        assertThat(in(list, FindingState.OPEN)).hasSize(4);
        assertThat(in(list, FindingState.ACCEPTED)).hasSize(6);
        assertThat(page(list)).contains("6 Accepted: Recorded");
    }

    @Test
    void undoing_brings_back_what_each_was_and_leaves_what_was_decided_since() throws Exception {
        entries(3, 3);
        String list = list(1);
        List<Finding> all = in(list, FindingState.OPEN);
        long reviewed = all.get(0).id();
        long since = all.get(1).id();
        findings.decide(hana.id(), "見守 花子", List.of(reviewed), new Decision(FindingState.REVIEWED, null, "調べています"));
        String mass = decided(list, "", "fixed");
        findings.decide(hana.id(), "見守 花子", List.of(since), new Decision(FindingState.ACCEPTED, null, ""));
        sent(mass + "/undoing", hana);
        assertThat(ended(mass)).contains("2 are what they were before.", "1 have changed since");
        assertThat(in(list, FindingState.REVIEWED)).extracting(Finding::id).containsExactly(reviewed);
        assertThat(in(list, FindingState.ACCEPTED)).extracting(Finding::id).containsExactly(since);
        assertThat(in(list, FindingState.OPEN)).hasSize(1);
        assertThat(findings.history(hana.id(), reviewed))
                .extracting(FindingEvent::became)
                .containsExactly(FindingState.REVIEWED, FindingState.FIXED, FindingState.REVIEWED);
        assertThat(page("/watch/findings/" + reviewed)).contains("A decision about many was undone");
        assertThat(sent(mass + "/undoing", hana).getStatus()).isEqualTo(303);
        assertThat(page(mass)).as("once is enough").contains("2 are what they were before.");
    }

    @Test
    void many_go_on_in_the_background_and_their_progress_is_told_until_they_end() throws Exception {
        entries(22, 2);
        String list = list(50);
        String mass = decided(list, "", "not-affected", "justification", "component_not_present");
        assertThat(ended(mass)).contains("1,100 are now: Not affected.");
        assertThat(in(list, FindingState.NOT_AFFECTED)).hasSize(1_100);
        assertThat(findings.justifications(
                        hana.id(),
                        in(list, FindingState.NOT_AFFECTED).stream()
                                .map(Finding::id)
                                .toList()))
                .hasSize(1_100);
        sent(mass + "/undoing", hana);
        assertThat(ended(mass)).contains("1,100 are what they were before.");
        assertThat(in(list, FindingState.OPEN)).hasSize(1_100);
    }

    @Test
    void what_matches_nothing_is_said_and_what_no_longer_matches_waits_for_no_decision() throws Exception {
        entries(1, 3);
        String list = list(1);
        assertThat(asked(get(list + "/decision/all?back=severity=low"), hana).getRedirectedUrl())
                .isEqualTo(list + "?severity=low#list");
        assertThat(sent(list + "/decision/all", hana, "back", "state=gone", "state", "fixed")
                        .getRedirectedUrl())
                .isEqualTo(list + "?state=gone#list");
        assertThat(in(list, FindingState.OPEN)).hasSize(1);
    }

    @Test
    void nobody_else_decides_about_many_sees_how_far_it_is_or_undoes_it() throws Exception {
        entries(1, 3);
        String list = list(1);
        assertThat(asked(get(list + "/decision/all"), taro).getStatus()).isEqualTo(404);
        assertThat(sent(list + "/decision/all", taro, "state", "fixed").getStatus())
                .isEqualTo(404);
        assertThat(in(list, FindingState.OPEN)).hasSize(1);
        String mass = decided(list, "", "fixed");
        assertThat(asked(get(mass), taro).getStatus()).isEqualTo(404);
        assertThat(sent(mass + "/undoing", taro).getStatus()).isEqualTo(404);
        assertThat(in(list, FindingState.FIXED)).hasSize(1);
    }
}
