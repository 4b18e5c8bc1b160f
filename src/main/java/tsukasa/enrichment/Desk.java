package tsukasa.enrichment;

import java.util.Arrays;
import java.util.List;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Tab;
import tsukasa.vulnerability.EntryId;

/// Where the pages of the desk lie.
public interface Desk {
    String HOME = "/staff/enrichment";

    /// Its pages that stand beside each other.
    enum View {
        QUEUE(HOME, Text.of("待っているもの", "Waiting")),
        PROPOSALS(HOME + "/proposals", Text.of("提案", "Proposals")),
        BULK(HOME + "/bulk", Text.of("一括の追記", "Add to many")),
        REGISTER(HOME + "/vendors", Text.of("ベンダと製品", "Vendors and products")),
        IMPORTS(HOME + "/imports", Text.of("取り込み", "Imports"));

        private final String address;
        private final Text title;

        View(String address, Text title) {
            this.address = address;
            this.title = title;
        }
    }

    static List<Tab> tabs(Frame frame, View current) {
        return Arrays.stream(View.values())
                .map(view -> new Tab(frame.say(view.title), view.address, view == current))
                .toList();
    }

    static String entry(EntryId number) {
        return HOME + "/entries/" + number;
    }

    static String proposal(long id) {
        return HOME + "/proposals/" + id;
    }

    static Problem notThere() {
        return Problem.notFound(Text.of("この番号の脆弱性は登録されていません。", "There is no vulnerability with this number."));
    }
}
