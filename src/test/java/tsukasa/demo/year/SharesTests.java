package tsukasa.demo.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharesTests {
    @Test
    void even_parts_add_up_and_differ_by_one_at_most() {
        assertThat(Shares.even(71_485, 105)).hasSize(105).allMatch(part -> part == 680 || part == 681);
        assertThat(Shares.even(71_485, 105).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(71_485);
    }

    @Test
    void uneven_parts_add_up_too_and_none_is_negative() {
        for (int total : new int[] {0, 3, 150, 12_615, 5_000_000}) {
            var parts = Shares.uneven(total, 195, new SplittableRandom(1));
            assertThat(parts).hasSize(195).allMatch(part -> part >= 0);
            assertThat(parts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(total);
        }
        assertThat(Shares.uneven(12_615, 195, new SplittableRandom(1)).stream().distinct())
                .hasSizeGreaterThan(10);
    }
}
