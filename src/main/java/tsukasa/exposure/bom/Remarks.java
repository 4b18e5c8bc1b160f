package tsukasa.exposure.bom;

import java.util.ArrayList;
import java.util.List;
import tsukasa.exposure.Remark;
import tsukasa.kernel.Text;

/// What a document says against its specification; the first of it is kept, all is counted.
final class Remarks {
    private static final int KEPT = 100;
    private final List<Remark> first = new ArrayList<>();
    private int count;

    void add(Place place, String ja, String en) {
        count++;
        if (first.size() < KEPT) {
            first.add(new Remark(Text.of(ja, en), place.known() ? place.words() : Text.same("—")));
        }
    }

    List<Remark> first() {
        return first;
    }

    int count() {
        return count;
    }
}
