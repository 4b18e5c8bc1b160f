package tsukasa.cycle.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsukasa.Covers;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.Kind;
import tsukasa.cycle.PlanDraft.Wording;
import tsukasa.cycle.PlanDrafts;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.ClauseTrace;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// 計画の変更と次年度の計画は、今の計画から項目ごとにつくられる。
@Covers({"前文", "Ⅱ-1-(1)-①.s1"})
class DraftTests extends DraftScenes {
    @Test
    void next_years_plan_takes_over_every_clause_undecided_and_moves_every_date_by_a_year() {
        Plan base = shelf.plans().getFirst();
        PlanDraft draft = begun(base.id(), Kind.NEXT_YEAR);
        int year = base.year().year() + 1;
        assertThat(draft.year()).isEqualTo(new FiscalYear(year));
        assertThat(draft.title()).isEqualTo(Text.of("令和" + (year - 2018) + "年度計画", "Annual plan for FY" + year));
        assertThat(draft.clauses())
                .hasSize((int) base.items().stream()
                        .filter(item -> !item.place().annex())
                        .count())
                .allSatisfy(clause -> assertThat(clause.wording().fate()).isEqualTo(Fate.UNDECIDED));
        Plan drafted = drafts.drafted(draft).plan();
        assertThat(drafted.thresholds()).allSatisfy(threshold -> {
            assertThat(threshold.from()).isEqualTo(LocalDate.of(year, 4, 1));
            assertThat(threshold.asOf()).isEqualTo(LocalDate.of(year + 1, 3, 31));
        });
        assertThat(drafted.item(new Place("0"))
                        .orElseThrow()
                        .service()
                        .orElseThrow()
                        .address())
                .isEqualTo("/plan/fy" + year);
        assertThat(drafted.tables()).as("no figure is taken over unseen").isEmpty();
        assertThat(submitted(draft)).isInstanceOf(CycleOutcome.Refused.class);
        assertThat(drafts.begin(base, Kind.NEXT_YEAR, "", PLANNER))
                .as("one draft of a plan lives at a time")
                .isInstanceOf(CycleOutcome.Refused.class);
    }

    @Test
    void within_a_year_a_place_stays_what_it_is_since_reports_are_kept_under_it() {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        assertThat(written(draft, "Ⅰ-1-(1-1)", Fate.DROPPED, ""))
                .as("without a reason")
                .isInstanceOf(CycleOutcome.Refused.class);
        assertThat(written(draft, "Ⅰ-1-(1-1)", Fate.DROPPED, "事業を終えたため")).isInstanceOf(CycleOutcome.Done.class);
        Clause last = at(draft, "Ⅰ-1-(1-2)-①-b");
        Wording fresh = new Wording(Fate.ADDED, NEW_TITLE, Optional.empty(), Optional.empty(), "加えるため", List.of());
        drafts.add(draft.id(), last.id(), false, PlanItem.Level.MEASURE, fresh, PLANNER);
        PlanDrafts.Drafted drafted = drafts.drafted(now(draft));
        Plan base = shelf.plan("fy2021").orElseThrow();
        assertThat(drafted.plan().item(new Place("Ⅰ-1-(1-1)-①-a"))).isEmpty();
        assertThat(drafted.plan().item(new Place("Ⅰ-1-(1-2)-①-c"))).isEqualTo(base.item(new Place("Ⅰ-1-(1-2)-①-c")));
        assertThat(drafted.plan().item(new Place("Ⅰ-1-(1-2)-①-e")).orElseThrow().title())
                .as("the next letter that nobody has")
                .isEqualTo(NEW_TITLE);
        assertThat(drafted.traces())
                .filteredOn(trace -> trace.fate() == ClauseTrace.Fate.DROPPED)
                .hasSizeGreaterThan(10)
                .allSatisfy(trace -> assertThat(trace.reason()).isEqualTo("事業を終えたため"));
    }

