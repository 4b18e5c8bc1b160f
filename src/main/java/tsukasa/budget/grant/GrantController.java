package tsukasa.budget.grant;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class GrantController {
    private final PlanShelf shelf;
    private final GrantViews grant;
    private final PersonnelViews personnel;

    GrantController(PlanShelf shelf, GrantViews grant, PersonnelViews personnel) {
        this.shelf = shelf;
        this.grant = grant;
        this.personnel = personnel;
    }

    @GetMapping("/staff/money/{plan}/grant")
    @Permit(Permission.USE_STAFF_PAGES)
    GrantPage grant(Frame frame, @PathVariable String plan) {
        return grant.page(frame, plan(plan));
    }

    @GetMapping("/staff/money/{plan}/personnel")
    @Permit(Permission.USE_STAFF_PAGES)
    PersonnelPage personnel(Frame frame, @PathVariable String plan) {
        return personnel.page(frame, plan(plan));
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
