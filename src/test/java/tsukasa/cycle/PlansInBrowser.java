package tsukasa.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// 計画そのものの一年：変更と、次の年度の計画。
record PlansInBrowser(Stage stage, PlanDrafts drafts, Issues issues) {
    /// Where people open pages and do something there.
    interface Stage {
        void as(Role role, String path, Consumer<Page> deed);

        Visitor visitor(Role role);
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    private static void press(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
        page.waitForLoadState();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private void begin(String what, String reason) {
        stage.as(Role.PLANNER, "/staff/drafts", page -> {
            page.locator("label.ch", new Page.LocatorOptions().setHasText(what))
                    .first()
                    .locator("input")
                    .check();
            page.getByLabel("理由・ねらい").fill(reason);
            press(page, "つくり始める");
            assertThat(main(page)).contains("案をつくりました");
        });
    }

    private PlanDraft newest() {
        return drafts.find(drafts.all().getFirst().id()).orElseThrow();
    }

    private static PlanDraft.Clause clause(PlanDraft draft, PlanItem item) {
        return draft.clauses().stream()
                .filter(clause -> clause.origin().equals(Optional.of(item.place())))
                .findFirst()
                .orElseThrow();
    }

    private void submitAndAdopt(PlanDraft draft) {
        String approval = "/staff/drafts/" + draft.id() + "/approval";
        stage.as(Role.PLANNER, approval, page -> {
            press(page, "承認を求める");
            assertThat(main(page)).contains("承認を求めました");
        });
        stage.as(Role.EXECUTIVE, approval, page -> {
            press(page, "計画として確定する");
            assertThat(main(page)).contains("計画として確定し、公開しました");
        });
    }

    void amended(Plan plan, PlanItem measure) {
        begin(plan.title().ja() + "の変更案", "地域の支援を手厚くするため");
        PlanDraft draft = newest();
        String address = "/staff/drafts/" + draft.id();
        stage.as(Role.STAFF, address + "/clauses/" + clause(draft, measure).id(), page -> {
            page.getByLabel("見直し").check();
            page.getByLabel("題名（日本語）").fill(measure.title().ja() + "と地域の支援");
            page.getByLabel("理由", exactly()).fill("地域の声を受けて");
            press(page, "書く");
            assertThat(main(page)).contains("書きました", "地域の声を受けて");
        });
        stage.as(
                Role.PLANNER,
                address + "/comparison",
                page -> assertThat(main(page)).contains("と地域の支援", "地域の声を受けて", "項目1、数字0が違います。"));
        submitAndAdopt(draft);
        stage.as(
                Role.MEMBER,
                "/plan/" + plan.id() + "/versions",
                page -> assertThat(main(page)).contains("地域の支援を手厚くするため", "変更"));
    }

    /// What an evaluator asked for becomes a clause of the plan to come.
    void nextYearDrafted(Plan plan, PlanItem measure) {
        long issue = raised(plan);
        begin("の計画の案", "評価を踏まえて");
        PlanDraft draft = newest();
        String address = "/staff/drafts/" + draft.id();
        stage.as(Role.STAFF, address + "/clauses/" + clause(draft, measure).id() + "/new", page -> {
            page.getByLabel("題名（日本語）").fill("地方の企業どうしの学び合い");
            page.getByLabel("題名（英語）").fill("Companies of the regions learn from each other");
            page.getByLabel("理由", exactly()).fill("主務大臣の評価を受けて");
            page.getByLabel("地方の中小企業への広がりを定着させること。").check();
            press(page, "加える");
            assertThat(main(page)).contains("新しい項目を加えました");
        });
        stage.as(Role.PLANNER, address, page -> {
            press(page, "「継続」にする");
            assertThat(main(page)).contains("「継続」にしました");
        });
        for (var table : plan.tables()) {
            drafts.figures(draft.id(), table.id(), false, List.of(), 0, stage.visitor(Role.PLANNER));
        }
        submitAndAdopt(draft);
        stage.as(
                Role.MEMBER,
                "/plan/" + draft.plan(),
                page -> assertThat(main(page)).contains("地方の企業どうしの学び合い"));
        stage.as(
                Role.STAFF,
                "/staff/issues/" + issue,
                page -> assertThat(main(page)).contains("対応済", "主務大臣の評価を受けて"));
        stage.as(
                Role.AUDITOR,
                "/staff/audit?q=plan-draft",
                page -> assertThat(main(page)).contains("計画案を計画として確定した"));
    }

    private long raised(Plan plan) {
        return ((CycleOutcome.Done) issues.raise(
                        new Issues.Raised(
                                plan.year(),
                                Issue.Origin.MINISTER,
                                "Ⅰ-1",
                                "主務大臣",
                                LocalDate.of(2022, 4, 4),
                                "地方の中小企業への広がりを定着させること。",
                                "security",
                                Optional.empty()),
                        stage.visitor(Role.PLANNER)))
                .id();
    }
}
