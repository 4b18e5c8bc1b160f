package tsukasa.budget.importing;

import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.SheetColumns;

/// The columns of a file of execution.
enum Head implements SheetColumns.Head {
    MONTH("月", "Month", true, "月", "month", "年月"),
    ACCOUNT("勘定", "Account", true, "勘定", "account"),
    SEGMENT("セグメント", "Segment", true, "セグメント", "segment"),
    LINE("科目", "Item", true, "科目", "item", "line"),
    YEN("金額（円）", "Amount (yen)", true, "金額(円)", "金額", "amount(yen)", "amount", "yen"),
    NOTE("訂正の理由", "Reason of correction", false, "訂正の理由", "理由", "reasonofcorrection", "reason");

    private final Text title;
    private final boolean needed;
    private final List<String> names;

    Head(String ja, String en, boolean needed, String... names) {
        this.title = Text.of(ja, en);
        this.needed = needed;
        this.names = List.of(names);
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    public boolean needed() {
        return needed;
    }

    @Override
    public List<String> names() {
        return names;
    }
}
