package tsukasa.cycle.evaluation;

import tsukasa.kernel.table.SheetColumns;

/// The columns of a file with the minister's evaluation, in the order of the template.
enum MinisterHead implements SheetColumns.Head {
    PLACE("箇所", "Place", true, "箇所", "評価項目番号", "place"),
    TITLE("評価項目", "Item", false, "評価項目", "項目", "item", "title"),
    GRADE("評定", "Grade", true, "評定", "grade"),
    REASON("評定の根拠", "Reasons", true, "評定の根拠", "評定に至った理由", "根拠", "理由", "reasons", "reason"),
    RESPONSE("課題と対応", "Issues", false, "課題と対応", "指摘事項・課題", "指摘事項", "課題", "issues", "issue"),
    IMPROVEMENT("改善方策", "Improvement", false, "改善方策", "改善", "improvement", "improvements");

    private final SheetColumns.Name column;

    MinisterHead(String ja, String en, boolean needed, String... written) {
        this.column = SheetColumns.Name.of(ja, en, needed, written);
    }

    @Override
    public SheetColumns.Name column() {
        return column;
    }
}
