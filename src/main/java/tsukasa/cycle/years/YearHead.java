package tsukasa.cycle.years;

import tsukasa.kernel.table.SheetColumns;

/// The columns of a file of earlier years' figures.
enum YearHead implements SheetColumns.Head {
    SUBJECT("対象", "Subject", true, "対象", "subject"),
    TITLE("名称", "Title", false, "名称", "title"),
    YEAR("年度", "Year", true, "年度", "year"),
    TARGET("目標値", "Target", false, "目標値", "目標", "target"),
    VALUE("実績値", "Result", false, "実績値", "実績", "result", "value"),
    BUDGET("予算額（百万円）", "Budget (million yen)", false, "予算額(百万円)", "予算額", "budget(millionyen)", "budget"),
    SETTLEMENT(
            "決算額（百万円）", "Settlement (million yen)", false, "決算額(百万円)", "決算額", "settlement(millionyen)", "settlement"),
    STAFF("従事人員（名）", "Staff", false, "従事人員(名)", "従事人員", "従事人員数", "staff"),
    SOURCE("出典", "Source", true, "出典", "source"),
    WHY("訂正の理由", "Reason of correction", false, "訂正の理由", "理由", "reasonofcorrection", "reason");

    private final SheetColumns.Name column;

    YearHead(String ja, String en, boolean needed, String... written) {
        this.column = SheetColumns.Name.of(ja, en, needed, written);
    }

    @Override
    public SheetColumns.Name column() {
        return column;
    }

    /// The name of the field of a form, and of its fault.
    String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
