package tsukasa.kernel.page;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which slice of a long list is shown.
///
/// @param page  counted from 1
/// @param total how many rows there are
public record Paging(int page, int size, long total) {
    public Paging {
        size = Math.clamp(size, 1, 1000);
        int last = (int) Math.max(1, Math.min(Integer.MAX_VALUE, (total + size - 1) / size));
        page = Math.clamp(page, 1, last);
    }

    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public long offset() {
        return (long) (page - 1) * size;
    }

    public long firstRow() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long lastRow() {
        return Math.min(total, offset() + size);
    }

    /// The page numbers to offer, 0 standing for a gap: 1 0 6 7 8 0 20.
    public List<Integer> offered() {
        SortedSet<Integer> wanted =
                new TreeSet<>(List.of(1, Math.max(1, page - 1), page, Math.min(last(), page + 1), last()));
        List<Integer> offered = new ArrayList<>();
        int before = 0;
        for (int number : wanted) {
            if (number - before > 1) {
                offered.add(0);
            }
            offered.add(number);
            before = number;
        }
        return offered;
    }
}
