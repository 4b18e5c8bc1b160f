package tsukasa.search.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tsukasa.search.ListIndex;
import tsukasa.search.SearchBatch;
import tsukasa.search.SearchChanges;
import tsukasa.search.SearchDocument;
import tsukasa.search.SearchIndexContract;
import tsukasa.search.SearchShape;
import tsukasa.search.SearchSource;

class FollowerTests {
    private final Table table = new Table();
    private final ListIndex index = new ListIndex(SearchIndexContract.SHAPE);
    private final Follower follower = new Follower(table, _ -> index);

    @Test
    void an_index_is_brought_up_to_date_part_by_part() {
        for (int i = 1; i <= 2 * Follower.AT_A_TIME + 1; i++) {
            table.rows.put((long) i, "n" + i);
        }
        assertThat(follower.behind()).isNaN();
        follower.follow(() -> true);
        assertThat(index.documents()).isEqualTo(2 * Follower.AT_A_TIME + 1);
        assertThat(follower.behind()).isZero();
        table.rows.put(2L * Follower.AT_A_TIME + 2, "late");
        assertThat(follower.behind()).isPositive();
        follower.follow(() -> true);
        assertThat(follower.behind()).isZero();
    }

    @Test
    void what_comes_during_a_large_import_waits_to_be_kept_together() {
        table.rows.put(1L, "a");
        follower.gather(index, () -> true, Integer.MAX_VALUE);
        table.rows.put(2L, "b");
        follower.gather(index, () -> true, Integer.MAX_VALUE);
        assertThat(index.documents()).isZero();
        follower.keep(index);
        assertThat(index.documents()).isEqualTo(2);
        assertThat(index.mark()).isEqualTo(2);
    }

    @Test
    void what_was_lost_before_it_was_kept_is_brought_again() {
        table.rows.put(1L, "a");
        follower.gather(index, () -> true, Integer.MAX_VALUE);
        index.rebuild();
        table.rows.put(2L, "b");
        follower.follow(() -> true);
        follower.follow(() -> true);
        assertThat(index.documents()).isEqualTo(2);
    }

    @Test
    void a_lost_index_is_made_anew() {
        table.rows.put(1L, "a");
        follower.follow(() -> true);
        index.rebuild();
        follower.follow(() -> true);
        assertThat(index.documents()).isEqualTo(1);
    }

    @Test
    void an_index_ahead_of_a_restored_database_is_made_anew() {
        index.apply(SearchBatch.puts(SearchDocument.of("gone").done()), 50);
        table.rows.put(1L, "a");
        follower.follow(() -> true);
        assertThat(index.mark()).isEqualTo(1);
        assertThat(index.documents()).isEqualTo(1);
    }

    @Test
    void a_platform_that_stops_is_not_kept_waiting() {
        table.rows.put(1L, "a");
        follower.follow(() -> false);
        assertThat(index.mark()).isZero();
    }

    private static final class Table implements SearchSource {
        private final TreeMap<Long, String> rows = new TreeMap<>();

        @Override
        public SearchShape shape() {
            return SearchIndexContract.SHAPE;
        }

        @Override
        public long newestMark() {
            return rows.isEmpty() ? 0 : rows.lastKey();
        }

        @Override
        public SearchChanges after(long mark, int atMost) {
            List<SearchDocument> puts = new ArrayList<>();
            long last = mark;
            for (Map.Entry<Long, String> row : rows.tailMap(mark, false).entrySet()) {
                if (puts.size() < atMost) {
                    puts.add(SearchDocument.of(row.getValue()).done());
                    last = row.getKey();
                }
            }
            return new SearchChanges(SearchBatch.of(puts, List.of()), last);
        }
    }
}
