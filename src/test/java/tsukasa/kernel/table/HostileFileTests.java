package tsukasa.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.testing.Workbooks.HEAD;
import static tsukasa.testing.Workbooks.number;
import static tsukasa.testing.Workbooks.row;
import static tsukasa.testing.Workbooks.sheet;
import static tsukasa.testing.Workbooks.text;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.kernel.table.SheetReading.Rows;
import tsukasa.kernel.table.SheetReading.Unreadable;

/// A file comes from outside: whatever is in it, reading ends soon, takes little memory and says what is wrong.
class HostileFileTests {
    private static Rows rows(byte[] file) {
        return (Rows) SheetFile.read(file);
    }

    private static String refused(byte[] file) {
        return ((Unreadable) SheetFile.read(file)).why().ja();
    }

    @Test
    void a_plain_workbook_is_read_cell_by_cell() {
        Rows read = rows(sheet(HEAD + row(2, "2021-04", "情報セキュリティ", "業務経費", number("E2", "1234567")))
                .bytes());
        assertThat(read.rows()).hasSize(2);
        assertThat(read.rows().get(1).cell(4)).isEqualTo(SheetCell.of("E2", "1234567"));
        assertThat(read.what().ja()).contains("執行額");
    }

    @Test
    void shared_strings_are_read_without_their_readings() {
        byte[] file = sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
                .with(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"m\"><si><r><t>科</t></r><r><t>目</t></r><rPh><t>カモク</t></rPh></si></sst>")
                .bytes();
        assertThat(rows(file).rows().getFirst().cell(0).text()).isEqualTo("科目");
        assertThat(refused(sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>")
                        .bytes()))
                .contains("XLSXとして読めません");
    }

