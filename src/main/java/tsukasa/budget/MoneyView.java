package tsukasa.budget;

import java.util.Arrays;
import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Tab;
import tsukasa.plan.Plan;

/// The staff's pages about the money of one year, side by side.
public enum MoneyView {
    EXECUTION("執行", "Execution", ""),
    GRANT("交付金", "Grant", "/grant"),
    PERSONNEL("人件費", "Pay", "/personnel"),
    EFFICIENCY("効率化", "Efficiency", "/efficiency"),
    BORROWING("短期借入金", "Borrowing", "/borrowing"),
    REGISTERS("「なし」の登録", "Said to be none", "/none");

    private final Text title;
    private final String path;

    MoneyView(String ja, String en, String path) {
        this.title = Text.of(ja, en);
        this.path = path;
    }

    public Text title() {
        return title;
    }

    public String address(Plan plan) {
        return "/staff/money/" + plan.id() + path;
    }

    public List<Tab> tabs(Frame frame, Plan plan) {
        return Arrays.stream(values())
                .map(view -> new Tab(frame.say(view.title), view.address(plan), view == this))
                .toList();
    }
}
