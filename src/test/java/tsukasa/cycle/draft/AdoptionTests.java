package tsukasa.cycle.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tsukasa.Covers;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issues;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.Kind;
import tsukasa.cycle.PlanDraft.State;
import tsukasa.cycle.PlanDraft.Wording;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanVersion;
import tsukasa.plan.PlanVersions;

/// 案は、書かなかった人が確定したときに計画になる。
@Covers({"前文", "Ⅱ-1-(1)-①.s2", "Ⅱ-1-(1)-①.s3"})
class AdoptionTests extends DraftScenes {
    @Test
    void an_amendment_is_the_plan_once_a_second_person_adopts_it_and_says_why_for_ever() throws Exception {
        int before = versions.newest("fy2021").orElseThrow().number();
        PlanDraft draft = amended();
        assertThat(submitted(draft)).isInstanceOf(CycleOutcome.Done.class);
        assertThat(written(draft, "Ⅰ-1-(4)-②-b", Fate.KEPT, ""))
                .as("nothing is written while it waits")
                .isInstanceOf(CycleOutcome.Refused.class);
        assertThat(adopted(draft, PLANNER)).as("who wrote it").isInstanceOf(CycleOutcome.Refused.class);
        assertThat(adopted(draft, EXECUTIVE)).isInstanceOf(CycleOutcome.Done.class);
        assertThat(adopted(draft, EXECUTIVE)).as("twice").isInstanceOf(CycleOutcome.Refused.class);

        Plan plan = shelf.plan("fy2021").orElseThrow();
        assertThat(plan.item(new Place("Ⅰ-1-(4)-②-b")).orElseThrow().title()).isEqualTo(NEW_TITLE);
        assertThat(plan.threshold("SEC-2.a").orElseThrow().target()).isEqualTo(Fraction.of(72_000));
        assertThat(plan.table("1-4").orElseThrow().rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .toList())
                .contains(new MoneyTable.Cell.Figure(4321));
        PlanVersion version = versions.newest("fy2021").orElseThrow();
        assertThat(version.number()).isEqualTo(before + 1);
        assertThat(version.kind()).isEqualTo(PlanVersion.Kind.AMENDED);
        assertThat(version.reason()).isEqualTo("環境の変化に応じるため");
        assertThat(version.decidedBy()).isEqualTo(EXECUTIVE.displayName());
        assertThat(browser().seen("/plan/fy2021/versions/" + version.number(), MINISTRY))
                .contains("地域に出向くため", "72,000", "70,000", "4,321", "環境の変化に応じるため");
    }

