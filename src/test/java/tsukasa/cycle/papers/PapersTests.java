package tsukasa.cycle.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static tsukasa.testing.StaffBrowser.person;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Meeting;
import tsukasa.cycle.Meetings;
import tsukasa.cycle.Papers;
import tsukasa.files.FileHolder;
import tsukasa.files.FileKeeper;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.SignedIn;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;

/// 報告と会議には資料が付き、書く人だけが加え、取り除く。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-②.s1", "Ⅱ-1-(2)-①.s1"})
class PapersTests {
    private static final Visitor STAFF = person("佐藤 職子", Role.STAFF).within(Set.of("research"));
    private static final Visitor OTHER = person("他部 署子", Role.STAFF).within(Set.of("security"));
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);

    @TestConfiguration
    static class InTheYear {
        @Bean
        @Primary
        Clock clockOfTheYear() {
            return SteppingClock.at("2021-05-08T00:00:00Z");
        }
    }

    private final MockMvc mvc;
    private final StaffBrowser browser;
    private final FileKeeper files;
    private final Meetings meetings;
    private final Plan plan;

    @Autowired
    PapersTests(MockMvc mvc, FileKeeper files, Meetings meetings, PlanShelf shelf) {
        this.mvc = mvc;
        this.browser = new StaffBrowser(mvc);
        this.files = files;
        this.meetings = meetings;
        this.plan = shelf.plan("fy2021").orElseThrow();
    }

    private int sent(FileHolder holder, Visitor by, String name, String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return mvc.perform(multipart("/staff/papers")
                        .file(new MockMultipartFile("papers", name, "application/octet-stream", bytes))
                        .param("kind", holder.kind())
                        .param("id", holder.id())
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private FileHolder report(int number, String month) {
        PlanItem item = plan.measuresOf("research").get(number);
        return Papers.report(plan, YearMonth.parse(month), item.place());
    }

    private String page(FileHolder report) {
        String[] parts = report.id().split("/");
        return "/staff/reports/fy2021/research/" + parts[1] + "/" + parts[2];
    }

    @Test
    void a_report_carries_its_papers_and_its_author_takes_them_away() throws Exception {
        FileHolder report = report(0, "2021-04");
        assertThat(sent(report, STAFF, "参加者.csv", "組織,人数\r\n甲社,12\r\n")).isEqualTo(303);
        assertThat(browser.seen(page(report) + "?lang=ja", OTHER))
                .contains("参加者.csv")
                .doesNotContain("取り除く");
        assertThat(browser.seen(page(report) + "?lang=ja", STAFF)).contains("取り除く");
        String id = files.of(report).getFirst().id().toString();
        assertThat(browser.form("/staff/papers", STAFF)
                        .with("kind", report.kind())
                        .with("id", report.id())
                        .with("remove", id)
                        .status())
                .isEqualTo(303);
        assertThat(files.of(report)).isEmpty();
    }

    @Test
    void a_file_of_another_report_is_not_taken_away_through_this_one() throws Exception {
        FileHolder first = report(1, "2021-04");
        FileHolder second = report(2, "2021-04");
        sent(first, STAFF, "甲.csv", "a,b\r\n1,2\r\n");
        String id = files.of(first).getFirst().id().toString();
        browser.form("/staff/papers", STAFF)
                .with("kind", second.kind())
                .with("id", second.id())
                .with("remove", id)
                .sent();
        assertThat(files.of(first)).hasSize(1);
    }

    @Test
    void what_is_no_document_is_refused_and_nothing_is_kept() throws Exception {
        FileHolder report = report(3, "2021-04");
        assertThat(sent(report, STAFF, "program.exe", "MZ\u0000\u0000")).isEqualTo(303);
        assertThat(sent(report, STAFF, "empty.csv", "")).isEqualTo(303);
        assertThat(files.of(report)).isEmpty();
    }

    @Test
    void nobody_adds_papers_to_what_they_do_not_write_or_to_what_is_locked() throws Exception {
        String table = "a,b\r\n1,2\r\n";
        assertThat(sent(report(0, "2021-04"), OTHER, "甲.csv", table)).isEqualTo(403);
        assertThat(sent(report(0, "2021-06"), STAFF, "甲.csv", table)).isEqualTo(409);
        assertThat(sent(new FileHolder(Papers.REPORT, "fy2021/2021-04/nowhere"), STAFF, "甲.csv", table))
                .isEqualTo(404);
        assertThat(sent(new FileHolder("result-evidence", "R-000001"), PLANNER, "甲.csv", table))
                .isEqualTo(404);
    }

    @Test
    void a_meeting_carries_its_papers() throws Exception {
        Meetings.Called called =
                new Meetings.Called(Meeting.Body.BOARD, "役員会", LocalDate.of(2021, 5, 20), "", "", List.of());
        long id = ((CycleOutcome.Done) meetings.call("fy2021", called, PLANNER)).id();
        FileHolder meeting = Papers.meeting(id);
        assertThat(sent(meeting, STAFF, "議案.csv", "a,b\r\n1,2\r\n")).isEqualTo(403);
        assertThat(sent(meeting, PLANNER, "議案.csv", "a,b\r\n1,2\r\n")).isEqualTo(303);
        assertThat(browser.seen("/staff/meetings/" + id, STAFF)).contains("議案.csv");
    }
}