    @Test
    void a_formula_is_noted_with_its_cell_and_its_kept_value_is_not_believed() {
        Rows read =
                rows(sheet(HEAD + row(2, "2021-04", "情報セキュリティ", "業務経費", "<c r=\"E2\"><f>SUM(A1:A9)</f><v>99</v></c>"))
                        .bytes());
        assertThat(read.rows().get(1).cell(4).odd()).isEqualTo(SheetCell.Odd.FORMULA);
        Rows csv = rows("月,金額\n2021-04,=1+1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(csv.rows().get(1).cell(1).odd()).isEqualTo(SheetCell.Odd.FORMULA);
    }

    @Test
    void an_error_value_is_none() {
        Rows read = rows(
                sheet("<row r=\"3\"><c r=\"B3\" t=\"e\"><v>#REF!</v></c></row>").bytes());
        assertThat(read.rows().getFirst().cell(1)).isEqualTo(new SheetCell("B3", "#REF!", SheetCell.Odd.ERROR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/vbaProject.bin",
                "xl/externalLinks/externalLink1.xml",
                "xl/connections.xml",
                "xl/embeddings/oleObject1.bin",
                "xl/activeX/activeX1.xml",
                "XL/VBAPROJECT.BIN",
                "xl/macrosheets/sheet1.xml"
            })
    void what_acts_or_reaches_out_is_not_taken(String part) {
        assertThat(refused(sheet(HEAD).with(part, "x").bytes())).isNotBlank();
    }

    @Test
    void a_million_empty_rows_are_passed_over_in_seconds_and_keep_their_numbers() {
        StringBuilder many = new StringBuilder(HEAD);
        for (int i = 2; i <= 1_000_000; i++) {
            many.append("<row r=\"").append(i).append("\" spans=\"1:6\"/>");
        }
        many.append("<row r=\"1000001\">").append(number("E1000001", "5")).append("</row>");
        byte[] file = sheet(many.toString()).bytes();
        long begun = System.nanoTime();
        Rows read = rows(file);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(read.rows()).hasSize(2);
        assertThat(read.rows().get(1).cell(4).at()).isEqualTo("E1000001");
    }

    @Test
    void a_cell_far_away_takes_no_memory_for_what_lies_between() {
        StringBuilder wide = new StringBuilder();
        for (int i = 1; i <= 100_000; i++) {
            wide.append("<row r=\"").append(i).append("\"><c r=\"XFD").append(i).append("\"/></row>");
        }
        assertThat(rows(sheet(HEAD + wide).bytes()).rows()).hasSize(1);
        assertThat(refused(
                        sheet("<row r=\"1\">" + number("XFD1", "1") + "</row>").bytes()))
                .contains("XFD1");
        assertThat(refused(
                        sheet("<row r=\"1\">" + number("XFE1", "1") + "</row>").bytes()))
                .isNotBlank();
        assertThat(refused(sheet("<row r=\"99999999999\">" + number("A1", "1") + "</row>")
                        .bytes()))
                .isNotBlank();
    }

    @Test
    void more_rows_than_anybody_types_are_refused_and_named() {
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= SheetReading.MOST_ROWS + 1; i++) {
            many.append("<row r=\"")
                    .append(i)
                    .append("\">")
                    .append(number("A" + i, "1"))
                    .append("</row>");
        }
        assertThat(refused(sheet(many.toString()).bytes())).contains("5,000行");
        String csv = "1\n".repeat(SheetReading.MOST_ROWS + 1);
        assertThat(refused(csv.getBytes(StandardCharsets.UTF_8))).contains("5,000行");
    }

    @Test
    void a_bomb_is_noticed_by_what_comes_out_of_it_not_by_what_it_says() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1_000; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(out.size()).isLessThan(2 << 20);
        long before = used();
        assertThat(refused(out.toByteArray())).contains("64 MB");
        assertThat(used() - before).isLessThan(100L << 20);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void one_endless_text_is_cut_and_named() {
        byte[] file = sheet("<row r=\"1\">" + text("A1", "あ".repeat(5_000_000)) + "</row>")
                .bytes();
        assertThat(rows(file).rows().getFirst().cell(0).odd()).isEqualTo(SheetCell.Odd.TOO_LONG);
        byte[] csv = ("a," + "い".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(rows(csv).rows().getFirst().cell(1).odd()).isEqualTo(SheetCell.Odd.TOO_LONG);
    }

    @Test
    void of_sheets_and_relations_without_end_only_what_is_needed_is_kept() {
        String relation = "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>";
        byte[] file = sheet(HEAD)
                .with(
                        "xl/workbook.xml",
                        "<workbook>" + "<sheet name=\"a\" id=\"rId1\"/>".repeat(1_500_000) + "</workbook>")
                .bytes();
        long begun = allocated();
        assertThat(rows(file).rows()).hasSize(1);
        assertThat(allocated() - begun).isLessThan(100L << 20);
        assertThat(rows(related(relation.repeat(500))).rows()).hasSize(1);
        assertThat(refused(related(relation.repeat(501)))).contains("XLSXとして読めません");
    }

    private static byte[] related(String relations) {
        return sheet(HEAD)
                .with("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>")
                .bytes();
    }

    /// By this thread, ever: unlike what is in use now, it does not depend on when garbage goes.
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void entities_and_outside_documents_are_never_followed() {
        String laughs =
                "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        for (String inside : new String[] {"&y;", "&f;", ""}) {
            byte[] file = sheet("")
                    .with(
                            "xl/worksheets/sheet1.xml",
                            laughs + "<worksheet><sheetData><row r=\"1\">" + text("A1", inside)
                                    + "</row></sheetData></worksheet>")
                    .bytes();
            assertThat(SheetFile.read(file)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void a_workbook_without_its_parts_or_cut_short_is_refused_politely() {
        byte[] whole = sheet(HEAD).bytes();
        for (int length : new int[] {4, 40, whole.length / 2, whole.length - 300}) {
            assertThat(SheetFile.read(java.util.Arrays.copyOf(whole, length))).isInstanceOf(Unreadable.class);
        }
        assertThat(SheetFile.read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .isInstanceOf(Unreadable.class);
        assertThat(refused("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).contains("PDF");
    }

    @Test
    void damaged_files_never_break_the_reader() {
        byte[] whole = sheet(HEAD + row(2, "2021-04", "法人共通", "一般管理費", number("E2", "5")))
                .bytes();
        SplittableRandom chance = new SplittableRandom(2021);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit < 3; hit++) {
                damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt(256);
            }
            assertThat(SheetFile.read(damaged)).as("seed 2021, file %d", i).isNotNull();
        }
    }

    @Test
    void an_apostrophe_that_was_put_before_words_is_none_of_them() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(java.util.List.of("＝引用", "-1件を除く", "'tis", "-5"));
        }
        Rows read = rows(out.toByteArray());
        assertThat(read.rows().getFirst().cell(0).text()).isEqualTo("'＝引用");
        assertThat(java.util.stream.IntStream.range(0, 4)
                        .mapToObj(column -> read.rows().getFirst().cell(column).words()))
                .containsExactly("＝引用", "-1件を除く", "'tis", "-5");
    }

    @Test
    void how_long_a_cell_may_be_is_for_the_reader_to_say() {
        byte[] file = sheet("<row r=\"1\">" + text("A1", "あ".repeat(20_000)) + "</row>")
                .bytes();
        Rows read = (Rows) SheetFile.read(file, 20_000);
        assertThat(read.rows().getFirst().cell(0).odd()).isEqualTo(SheetCell.Odd.NO);
        assertThat(rows(file).rows().getFirst().cell(0).odd()).isEqualTo(SheetCell.Odd.TOO_LONG);
    }

    @Test
    void csv_is_read_in_the_encodings_of_japan_and_nothing_is_guessed() {
        String text = "月,勘定,セグメント,科目,金額（円）\n2021-04,一般勘定,社会基盤,業務経費,\"1,234\"\n";
        for (String name : new String[] {"UTF-8", "Windows-31J", "UTF-16"}) {
            Rows read = rows(text.getBytes(Charset.forName(name)));
            assertThat(read.rows().get(1).cell(2).text()).as(name).isEqualTo("社会基盤");
            assertThat(read.rows().get(1).cell(4).text()).as(name).isEqualTo("1,234");
        }
        assertThat(rows(text.getBytes(Charset.forName("Windows-31J"))).what().ja())
                .contains("Shift_JIS");
        assertThat(refused(new byte[] {'a', ',', (byte) 0x81, (byte) 0xFF, '\n'}))
                .contains("文字として");
        assertThat(refused("a\0b".getBytes(StandardCharsets.UTF_8))).contains("文字として");
        assertThat(refused("a,\"b\nc".getBytes(StandardCharsets.UTF_8))).contains("引用符");
    }
}
