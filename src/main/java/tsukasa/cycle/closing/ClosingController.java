package tsukasa.cycle.closing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closing.ClosedValue;
import tsukasa.cycle.Closings;
import tsukasa.cycle.Period;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.kernel.table.CsvWriter;
import tsukasa.plan.CountedRow;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class ClosingController {
    private static final List<String> HEAD =
            List.of("row_id", "subject", "occurred_on", "dimension", "amount", "denominator", "link", "recorded_at");
    private final Closings closings;
    private final FrozenCounts frozen;
    private final PlanShelf shelf;
    private final ClosingViews views;
    private final FrozenViews rows;

    ClosingController(Closings closings, FrozenCounts frozen, PlanShelf shelf, ClosingViews views, FrozenViews rows) {
        this.closings = closings;
        this.frozen = frozen;
        this.shelf = shelf;
        this.views = views;
        this.rows = rows;
    }

    @Bean
    static StaffMenuEntry closingsEntry(ClosingStore store) {
        return StaffMenuEntry.of(
                        Text.of("期間の締め", "Closing periods"),
                        Text.of("四半期・上期・年度の数を、もとの行ごと固定する", "Fix the numbers of a period with their rows"),
                        ClosingViews.BASE,
                        Permission.USE_STAFF_PAGES.name(),
                        30)
                .counting(store::waiting);
    }

    @GetMapping("/staff/closings")
    @Permit(Permission.USE_STAFF_PAGES)
    ClosingsPage newest(Frame frame) {
        return shelf.inForce(frame.today())
                .map(plan -> views.list(frame, plan))
                .orElseThrow(() -> Problem.notFound(Text.of("計画がありません。", "There is no plan.")));
    }

    @GetMapping("/staff/closings/{plan}")
    @Permit(Permission.USE_STAFF_PAGES)
    ClosingsPage list(Frame frame, @PathVariable String plan) {
        return views.list(frame, shelf.asked(plan));
    }

    @GetMapping("/staff/closings/{plan}/{part}")
    @Permit(Permission.USE_STAFF_PAGES)
    ClosingPage one(
            Frame frame,
            Visitor visitor,
            @PathVariable String plan,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String compare) {
        Plan found = shelf.asked(plan);
        return views.one(frame, visitor, found, period(found, part), compare.equals("yes"), Errors.none(), 200);
    }

    @GetMapping("/staff/closings/{plan}/{part}/{threshold}")
    @Permit(Permission.USE_STAFF_PAGES)
    FrozenPage rows(Frame frame, @PathVariable String plan, @PathVariable String part, @PathVariable String threshold) {
        Plan found = shelf.asked(plan);
        Closing closing = live(found, part);
        String base = ClosingViews.BASE + "/" + plan + "/" + part;
        return rows.page(
                frame,
                base,
                closing,
                ClosingViews.threshold(found, threshold).orElseThrow(ClosingController::noSuchNumber),
                count(closing, threshold));
    }

    @GetMapping("/staff/closings/{plan}/{part}/{threshold}/rows.csv")
    @Permit(Permission.USE_STAFF_PAGES)
    ResponseEntity<StreamingResponseBody> csv(
            @PathVariable String plan, @PathVariable String part, @PathVariable String threshold) {
        FrozenCount count = count(live(shelf.asked(plan), part), threshold);
        String name = plan + "-" + part + "-" + threshold + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> {
                    try (CsvWriter csv = new CsvWriter(out)) {
                        csv.row(HEAD);
                        frozen.stream(count.id(), row -> line(csv, row));
                    }
                });
    }

    private static void line(CsvWriter csv, CountedRow row) {
        csv.cell(row.id(), true)
                .cell(row.subject(), false)
                .plain(row.occurredOn(), false)
                .cell(row.dimension(), false)
                .plain(row.amount(), false)
                .plain(row.denominator(), false)
                .cell(row.link(), false)
                .plain(row.recordedAt(), false)
                .end();
    }

    private static Period period(Plan plan, String part) {
        return Period.parse(plan.year(), part)
                .orElseThrow(() -> Problem.notFound(Text.of("その期間はありません。", "There is no such period.")));
    }

    private Closing live(Plan plan, String part) {
        return closings.live(plan.id(), period(plan, part)).orElseThrow(ClosingController::noSuchNumber);
    }

    private FrozenCount count(Closing closing, String threshold) {
        return closing.values().stream()
                .filter(value -> value.threshold().equals(threshold))
                .findFirst()
                .flatMap(ClosedValue::frozen)
                .flatMap(frozen::find)
                .orElseThrow(ClosingController::noSuchNumber);
    }

    private static Problem noSuchNumber() {
        return Problem.notFound(Text.of("固定された数はありません。", "There is no frozen number."));
    }
}
