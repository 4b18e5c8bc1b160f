package tsukasa.cycle.issue;

import tsukasa.kernel.table.SheetColumns;

/// The columns of a file of issues, in the order in which rows are pasted.
enum IssueHead implements SheetColumns.Head {
    ORIGIN("出所", "Origin", "出所", "origin"),
    PLACE("計画の箇所", "Place", "計画の箇所", "箇所", "place"),
    RAISED_BY("だれの意見か", "Who", "だれの意見か", "だれ", "意見者", "who"),
    DAY("日付", "Day", "日付", "day", "date"),
    ISSUE("課題の内容", "Issue", "課題の内容", "課題", "意見", "issue"),
    DEPARTMENT("部署", "Department", "部署", "担当の部署", "department");

    private final SheetColumns.Name column;

    IssueHead(String ja, String en, String... written) {
        this.column = SheetColumns.Name.of(ja, en, true, written);
    }

    @Override
    public SheetColumns.Name column() {
        return column;
    }
}
