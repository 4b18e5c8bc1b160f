package tsukasa.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorporateNumberTests {
    @ParameterizedTest
    @ValueSource(strings = {"4011001098993", "4000012090001", "7123456789012", "７１２３４５６７８９０１２", "7-1234-5678-9012"})
    void a_number_with_a_right_check_digit_is_read_however_it_is_typed(String typed) {
        assertThat(CorporateNumber.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1123456789012", "712345678901", "71234567890123", "712345678901X", "٧١٢٣٤٥٦٧٨٩٠١٢"})
    void any_other_text_is_no_corporate_number(String typed) {
        assertThat(CorporateNumber.parse(typed)).isEmpty();
    }

    @Test
    void one_wrong_digit_is_always_noticed_except_nine_for_zero() {
        String right = "7123456789012";
        for (int place = 1; place < 13; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                char printed = right.charAt(place);
                boolean congruent = (digit - printed) % 9 == 0;
                String typed = right.substring(0, place) + digit + right.substring(place + 1);
                assertThat(CorporateNumber.parse(typed).isPresent()).as(typed).isEqualTo(congruent);
            }
        }
    }
}