    @Test
    void old_and_new_are_printed_side_by_side() throws Exception {
        PlanDraft draft = amended();
        String address = "/staff/drafts/" + draft.id() + "/comparison.pdf";
        for (String language : List.of("ja", "en")) {
            MockHttpServletResponse response = browser().answer(address + "?lang=" + language, EXECUTIVE);
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getContentType()).isEqualTo("application/pdf");
            assertThat(response.getHeader("Content-Disposition")).contains("fy2021-comparison.pdf");
            try (PDDocument printed = Loader.loadPDF(response.getContentAsByteArray())) {
                assertThat(new PDFTextStripper().getText(printed).replaceAll("\\s+", ""))
                        .contains("SEC-2.a", "70,000", "72,000", "4,321", "地域に出向くため");
            }
        }
        assertThat(browser().status(address, MINISTRY)).isEqualTo(403);
    }

    @Test
    void an_amendment_of_a_plan_that_changed_meanwhile_is_not_adopted() {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        written(draft, "Ⅰ-1-(4)-②-a", Fate.KEPT, "");
        submitted(draft);
        Plan base = shelf.plan("fy2021").orElseThrow();
        Plan other = new Plan(
                base.id(),
                base.year(),
                base.title(),
                base.agency(),
                base.legalBasis(),
                "",
                base.departments(),
                base.items(),
                base.indicators(),
                base.targets(),
                base.tables(),
                base.accounts(),
                base.grading(),
                List.of(Text.of("別の手続きで加えた注", "A note added by other means")));
        versions.adopt(
                new PlanVersions.Adopting(packages.files(other), "別の手続き", List.of(), "取込 一子", EXECUTIVE),
                version -> true);
        CycleOutcome outcome = adopted(draft, EXECUTIVE);
        assertThat(outcome).isInstanceOf(CycleOutcome.Refused.class);
        assertThat(((CycleOutcome.Refused) outcome).status()).isEqualTo(409);
        assertThat(now(draft).state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void a_clause_of_the_next_plan_answers_the_issue_it_was_written_for() throws Exception {
        long issue = raised();
        PlanDraft draft = begun("fy2021", Kind.NEXT_YEAR);
        whatIsUndecidedIsNoDifference(draft);
        Clause beside = at(draft, "Ⅰ-1-(4)-②-b");
        Wording fresh = new Wording(
                Fate.ADDED,
                NEW_TITLE,
                Optional.of("security"),
                Optional.of(Text.of("地域の企業が対策を始める。", "Companies in the regions begin.")),
                "有識者の意見を受けて",
                List.of(issue));
        assertThat(drafts.add(draft.id(), beside.id(), false, PlanItem.Level.MEASURE, fresh, SECURITY))
                .isInstanceOf(CycleOutcome.Done.class);
        keepAll(draft);
        written(draft, "Ⅰ-1-(4)-②-a", Fate.DROPPED, "役割を終えたため");
        assertThat(submitted(draft)).isInstanceOf(CycleOutcome.Done.class);
        assertThat(adopted(draft, EXECUTIVE)).isInstanceOf(CycleOutcome.Done.class);

        Plan next = shelf.plan("fy2022").orElseThrow();
        assertThat(next.item(new Place("Ⅰ-1-(4)-②-b")).orElseThrow().title()).isEqualTo(NEW_TITLE);
        Issue answered = issues.find(issue).orElseThrow();
        assertThat(answered.state()).isEqualTo(Issue.State.ANSWERED);
        assertThat(answered.answer().clause()).contains(new Issue.Clause("fy2022", "Ⅰ-1-(4)-②-b"));
        assertThat(answered.answer().response()).isEqualTo("有識者の意見を受けて");
        assertThat(browser().seen("/plan/fy2021/places/1-1-4-2-a", MINISTRY)).contains("廃止", "役割を終えたため");
        assertThat(browser().seen("/plan/fy2021/places/1-1-4-2-b", MINISTRY))
                .contains("/plan/fy2022/places/1-1-4-2-a", "継続");
        assertThat(browser().seen("/plan/fy2022/places/1-1-4-2-b", MINISTRY)).contains("新規", "有識者の意見を受けて");
        assertThat(browser().seen("/plan/fy2022/versions", MINISTRY)).contains("もとになった計画", "新規 1", "廃止 1");
        assertThat(browser().seen("/plan/fy2022", MINISTRY)).contains("令和4年度計画");
    }

    /// Only the days of targets have moved by a year.
    private void whatIsUndecidedIsNoDifference(PlanDraft draft) throws Exception {
        String address = "/staff/drafts/" + draft.id() + "/comparison";
        assertThat(browser().seen(address, PLANNER)).contains("項目0、数字2が違います。");
        drafts.figures(draft.id(), "1-4", false, List.of(), 0, PLANNER);
        assertThat(browser().seen(address, PLANNER)).contains("別紙1-4", "廃止").doesNotContain("別紙1-3");
    }

    /// A clause, a target and a cell are changed.
    private PlanDraft amended() {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        Clause clause = at(draft, "Ⅰ-1-(4)-②-b");
        drafts.write(
                draft.id(),
                clause.id(),
                titled(clause, Fate.REWORDED, NEW_TITLE, "地域に出向くため"),
                clause.revision(),
                PLANNER);
        drafts.target(draft.id(), "SEC-2.a", Fraction.of(72_000), "上期の実績を踏まえて", 0, PLANNER);
        MoneyTable table = shelf.plan("fy2021").orElseThrow().table("1-4").orElseThrow();
        List<String> cells = new ArrayList<>(table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(DraftedFigures::written)
                .toList());
        int figure = cells.indexOf(cells.stream()
                .filter(cell -> cell.matches("[0-9]+"))
                .findFirst()
                .orElseThrow());
        cells.set(figure, "4321");
        assertThat(drafts.figures(draft.id(), "1-4", true, cells, 0, PLANNER)).isInstanceOf(CycleOutcome.Done.class);
        return draft;
    }

    private long raised() {
        return ((CycleOutcome.Done) issues.raise(
                        new Issues.Raised(
                                new FiscalYear(2021),
                                Issue.Origin.EXPERT,
                                "Ⅰ-1",
                                "外部有識者委員会",
                                LocalDate.of(2022, 2, 1),
                                "地域の企業に直接届く取組を求める。",
                                "security",
                                Optional.empty()),
                        PLANNER))
                .id();
    }
}
