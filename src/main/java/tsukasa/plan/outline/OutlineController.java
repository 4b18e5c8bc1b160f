package tsukasa.plan.outline;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.outline.OutlineDesk.Narrowing;

@Controller
class OutlineController {
    private static final int LONGEST = 200;
    private final PlanShelf shelf;
    private final OutlineDesk desk;
    private final PlaceDesk places;

    OutlineController(PlanShelf shelf, OutlineDesk desk, PlaceDesk places) {
        this.shelf = shelf;
        this.desk = desk;
        this.places = places;
    }

    @GetMapping("/plan")
    ResponseEntity<Void> inForce(Frame frame) {
        Plan plan = shelf.inForce(frame.today())
                .orElseThrow(() -> Problem.notFound(Text.of("計画がまだありません。", "There is no plan yet.")));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/plan/" + plan.id()))
                .build();
    }

    @GetMapping("/plan/{plan}")
    PlanPage plan(
            Frame frame,
            @PathVariable String plan,
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String service) {
        Plan found = known(plan);
        if (search.length() > LONGEST) {
            throw Problem.invalid(
                    Text.of("検索の言葉が長すぎます。", "The search is too long."),
                    Text.of("200字以内にしてください。", "Use at most 200 characters."));
        }
        boolean knownDepartment = found.department(department).isPresent();
        return desk.page(
                frame, found, new Narrowing(search.replace("\0", ""), knownDepartment ? department : "", service));
    }

    /// By its address, `1-1-1-2-2-a`, or as the plan writes it, `Ⅰ-1-(1-2)-②-a`.
    @GetMapping("/plan/{plan}/places/{place}")
    PlacePage place(Frame frame, @PathVariable String plan, @PathVariable String place) {
        Plan found = known(plan);
        return found.itemAt(place)
                .map(item -> places.page(frame, found, item))
                .orElseThrow(() -> Problem.notFound(Text.of("計画にその場所はありません。", "The plan has no such place.")));
    }

    @GetMapping("/plan/{plan}/targets")
    TargetsPage targets(Frame frame, @PathVariable String plan) {
        return desk.targets(frame, known(plan));
    }

    private Plan known(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
