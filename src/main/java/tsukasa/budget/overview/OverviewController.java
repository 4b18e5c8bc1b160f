package tsukasa.budget.overview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

/// What everybody may see: months that are whole.
@Controller
class OverviewController {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final PlanShelf shelf;
    private final Execution execution;
    private final OverviewViews overview;
    private final MonthsViews months;
    private final SectionViews sections;

    OverviewController(
            PlanShelf shelf, Execution execution, OverviewViews overview, MonthsViews months, SectionViews sections) {
        this.shelf = shelf;
        this.execution = execution;
        this.overview = overview;
        this.months = months;
        this.sections = sections;
    }

    @GetMapping("/money/{plan}")
    OverviewPage overview(Frame frame, @PathVariable String plan) {
        return overview.overview(frame, plan(plan));
    }

    @GetMapping("/money/{plan}/months")
    MonthsPage months(Frame frame, @PathVariable String plan, @RequestParam(defaultValue = "total") String of) {
        return months.page(frame, plan(plan), of);
    }

    @GetMapping("/money/{plan}/sections/{place}")
    SectionPage section(Frame frame, @PathVariable String plan, @PathVariable String place) {
        Plan found = plan(plan);
        PlanItem item = found.itemAt(place)
                .orElseThrow(() -> Problem.notFound(Text.of("計画に、その箇所はありません。", "The plan has no such place.")));
        return sections.page(frame, found, item);
    }

    @GetMapping("/money/{plan}/execution.csv")
    ResponseEntity<byte[]> csv(@PathVariable String plan) {
        Plan found = plan(plan);
        Executed executed = execution.of(found);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExecutionFiles.csv(found, executed, whole(executed), out);
        return file(found.id() + "-execution.csv", CSV, out);
    }

    @GetMapping("/money/{plan}/execution.xlsx")
    ResponseEntity<byte[]> xlsx(Frame frame, @PathVariable String plan) throws IOException {
        Plan found = plan(plan);
        Executed executed = execution.of(found);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExecutionFiles.xlsx(frame, found, executed, whole(executed), out);
        return file(found.id() + "-execution.xlsx", XLSX, out);
    }

    private static List<YearMonth> whole(Executed executed) {
        return executed.months().subList(0, executed.whole());
    }

    private static ResponseEntity<byte[]> file(String name, String type, ByteArrayOutputStream out) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(out.toByteArray());
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
