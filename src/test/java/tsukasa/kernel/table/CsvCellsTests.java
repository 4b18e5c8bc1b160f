package tsukasa.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both readers of CSV take text apart in the same way.
class CsvCellsTests {
    private static Optional<List<List<String>>> parsed(String text) {
        return CsvReader.parse(text);
    }

    private static SheetReading.Rows sheet(String text) throws SheetReading.Unusable {
        return (SheetReading.Rows) CsvSheet.read(text.getBytes(StandardCharsets.UTF_8), 1_000);
    }

    @Test
    void cells_in_quotes_hold_separators_line_ends_and_quotes() throws Exception {
        String text = "a,\"b,\"\"c\"\"\r\nd\",e\r\nf";
        assertThat(parsed(text)).contains(List.of(List.of("a", "b,\"c\"\r\nd", "e"), List.of("f")));
        assertThat(sheet(text).rows()).hasSize(2);
        assertThat(sheet(text).rows().getFirst().cells().get(1))
                .extracting(SheetCell::text)
                .isEqualTo("b,\"c\"\r\nd");
    }

    @Test
    void a_quote_within_a_cell_is_a_sign_like_others() {
        assertThat(parsed("5\" disk,x")).contains(List.of(List.of("5\" disk", "x")));
    }

    @Test
    void what_is_empty_has_no_rows_and_empty_cells_count() {
        assertThat(parsed("")).contains(List.of());
        assertThat(parsed("a,")).contains(List.of(List.of("a", "")));
        assertThat(parsed(",\n\nb\n")).contains(List.of(List.of("", ""), List.of(""), List.of("b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "a\n\"b", "a\n\"b\nc\"\"", "a\n\"x\"\"\n\"\""})
    void a_quotation_mark_that_is_never_closed_is_refused_with_its_row(String text) {
        assertThat(parsed(text)).isEmpty();
        assertThatThrownBy(() -> sheet(text)).isInstanceOf(SheetReading.Unusable.class);
        assertThat(CsvCells.read(text, ',', new Nobody())).isEqualTo(text.startsWith("a") ? 2 : 1);
    }

    @Test
    void the_rest_is_not_read_once_nobody_wants_it() {
        CsvCells.Taker<IllegalStateException> full = new Nobody() {
            @Override
            public void endRow() {
                throw new IllegalStateException("full");
            }
        };
        assertThatThrownBy(() -> CsvCells.read("a\n\"", ',', full)).hasMessage("full");
    }

    private static class Nobody implements CsvCells.Taker<IllegalStateException> {
        @Override
        public void cell(String cell) {}

        @Override
        public void endRow() {}
    }
}