    @Test
    void next_year_the_rest_closes_up_and_a_heading_takes_its_parts_along() {
        PlanDraft draft = begun(shelf.plans().getFirst().id(), Kind.NEXT_YEAR);
        Plan base = shelf.plans().getFirst();
        Text moved = base.item(new Place("Ⅰ-3-(3)")).orElseThrow().title();
        assertThat(base.item(new Place("Ⅰ-3-(2-1)"))).isPresent();
        written(draft, "Ⅰ-3-(2)", Fate.DROPPED, "事業を終えたため");
        PlanDrafts.Drafted drafted = drafts.drafted(now(draft));
        assertThat(drafted.plan().item(new Place("Ⅰ-3-(2)")).orElseThrow().title())
                .isEqualTo(moved);
        assertThat(drafted.traces())
                .anySatisfy(trace -> {
                    assertThat(trace.from()).contains(new Place("Ⅰ-3-(2-1)"));
                    assertThat(trace.fate()).isEqualTo(ClauseTrace.Fate.DROPPED);
                })
                .contains(new ClauseTrace(
                        draft.plan(),
                        Optional.of(new Place("Ⅰ-3-(2)")),
                        base.id(),
                        Optional.of(new Place("Ⅰ-3-(3)")),
                        ClauseTrace.Fate.KEPT,
                        ""));
        assertThat(drafted.plan().items()).extracting(PlanItem::place).doesNotHaveDuplicates();
    }

    @Test
    void nothing_that_was_written_below_a_dropped_clause_is_lost_without_a_word() {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        Clause beside = at(draft, "Ⅰ-1-(1-1)-②-a");
        Wording fresh = new Wording(Fate.ADDED, NEW_TITLE, Optional.empty(), Optional.empty(), "加えるため", List.of());
        drafts.add(draft.id(), beside.id(), false, PlanItem.Level.MEASURE, fresh, PLANNER);
        written(draft, "Ⅰ-1-(1-1)-②", Fate.DROPPED, "終えたため");
        assertThat(drafts.drafted(now(draft)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence().ja()).contains(NEW_TITLE.ja()));
        assertThat(submitted(draft)).isInstanceOf(CycleOutcome.Refused.class);
        assertThat(drafts.add(draft.id(), beside.id(), false, PlanItem.Level.MEASURE, fresh, PLANNER))
                .isInstanceOf(CycleOutcome.Refused.class);
    }

