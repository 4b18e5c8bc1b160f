package tsukasa.plan.accounts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class AccountsController {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final PlanShelf shelf;
    private final AccountsDesk desk;

    AccountsController(PlanShelf shelf, AccountsDesk desk) {
        this.shelf = shelf;
        this.desk = desk;
    }

    @GetMapping("/plan/{plan}/tables")
    TablesPage tables(Frame frame, @PathVariable String plan) {
        return desk.tables(frame, plan(plan));
    }

    @GetMapping("/plan/{plan}/tables/{table}")
    TablePage table(Frame frame, @PathVariable String plan, @PathVariable String table) {
        Plan found = plan(plan);
        return desk.table(frame, found, table(found, table));
    }

    @GetMapping("/plan/{plan}/tables.csv")
    ResponseEntity<byte[]> csv(@PathVariable String plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AccountsFiles.csv(plan(plan), out);
        return file(plan + "-tables.csv", CSV, out);
    }

    @GetMapping("/plan/{plan}/tables/{table}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String plan, @PathVariable String table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Plan found = plan(plan);
        AccountsFiles.csv(table(found, table), out);
        return file(found.id() + "-" + table + ".csv", CSV, out);
    }

    @GetMapping("/plan/{plan}/tables/{table}.xlsx")
    ResponseEntity<byte[]> xlsx(Frame frame, @PathVariable String plan, @PathVariable String table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Plan found = plan(plan);
        AccountsFiles.xlsx(frame, table(found, table), out);
        return file(found.id() + "-" + table + ".xlsx", XLSX, out);
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

    private static MoneyTable table(Plan plan, String id) {
        return plan.table(id).orElseThrow(() -> Problem.notFound(Text.of("その表はありません。", "There is no such table.")));
    }
}
