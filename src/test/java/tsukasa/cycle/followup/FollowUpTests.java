package tsukasa.cycle.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.testing.StaffBrowser.person;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
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
import tsukasa.cycle.AgreedAction.State;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.FollowUp;
import tsukasa.cycle.FollowUp.Outlook;
import tsukasa.cycle.FollowUp.Progress;
import tsukasa.cycle.FollowUps;
import tsukasa.cycle.FollowUps.Said;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;

/// 上期が終わったら施策ごとに進捗を確かめ、足りなければ下期の取組を決めて、終わるまで追う。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-②.s1", "Ⅱ-1-(1)-②.s2", "Ⅱ-1-(1)-②.s3"})
class FollowUpTests {
    private static final SteppingClock CLOCK = SteppingClock.at("2021-10-05T00:00:00Z");
    private static final Said BEHIND = new Said(Progress.BEHIND, Outlook.AT_RISK, "会場が取れず、2回の予定が1回。", "");
    private static final Visitor STAFF = person("佐藤 職子", Role.STAFF).within(Set.of("dx"));
    private static final Visitor OTHER = person("他部 署子", Role.STAFF).within(Set.of("security"));
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);

    @TestConfiguration
    static class AfterTheHalf {
        @Bean
        @Primary
        Clock clockAfterTheHalf() {
            return CLOCK;
        }
    }

    private final StaffBrowser browser;
    private final FollowUps followUps;
    private final Actions actions;
    private final People people;
    private final Plan plan;

    @Autowired
    FollowUpTests(MockMvc mvc, FollowUps followUps, Actions actions, People people, PlanShelf shelf) {
        this.browser = new StaffBrowser(mvc);
        this.followUps = followUps;
        this.actions = actions;
        this.people = people;
        this.plan = shelf.plan("fy2021").orElseThrow();
    }

    @BeforeEach
    void time_goes_on() {
        CLOCK.step(Duration.between(CLOCK.instant(), Instant.parse("2021-10-05T00:00:00Z")));
    }

    private Place measure(int number) {
        return plan.measuresOf("dx").get(number).place();
    }

    private int read(Place place) {
        return followUps.about(plan, place).size();
    }

    private String page(int measure) {
        return "/staff/follow-up/fy2021/dx/" + measure(measure).slug();
    }

    @Test
    void it_opens_when_the_first_half_is_over_in_japan_and_not_a_second_before() {
        Place place = measure(0);
        int read = read(place);
        CLOCK.step(Duration.between(CLOCK.instant(), Instant.parse("2021-09-30T14:59:59Z")));
        assertThat(followUps.write(plan, place, BEHIND, read, STAFF)).isInstanceOf(CycleOutcome.Refused.class);
        CLOCK.step(Duration.ofSeconds(1));
        assertThat(followUps.write(plan, place, BEHIND, read, STAFF)).isInstanceOf(CycleOutcome.Done.class);
    }

    @Test
    void every_version_stays_and_of_two_who_started_from_the_same_the_second_is_told() {
        Place place = measure(1);
        int read = read(place);
        assertThat(followUps.write(plan, place, BEHIND, read, STAFF)).isInstanceOf(CycleOutcome.Done.class);
        CycleOutcome second = followUps.write(plan, place, BEHIND, read, PLANNER);
        assertThat(second).isInstanceOf(CycleOutcome.Refused.class);
        assertThat(((CycleOutcome.Refused) second).status()).isEqualTo(409);
        Said better = new Said(Progress.AS_PLANNED, Outlook.WILL_BE_REACHED, "追いついた。", "");
        assertThat(followUps.write(plan, place, better, read + 1, STAFF)).isInstanceOf(CycleOutcome.Done.class);
        assertThat(followUps.of(plan))
                .filteredOn(one -> one.place().equals(place))
                .extracting(FollowUp::words)
                .containsExactly("追いついた。");
    }

    @Test
    void what_will_not_be_reached_by_itself_asks_for_an_action_of_the_second_half() throws Exception {
        Person owner = people.ensure(EmailAddress.of("dx-owner@example.jp"), "取組 担子", Language.JA);
        people.give(owner.id(), Role.STAFF, Reach.over(Set.of("dx")));
        Visitor herself = new Visitor(owner.id(), "取組 担子", "dx-owner@example.jp", Set.of(Role.MEMBER, Role.STAFF), null)
                .within(Set.of("dx"));
        String page = page(2);
        assertThat(browser.form(page, STAFF)
                        .with("progress", "BEHIND")
                        .with("outlook", "AT_RISK")
                        .with("words", "会場不足")
                        .with("read", String.valueOf(read(measure(2))))
                        .status())
                .isEqualTo(303);
        assertThat(browser.seen(page + "?lang=ja", STAFF)).contains("下期の取組がまだありません");
        assertThat(browser.form(page + "/actions", STAFF)
                        .with("action", "会場を借りる")
                        .with("due", "2021-09-01")
                        .status())
                .isEqualTo(422);
        assertThat(browser.form(page + "/actions", STAFF)
                        .with("action", "会場を借りる")
                        .with("owner", owner.id().toString())
                        .with("due", "2021-12-15")
                        .status())
                .isEqualTo(303);
        assertThat(browser.seen(page + "?lang=ja", STAFF)).contains("会場を借りる").doesNotContain("下期の取組がまだありません");
        isClosedByItsOwner(herself);
    }

    private void isClosedByItsOwner(Visitor herself) throws Exception {
        AgreedAction action =
                actions.from(AgreedAction.Origin.FOLLOW_UP, measure(2).slug()).getLast();
        assertThat(browser.seen("/staff/actions?show=mine&lang=ja", herself)).contains("会場を借りる");
        String closing = "/staff/actions/" + action.id();
        assertThat(browser.form(closing, OTHER)
                        .with("state", "DONE")
                        .with("note", "x")
                        .with("due", "2021-12-15")
                        .status())
                .isEqualTo(403);
        assertThat(browser.form(closing, herself)
                        .with("state", "DONE")
                        .with("note", " ")
                        .with("due", "2021-12-15")
                        .with("read", "1")
                        .status())
                .isEqualTo(422);
        assertThat(browser.form(closing, herself)
                        .with("state", "DONE")
                        .with("note", "12月に2回開いた")
                        .with("due", "2021-12-15")
                        .with("read", "1")
                        .status())
                .isEqualTo(303);
        assertThat(browser.form(closing, herself)
                        .with("state", "OPEN")
                        .with("note", "やり直し")
                        .with("due", "2021-12-15")
                        .with("read", "1")
                        .status())
                .isEqualTo(409);
        assertThat(actions.find(action.id()).orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void an_action_is_overdue_the_day_after_its_day() {
        long id = ((CycleOutcome.Done) actions.agree(
                        new Actions.Agreed(
                                "fy2021",
                                AgreedAction.Origin.FOLLOW_UP,
                                measure(3).slug(),
                                "期限のある取組",
                                "dx",
                                java.util.Optional.empty(),
                                LocalDate.of(2021, 12, 28)),
                        STAFF))
                .id();
        AgreedAction action = actions.find(id).orElseThrow();
        assertThat(action.overdue(LocalDate.of(2021, 12, 28))).isFalse();
        assertThat(action.overdue(LocalDate.of(2021, 12, 29))).isTrue();
    }

    @Test
    void the_pages_show_every_department_and_say_what_is_wrong_where_it_is() throws Exception {
        assertThat(browser.seen("/staff/follow-up?lang=ja", PLANNER))
                .contains("DX推進部")
                .contains("前年度の評価で出された課題");
        assertThat(browser.seen("/staff/follow-up/fy2021/dx?lang=en", STAFF)).contains("Not written");
        var wrong = browser.form(page(4), STAFF)
                .with("progress", "BEHIND")
                .with("words", "書いた言葉")
                .sent();
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                .contains("年度末の見込みを選んで")
                .contains("書いた言葉");
    }

    @Test
    void nobody_writes_for_another_department() throws Exception {
        assertThat(browser.seen(page(5), OTHER)).doesNotContain("name=\"words\"");
        assertThat(browser.form(page(5), OTHER).with("progress", "DONE").status())
                .isEqualTo(403);
        assertThat(browser.form(page(5) + "/actions", OTHER).with("action", "x").status())
                .isEqualTo(403);
        assertThat(browser.form(page(5), person("八木 員", Role.EXECUTIVE))
                        .with("progress", "DONE")
                        .status())
                .isEqualTo(403);
        assertThat(browser.status("/staff/actions/999999", PLANNER)).isEqualTo(404);
        assertThat(browser.status(
                        "/staff/follow-up/fy2021/security/" + measure(5).slug(), PLANNER))
                .isEqualTo(404);
    }
}
