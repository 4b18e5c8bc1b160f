package tsukasa.cycle.draft;

import static tsukasa.testing.StaffBrowser.person;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Issues;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.Kind;
import tsukasa.cycle.PlanDraft.State;
import tsukasa.cycle.PlanDraft.Wording;
import tsukasa.cycle.PlanDrafts;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Place;
import tsukasa.plan.PlanPackages;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.PlanVersions;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;

/// The people of a draft, and what they do over and over.
@SpringBootTest
@AutoConfigureMockMvc
abstract class DraftScenes {
    static final Visitor PLANNER = person("案内 起草", Role.PLANNER);
    static final Visitor EXECUTIVE = person("役員 確子", Role.EXECUTIVE);
    static final Visitor SECURITY = person("安全 職員", Role.STAFF).within(Set.of("security"));
    static final Visitor MINISTRY = person("主務 省子", Role.MINISTRY);
    static final Text NEW_TITLE = Text.of("地域の中小企業への訪問", "Visits to small companies in the regions");
    private static final Path PLANS = Path.of("target", "draft-tests-" + UUID.randomUUID());

    @TestConfiguration
    static class InMarch {
        @Bean
        @Primary
        Clock clockOfMarch() {
            return SteppingClock.at("2022-03-10T00:00:00Z");
        }
    }

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("tsukasa.plans-dir", PLANS::toString);
    }

    @Autowired
    private MockMvc mvc;

    @Autowired
    PlanDrafts drafts;

    @Autowired
    PlanShelf shelf;

    @Autowired
    PlanVersions versions;

    @Autowired
    PlanPackages packages;

    @Autowired
    Issues issues;

    StaffBrowser browser() {
        return new StaffBrowser(mvc);
    }

    @BeforeEach
    void endWhatLives() {
        for (PlanDraft draft : drafts.all()) {
            if (draft.state() == State.SUBMITTED) {
                drafts.giveBack(draft.id(), draft.events().size(), "次の試験のため", EXECUTIVE);
            }
            PlanDraft now = drafts.find(draft.id()).orElseThrow();
            if (now.state().open()) {
                drafts.abandon(now.id(), now.events().size(), "次の試験のため", PLANNER);
            }
        }
    }

    PlanDraft begun(String base, Kind kind) {
        CycleOutcome outcome = drafts.begin(shelf.plan(base).orElseThrow(), kind, "環境の変化に応じるため", PLANNER);
        return drafts.find(((CycleOutcome.Done) outcome).id()).orElseThrow();
    }

    PlanDraft now(PlanDraft draft) {
        return drafts.find(draft.id()).orElseThrow();
    }

    static Clause at(PlanDraft draft, String place) {
        return draft.clauses().stream()
                .filter(clause ->
                        clause.origin().filter(new Place(place)::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    static Wording with(Clause clause, Fate fate, String reason, Long... issues) {
        Wording was = clause.wording();
        return new Wording(fate, was.title(), was.department(), was.outcome(), reason, List.of(issues));
    }

    static Wording titled(Clause clause, Fate fate, Text title, String reason, Long... issues) {
        return new Wording(
                fate, title, clause.wording().department(), clause.wording().outcome(), reason, List.of(issues));
    }

    CycleOutcome written(PlanDraft draft, String place, Fate fate, String reason) {
        Clause clause = at(now(draft), place);
        return drafts.write(draft.id(), clause.id(), with(clause, fate, reason), clause.revision(), PLANNER);
    }

    void keepAll(PlanDraft draft) {
        drafts.keepUndecided(
                draft.id(), draft.clauses().stream().map(Clause::id).toList(), PLANNER);
        for (MoneyTable table : shelf.plan(draft.base()).orElseThrow().tables()) {
            drafts.figures(draft.id(), table.id(), false, List.of(), 0, PLANNER);
        }
    }

    CycleOutcome submitted(PlanDraft draft) {
        return drafts.submit(draft.id(), now(draft).events().size(), PLANNER);
    }

    CycleOutcome adopted(PlanDraft draft, Visitor by) {
        return drafts.adopt(draft.id(), now(draft).events().size(), by);
    }
}
