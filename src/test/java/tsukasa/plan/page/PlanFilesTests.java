package tsukasa.plan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tsukasa.Covers;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.PlanShelf;

/// What leaves the pages as a file: rows behind a number, tables of money.
@SpringBootTest
@AutoConfigureMockMvc
@Import(YearSoFar.class)
@Covers({"Ⅳ-1", "Ⅳ-2", "Ⅳ-3"})
class PlanFilesTests {
    private final MockMvc browser;
    private final PlanShelf shelf;
    private final YearSoFar.Told year;

    @Autowired
    PlanFilesTests(MockMvc browser, PlanShelf shelf, YearSoFar.Told year) {
        this.browser = browser;
        this.shelf = shelf;
        this.year = year;
    }

    @BeforeEach
    void the_year_so_far() {
        year.once();
    }

    private MvcResult file(String address) throws Exception {
        MvcResult started = browser.perform(get(address)).andReturn();
        return started.getRequest().isAsyncStarted()
                ? browser.perform(asyncDispatch(started)).andReturn()
                : started;
    }

    private List<String> lines(String address) throws Exception {
        return file(address)
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void the_file_of_the_rows_has_as_many_rows_as_the_number_says() throws Exception {
        List<String> lines = lines("/plan/fy2021/indicators/SEC-1/rows.csv");
        assertThat(lines.getFirst())
                .endsWith("row_id,subject,occurred_on,dimension,amount,denominator,link,recorded_at");
        assertThat(lines).hasSize(1 + 10);
    }

    @Test
    void a_subject_that_a_spreadsheet_would_run_is_made_harmless() throws Exception {
        List<String> lines = lines("/plan/fy2021/indicators/SEC-2/rows.csv");
        assertThat(lines)
                .anyMatch(line -> line.contains(",'=1+1"))
                .noneMatch(line -> line.contains(",=") || line.contains(",\"="));
    }

    @Test
    void the_file_follows_the_day_the_step_and_the_search_of_the_page() throws Exception {
        int all = lines("/plan/fy2021/indicators/SEC-2/rows.csv?step=1").size();
        int counted = lines("/plan/fy2021/indicators/SEC-2/rows.csv").size();
        int early =
                lines("/plan/fy2021/indicators/SEC-2/rows.csv?as_of=2021-06-30").size();
        int known = lines("/plan/fy2021/indicators/SEC-2/rows.csv?known_at=2021-06-30")
                .size();
        assertThat(all).isGreaterThan(counted);
        assertThat(early).isLessThan(counted);
        assertThat(known).isEqualTo(early);
        assertThat(lines("/plan/fy2021/indicators/SEC-2/rows.csv?q=no-such-company"))
                .hasSize(1);
    }

    @Test
    void shares_leave_as_exact_fractions() throws Exception {
        assertThat(lines("/plan/fy2021/indicators.csv"))
                .anyMatch(line -> line.startsWith("SEC-3.b,") && line.contains(",20/31,2/3,"))
                .hasSize(18);
    }

    @Test
    void a_table_opens_as_a_workbook_whose_figures_are_numbers() throws Exception {
        for (MoneyTable table : shelf.plan("fy2021").orElseThrow().tables()) {
            byte[] content = file("/plan/fy2021/tables/" + table.id() + ".xlsx")
                    .getResponse()
                    .getContentAsByteArray();
            List<Row> rows = rows(content);
            for (int r = 0; r < table.rows().size(); r++) {
                Row row = rows.get(3 + r);
                for (int c = 0; c < table.columns().size(); c++) {
                    cell(table.rows().get(r).cells().get(c), row.getOptionalCell(c + 1));
                }
            }
        }
    }

    private static List<Row> rows(byte[] content) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            return book.getFirstSheet().read();
        }
    }

    private static void cell(MoneyTable.Cell stated, Optional<Cell> written) {
        switch (stated) {
            case MoneyTable.Cell.Figure(long millions) -> {
                assertThat(written).map(Cell::getType).contains(CellType.NUMBER);
                assertThat(written)
                        .map(cell -> cell.asNumber().longValueExact())
                        .contains(millions);
            }
            case MoneyTable.Cell.Nil _ ->
                assertThat(written).map(Cell::asString).contains("－");
            case MoneyTable.Cell.Blank _ ->
                assertThat(written.filter(cell -> cell.getType() != CellType.EMPTY))
                        .isEmpty();
        }
    }

    @Test
    void all_tables_in_one_file_keep_every_printed_cell() throws Exception {
        List<String> cells = lines("/plan/fy2021/tables.csv").stream()
                .skip(1)
                .filter(line -> !line.endsWith(","))
                .toList();
        assertThat(cells).hasSize(342);
        assertThat(cells).filteredOn(line -> line.endsWith(",－")).hasSize(106);
        assertThat(cells).filteredOn(line -> line.endsWith(",0")).hasSize(10);
        assertThat(cells).filteredOn(line -> line.endsWith(",-1385")).isNotEmpty();
    }
}
