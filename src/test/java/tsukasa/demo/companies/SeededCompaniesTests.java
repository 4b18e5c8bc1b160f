package tsukasa.demo.companies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsukasa.demo.InventedCompany;
import tsukasa.kernel.Prefecture;

class SeededCompaniesTests {
    private final List<InventedCompany> companies =
            new SeededCompanies().companies(2021).limit(5_000).toList();

    @Test
    void the_same_seed_gives_the_same_companies() {
        assertThat(new SeededCompanies().companies(2021).limit(5_000).toList()).isEqualTo(companies);
    }

    @Test
    void no_number_comes_twice_and_none_can_be_a_real_one() {
        assertThat(companies).extracting(c -> c.number().digits()).doesNotHaveDuplicates();
        assertThat(companies)
                .allSatisfy(c -> assertThat(c.number().digits().substring(1)).startsWith("9999"));
    }

    @Test
    void every_prefecture_has_some() {
        assertThat(companies).extracting(InventedCompany::prefecture).contains(Prefecture.values());
    }
}
