package tsukasa.exposure.checking;

import java.util.ArrayList;
import java.util.List;
import tsukasa.exposure.Part;
import tsukasa.kernel.Text;

/// Components about which nothing can be said, by the reason; the first of them are kept, all are counted.
final class Unmatched {
    static final int KEPT = 2000;

    enum Reason {
        UNNAMED(Text.of(
                "パッケージ URL（purl）も CPE 名もないため、照合できません。",
                "It has neither a package URL (purl) nor a CPE name, so that it cannot be looked up.")),
        UNREADABLE(Text.of("purl や CPE 名が、決められた形になっていません。", "Its purl or CPE name is not written as such a name is.")),
        UNKNOWN(Text.of("この製品についての脆弱性の情報は、ありません。", "The database has no entry about this product."));

        private final Text words;

        Reason(Text words) {
            this.words = words;
        }

        Text words() {
            return words;
        }
    }

    private final List<List<Part>> first = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final long[] counts = new long[Reason.values().length];

    void add(Reason reason, Part part) {
        counts[reason.ordinal()]++;
        List<Part> kept = first.get(reason.ordinal());
        if (kept.size() < KEPT) {
            kept.add(part);
        }
    }

    long count(Reason reason) {
        return counts[reason.ordinal()];
    }

    List<Part> first(Reason reason) {
        return first.get(reason.ordinal());
    }
}
