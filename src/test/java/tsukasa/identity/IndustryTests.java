package tsukasa.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndustryTests {
    @Test
    void a_company_is_small_or_medium_by_either_measure() {
        assertThat(Industry.MANUFACTURING.smallOrMedium(300_000_000L, 5000)).contains(true);
        assertThat(Industry.MANUFACTURING.smallOrMedium(300_000_001L, 300)).contains(true);
        assertThat(Industry.MANUFACTURING.smallOrMedium(300_000_001L, 301)).contains(false);
    }

    @Test
    void wholesale_retail_and_services_have_lines_of_their_own() {
        assertThat(Industry.WHOLESALE.smallOrMedium(100_000_001L, 100)).contains(true);
        assertThat(Industry.WHOLESALE.smallOrMedium(100_000_001L, 101)).contains(false);
        assertThat(Industry.RETAIL.smallOrMedium(50_000_001L, 51)).contains(false);
        assertThat(Industry.RETAIL.smallOrMedium(50_000_000L, 51)).contains(true);
        assertThat(Industry.SERVICES.smallOrMedium(50_000_001L, 100)).contains(true);
    }

    @Test
    void a_sole_proprietor_is_measured_by_employees_alone_and_nobody_by_nothing() {
        assertThat(Industry.RETAIL.smallOrMedium(null, 50)).contains(true);
        assertThat(Industry.RETAIL.smallOrMedium(null, 51)).contains(false);
        assertThat(Industry.RETAIL.smallOrMedium(null, null)).isEmpty();
    }
}
