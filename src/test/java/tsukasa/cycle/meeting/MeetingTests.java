package tsukasa.cycle.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.testing.StaffBrowser.person;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.cycle.Actions;
import tsukasa.cycle.AgreedAction;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Refused;
import tsukasa.cycle.Meeting;
import tsukasa.cycle.Meeting.Body;
import tsukasa.cycle.Meeting.Item;
import tsukasa.cycle.Meetings;
import tsukasa.cycle.Meetings.Called;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;

/// 会議には議題と資料があり、議事と決定が残り、決まった取組は担当者の一覧に現れる。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(2)-①.s1", "Ⅱ-1-(2)-①.s2", "Ⅱ-1-(2)-①.s3", "Ⅱ-1-(2)-②"})
class MeetingTests {
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    private static final Visitor STAFF = person("佐藤 職子", Role.STAFF).within(Set.of("security"));
    private static final LocalDate TODAY = LocalDate.of(2021, 10, 5);

    @TestConfiguration
    static class InTheYear {
        @Bean
        @Primary
        Clock clockOfTheYear() {
            return SteppingClock.at("2021-10-05T00:00:00Z");
        }
    }

    private final StaffBrowser browser;
    private final Meetings meetings;
    private final Actions actions;

    @Autowired
    MeetingTests(MockMvc mvc, Meetings meetings, Actions actions) {
        this.browser = new StaffBrowser(mvc);
        this.meetings = meetings;
        this.actions = actions;
    }

    private static Called meeting(LocalDate day, Item... agenda) {
        return new Called(Body.STRATEGY, "第3回戦略企画委員会", day, "大会議室", "理事長\n各センター長", List.of(agenda));
    }

    private long called(LocalDate day) {
        return ((Done) meetings.call("fy2021", meeting(day, new Item("次年度の重点", "/plan/fy2021", "", "")), PLANNER)).id();
    }

    @Test
    void minutes_are_written_after_the_day_and_make_it_held() {
        Item minutes = new Item("次年度の重点", "/plan/fy2021", "二案を比べた。", "第一案とする。");
        long tomorrow = called(TODAY.plusDays(1));
        CycleOutcome early = meetings.change(tomorrow, meeting(TODAY.plusDays(1), minutes), 1, PLANNER);
        assertThat(((Refused) early).faults())
                .extracting(CycleOutcome.Fault::field)
                .containsExactly("heldOn");
        long today = called(TODAY);
        assertThat(meetings.change(today, meeting(TODAY, minutes), 1, PLANNER)).isInstanceOf(Done.class);
        Meeting held = meetings.find(today).orElseThrow();
        assertThat(held.state()).isEqualTo(Meeting.State.HELD);
        assertThat(held.agenda()).containsExactly(minutes);
        assertThat(((Refused) meetings.cancel(today, 2, PLANNER)).status()).isEqualTo(409);
    }

    @Test
    void of_two_who_change_it_at_once_the_second_is_told() {
        long id = called(TODAY);
        assertThat(meetings.change(id, meeting(TODAY), 1, PLANNER)).isInstanceOf(Done.class);
        CycleOutcome second = meetings.change(id, meeting(TODAY), 1, person("確井 認子", Role.PLANNER));
        assertThat(((Refused) second).status()).isEqualTo(409);
    }

    @Test
    void a_cancelled_meeting_stays_cancelled() {
        long id = called(TODAY.plusDays(3));
        assertThat(meetings.cancel(id, 1, PLANNER)).isInstanceOf(Done.class);
        assertThat(meetings.change(id, meeting(TODAY), 2, PLANNER)).isInstanceOf(Refused.class);
        assertThat(meetings.find(id).orElseThrow().state()).isEqualTo(Meeting.State.CANCELLED);
    }

    @Test
    void what_a_meeting_decided_appears_in_the_list_of_its_owner() throws Exception {
        long id = called(TODAY);
        String page = "/staff/meetings/" + id;
        assertThat(browser.form(page + "/actions", PLANNER)
                        .with("action", "調査する")
                        .with("due", "2021-10-01")
                        .status())
                .isEqualTo(422);
        assertThat(browser.form(page + "/actions", PLANNER)
                        .with("action", "調査する")
                        .with("department", "security")
                        .with("due", "2021-11-30")
                        .status())
                .isEqualTo(303);
        assertThat(actions.from(AgreedAction.Origin.MEETING, String.valueOf(id)))
                .hasSize(1);
        assertThat(browser.seen("/staff/actions?show=mine&lang=ja", STAFF)).contains("調査する");
        assertThat(browser.seen(page, STAFF)).contains("調査する");
    }

    @Test
    void the_form_calls_changes_and_keeps_what_was_typed_when_something_is_wrong() throws Exception {
        String all = "/staff/meetings";
        assertThat(browser.seen(all + "/new?lang=ja", PLANNER)).contains("議題1");
        var wrong = browser.form(all + "/new", PLANNER)
                .with("body", "INDUSTRY")
                .with("heldOn", "2021-10-20")
                .with("paper1", "題のない議題")
                .sent();
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                .contains("題のない議題")
                .contains("議題1の題を");
        assertThat(browser.form(all + "/new", PLANNER)
                        .with("body", "NOBODY")
                        .with("heldOn", "x")
                        .status())
                .isEqualTo(422);
        var good = browser.form(all + "/new", PLANNER)
                .with("body", "INDUSTRY")
                .with("title", "情報サービス産業団体との意見交換")
                .with("heldOn", "2021-10-20")
                .with("item1", "人材の動向")
                .with("paper1", "//127.0.0.1/x")
                .sent();
        assertThat(good.getStatus()).isEqualTo(303);
        String address = String.valueOf(good.getRedirectedUrl());
        assertThat(browser.seen(address + "?lang=ja", STAFF)).contains("人材の動向").doesNotContain("href=\"//127.0.0.1");
        assertThat(browser.seen(all + "?body=INDUSTRY&lang=ja", STAFF)).contains("情報サービス産業団体との意見交換");
    }

    @Test
    void only_planners_call_and_change() throws Exception {
        String page = "/staff/meetings/" + called(TODAY);
        for (String address : List.of("/staff/meetings/new", page + "/edit")) {
            assertThat(browser.status(address, STAFF)).as(address).isEqualTo(403);
            assertThat(browser.form(address, STAFF).with("title", "x").status()).isEqualTo(403);
        }
        assertThat(browser.form(page + "/actions", STAFF).with("action", "x").status())
                .isEqualTo(403);
        assertThat(browser.form(page + "/cancellation", STAFF).status()).isEqualTo(403);
        assertThat(browser.status("/staff/meetings/999999", STAFF)).isEqualTo(404);
    }
}