    @Test
    void with_a_section_go_indicators_and_clauses_of_others_so_planners_drop_it() throws Exception {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        String address = "/staff/drafts/" + draft.id() + "/clauses/";
        String[] fields = {"fate", "DROPPED", "titleJa", "題", "titleEn", "T", "reason", "終えたため", "read", "1"};
        for (String place : List.of("Ⅰ-1", "Ⅰ-1-KPI-②")) {
            assertThat(browser()
                            .sent(address + at(draft, place).id(), SECURITY, fields)
                            .getStatus())
                    .as(place)
                    .isEqualTo(403);
        }
        assertThat(browser()
                        .sent(address + at(draft, "Ⅰ-1-KPI-②").id(), PLANNER, fields)
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void a_repetition_does_not_outlive_its_original() {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        PlanItem again = shelf.plan("fy2021").orElseThrow().items().stream()
                .filter(item -> item.repeats().isPresent())
                .findFirst()
                .orElseThrow();
        written(draft, again.repeats().orElseThrow().value(), Fate.DROPPED, "終えたため");
        assertThat(drafts.drafted(now(draft)).faults()).hasSize(1);
        assertThat(submitted(draft)).isInstanceOf(CycleOutcome.Refused.class);
        written(draft, again.place().value(), Fate.DROPPED, "もとの項目を終えたため");
        assertThat(drafts.drafted(now(draft)).faults()).isEmpty();
    }

    @Test
    void an_indicator_goes_with_its_place_and_no_clause_names_it_any_more() {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        written(draft, "Ⅰ-1-KPI-②", Fate.DROPPED, "指標を見直したため");
        Plan drafted = drafts.drafted(now(draft)).plan();
        assertThat(drafted.indicator("SEC-2")).isEmpty();
        assertThat(drafted.indicator("SEC-3").orElseThrow().place()).isEqualTo(new Place("Ⅰ-1-KPI-③"));
        assertThat(drafted.items())
                .allSatisfy(item -> assertThat(item.indicators()).doesNotContain("SEC-2"));
    }

    @Test
    void of_two_who_write_a_clause_the_second_is_told_who_was_first() {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        Clause clause = at(draft, "Ⅰ-1-(4)-②-b");
        Wording first = titled(clause, Fate.REWORDED, Text.of("窓口での支援", "Help at the desk"), "分かりやすくするため");
        assertThat(drafts.write(draft.id(), clause.id(), first, clause.revision(), PLANNER))
                .isInstanceOf(CycleOutcome.Done.class);
        CycleOutcome second = drafts.write(draft.id(), clause.id(), first, clause.revision(), SECURITY);
        assertThat(second).isInstanceOf(CycleOutcome.Refused.class);
        assertThat(((CycleOutcome.Refused) second).status()).isEqualTo(409);
        assertThat(((CycleOutcome.Refused) second)
                        .faults()
                        .getFirst()
                        .sentence()
                        .ja())
                .contains("案内 起草");
    }

    @Test
    void a_department_writes_its_own_clauses_and_the_ministry_sees_nothing_of_a_draft() throws Exception {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        String address = "/staff/drafts/" + draft.id();
        Clause own = at(draft, "Ⅰ-1-(4)-②-b");
        Clause other = at(draft, "Ⅰ-2-(1)");
        String[] fields = {
            "fate", "DROPPED", "titleJa", "題", "titleEn", "T", "reason", "終えたため", "read", "1",
        };
        assertThat(browser()
                        .sent(address + "/clauses/" + own.id(), SECURITY, fields)
                        .getStatus())
                .isEqualTo(303);
        assertThat(browser()
                        .sent(address + "/clauses/" + other.id(), SECURITY, fields)
                        .getStatus())
                .isEqualTo(403);
        assertThat(browser()
                        .sent(address + "/targets/SEC-2.a", SECURITY, "target", "1")
                        .getStatus())
                .isEqualTo(403);
        assertThat(browser()
                        .sent(address + "/submission", SECURITY, "read", "1")
                        .getStatus())
                .isEqualTo(403);
        assertThat(browser().sent(address + "/adoption", PLANNER, "read", "1").getStatus())
                .isEqualTo(403);
        for (String page : List.of("", "/comparison", "/approval", "/targets", "/tables", "/clauses/" + own.id())) {
            assertThat(browser().status(address + page, MINISTRY)).as(page).isEqualTo(403);
            assertThat(browser().status(address + page, EXECUTIVE)).as(page).isEqualTo(200);
        }
        assertThat(browser().status("/staff/drafts/999999", PLANNER)).isEqualTo(404);
        assertThat(browser().status("/staff/drafts/x", PLANNER)).isEqualTo(404);
    }

    @Test
    void figures_are_typed_as_people_write_them_and_refused_where_they_are_none() throws Exception {
        PlanDraft draft = begun("fy2021", Kind.AMENDMENT);
        String address = "/staff/drafts/" + draft.id();
        var share = browser().sent(address + "/targets/HRD-3.a", PLANNER, "target", "７２．５％", "reason", "実績を踏まえて");
        assertThat(share.getStatus()).isEqualTo(303);
        assertThat(drafts.drafted(now(draft))
                        .plan()
                        .threshold("HRD-3.a")
                        .orElseThrow()
                        .target())
                .isEqualTo(Fraction.of(725, 1000));
        for (String wrong : List.of("たくさん", "-1", "101", "1e9", "1/0", "")) {
            assertThat(browser()
                            .sent(address + "/targets/HRD-3.a", PLANNER, "target", wrong, "reason", "x", "read", "1")
                            .getStatus())
                    .as(wrong)
                    .isEqualTo(422);
        }
        var table = browser().sent(address + "/tables/1-4", PLANNER, "cell-0", "△1,385", "cell-1", "many");
        assertThat(table.getStatus()).isEqualTo(422);
        assertThat(table.getContentAsString(StandardCharsets.UTF_8)).contains("百万円の整数か");
        assertThat(drafts.figures(draft.id(), "1-4", true, List.of("1"), 0, PLANNER))
                .as("too few cells")
                .isInstanceOf(CycleOutcome.Refused.class);
    }
}
