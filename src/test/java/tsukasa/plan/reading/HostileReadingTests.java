package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.plan.Doubt;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.SharedPlan;

class HostileReadingTests {
    private static final java.util.List<String> OTHERS = TextSamples.OTHERS;
    private static final Duration LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @FieldSource("OTHERS")
    void a_text_that_is_no_plan_is_refused_with_the_reason_and_what_to_do(String name) {
        ReadingResult.Refused refused = Readings.refused(Readings.resource("no/" + name));
        assertThat(refused.reason().ja()).endsWith("指定してください。");
        assertThat(refused.reason().en()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"page.html, HTML", "data.json, JSON", "mail.txt, e-mail"})
    void it_says_what_was_sent_instead(String name, String word) {
        assertThat(Readings.refused(Readings.resource("no/" + name)).reason().en())
                .contains(word);
    }

    @Test
    void files_of_other_programs_are_named() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("plan.txt"));
            out.write(Readings.resource("dai.txt"));
        }
        assertThat(reason(zip.toByteArray())).contains("ZIP");
        assertThat(reason("%PDF-1.7 年度計画".getBytes(StandardCharsets.UTF_8))).contains("PDF");
        assertThat(reason("{\\rtf1 plan}".getBytes(StandardCharsets.UTF_8))).contains("RTF");
        assertThat(reason(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10})).contains("image");
        assertThat(reason(new byte[] {0x1F, (byte) 0x8B, 8, 0})).contains("compressed");
    }

    private static String reason(byte[] bytes) {
        return Readings.refused(bytes).reason().en();
    }

    @Test
    void an_empty_file_and_one_of_blanks_hold_no_text() {
        for (String text : new String[] {"", " ", "\n\n\n", "\u3000\n\t\r\n", "\uFEFF"}) {
            assertThat(reason(text.getBytes(StandardCharsets.UTF_8))).contains("no text");
        }
    }

    @Test
    void random_bytes_are_no_text() {
        Random random = new Random(7);
        for (int size : new int[] {1, 10, 1_000, 100_000}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            bytes[0] = 1;
            assertThat(Readings.READER.read(bytes, Optional.empty())).isInstanceOf(ReadingResult.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-31j", "EUC-JP", "ISO-2022-JP"})
    void the_encoding_is_found_without_being_told(String name) {
        Charset charset = Charset.forName(name);
        for (String sample : TextSamples.PLANS) {
            String text = charset.newEncoder().canEncode(TextSamples.plan(sample))
                    ? TextSamples.plan(sample)
                    : TextSamples.plan("html");
            String kept = new String(text.getBytes(charset), charset);
            ReadingResult.Read expected = Readings.read(kept);
            ReadingResult.Read read = Readings.read(kept.getBytes(charset));
            assertThat(read.document().charset()).isEqualTo(name);
            assertThat(Readings.tree(read.document())).isEqualTo(Readings.tree(expected.document()));
            assertThat(read.tables()).isEqualTo(expected.tables());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_is_no_character_of_the_plan(String name) {
        ReadingResult.Read read = Readings.read(("\uFEFF" + TextSamples.plan("dai")).getBytes(Charset.forName(name)));
        assertThat(Readings.tree(read.document()))
                .isEqualTo(Readings.tree(Readings.read(TextSamples.plan("dai")).document()));
    }

    @Test
    void the_real_plan_reads_the_same_in_shift_jis() {
        String text = new String(SharedPlan.text(), StandardCharsets.UTF_8);
        Charset shiftJis = Charset.forName("windows-31j");
        String kept = new String(text.getBytes(shiftJis), shiftJis);
        assertThat(Readings.tree(Readings.read(text.getBytes(shiftJis)).document()))
                .isEqualTo(Readings.tree(Readings.read(kept).document()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void line_ends_of_other_systems_change_nothing(String end) {
        for (String sample : TextSamples.PLANS) {
            String text = TextSamples.plan(sample);
            assertThat(Readings.read(text.replace("\n", end))).isEqualTo(Readings.read(text));
        }
    }

    /// Cut anywhere, even inside a character: no failure, and nothing of what is there is lost.
    @Test
    void a_text_cut_in_the_middle_is_read_as_far_as_it_goes() {
        byte[] whole = SharedPlan.text();
        int reported = 0;
        for (int cut = 5; cut < 100; cut += 5) {
            byte[] part = Arrays.copyOf(whole, (int) ((long) whole.length * cut / 100));
            switch (Readings.READER.read(part, Optional.empty())) {
                case ReadingResult.Read read -> {
                    String text = new String(part, StandardCharsets.UTF_8);
                    NothingLost.check(read, text.endsWith("\uFFFD") ? text.substring(0, text.length() - 1) : text);
                    reported += read.doubts().stream().anyMatch(d -> d.kind() == Doubt.Kind.TRUNCATED) ? 1 : 0;
                }
                case ReadingResult.Refused refused -> assertThat(cut).isLessThan(10);
            }
        }
        assertThat(reported).isGreaterThanOrEqualTo(12);
    }

    @Test
    void zero_bytes_and_other_control_characters_are_kept_and_reported() {
        ReadingResult.Read read = Readings.read(TextSamples.plan("dai").replace("木材の利用", "木材\u0000の\u0007利用"));
        assertThat(read.doubts())
                .filteredOn(d -> d.kind() == Doubt.Kind.CONTROL_CHARACTER)
                .hasSize(2)
                .allMatch(d -> d.line() == 23);
        assertThat(read.document().nodes()).anyMatch(n -> n.text().contains("木材\u0000の"));
    }

    @Test
    void a_lone_surrogate_becomes_a_reported_mark() {
        byte[] text = TextSamples.plan("dai").getBytes(StandardCharsets.UTF_8);
        byte[] lone = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
        byte[] bytes = Arrays.copyOf(text, text.length + 3);
        System.arraycopy(lone, 0, bytes, text.length, 3);
        switch (Readings.READER.read(bytes, Optional.empty())) {
            case ReadingResult.Read read ->
                assertThat(read.doubts())
                        .anyMatch(d -> d.kind() == Doubt.Kind.ENCODING || d.kind() == Doubt.Kind.TRUNCATED);
            case ReadingResult.Refused refused ->
                assertThat(refused.reason().en()).isNotBlank();
        }
    }

    @Test
    void numbering_of_any_depth_gives_places() {
        StringBuilder text = new StringBuilder("令和3年度計画 中期目標 予算 措置\n");
        String[] numbers = {"Ⅰ．", "１．", "（１）", "（１－１）", "①", "a.", "ア ", "（ア）", "ⅰ ", "1) ", "A. ", "・"};
        for (int round = 0; round < 20; round++) {
            for (String number : numbers) {
                text.append(number).append("深さの見出し\n");
            }
        }
        NothingLost.check(Readings.read(text.toString()), text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"あ", "（", "１２３ ", "<td>", "a"})
    void one_line_of_ten_megabytes_is_read_in_seconds(String unit) {
        int times = 10 * 1024 * 1024 / unit.getBytes(StandardCharsets.UTF_8).length;
        byte[] text = (TextSamples.plan("dai") + "\n2. 終わり\n" + unit.repeat(times)).getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(LONG, () -> Readings.READER.read(text, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1. 見出し\n", "（\n", "区別 金額\n", "<table>\n", "12\n", "別紙1\n予算\n", "|a|1|\n", "【評価指標】\n"})
    void a_hundred_thousand_equal_lines_are_read_in_seconds(String line) {
        byte[] text = (TextSamples.plan("dai") + "\n" + line.repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(LONG, () -> Readings.READER.read(text, Optional.empty()));
    }

    @Test
    void a_text_of_too_many_lines_is_no_plan() {
        String text = TextSamples.plan("dai") + "\n" + "1. 見出し\n".repeat(300_000);
        assertThat(reason(text.getBytes(StandardCharsets.UTF_8))).contains("at most 200,000");
    }
}
