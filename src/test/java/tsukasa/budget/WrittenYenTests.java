package tsukasa.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenYenTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0|0
            1234567|1234567
            1,234,567|1234567
            １２３４５６７|1234567
            １，２３４，５６７円|1234567
            ￥1,000|1000
            △1,234|-1234
            ▲５００|-500
            −5|-5
            (1,234)|-1234
            （１，２３４）|-1234
            1234.00|1234
            1.5E6|1500000
            """)
    void amounts_are_read_as_people_write_them(String written, long yen) {
        assertThat(WrittenYen.read(written)).isEqualTo(new WrittenYen.Of(yen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "－",
                "-",
                "1,23",
                "12,34,567",
                "0.5",
                "1234千円",
                "百万",
                "=1+1",
                "1 or 2",
                "△△1",
                "((1))",
                "1-",
                "NaN",
                "9999999999999999",
                "1E99",
                "",
                "0x10",
                "1e9999999"
            })
    void what_is_no_amount_is_never_guessed(String written) {
        assertThat(WrittenYen.read(written)).isInstanceOf(WrittenYen.Odd.class);
    }

    @ParameterizedTest
    @CsvSource({"499999, 0", "500000, 1", "1499999, 1", "-500000, -1", "-499999, 0", "0, 0"})
    void millions_are_rounded_half_up_by_the_magnitude(long yen, long millions) {
        assertThat(Yen.of(yen).millions()).isEqualTo(millions);
    }
}
