package tsukasa.budget.importing;

import tsukasa.kernel.table.SheetColumns;

/// The columns of a file of execution.
enum Head implements SheetColumns.Head {
    MONTH("月", "Month", true, "月", "month", "年月"),
    ACCOUNT("勘定", "Account", true, "勘定", "account"),
    SEGMENT("セグメント", "Segment", true, "セグメント", "segment"),
    LINE("科目", "Item", true, "科目", "item", "line"),
    YEN("金額（円）", "Amount (yen)", true, "金額(円)", "金額", "amount(yen)", "amount", "yen"),
    NOTE("訂正の理由", "Reason of correction", false, "訂正の理由", "理由", "reasonofcorrection", "reason");

    private final SheetColumns.Name column;

    Head(String ja, String en, boolean needed, String... written) {
        this.column = SheetColumns.Name.of(ja, en, needed, written);
    }

    @Override
    public SheetColumns.Name column() {
        return column;
    }
}
