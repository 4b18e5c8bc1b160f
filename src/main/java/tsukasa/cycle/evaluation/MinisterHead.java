package tsukasa.cycle.evaluation;

import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.SheetColumns;

/// The columns of a file with the minister's evaluation, in the order of the template.
enum MinisterHead implements SheetColumns.Head {
    PLACE("箇所", "Place", true, "箇所", "評価項目番号", "place"),
    TITLE("評価項目", "Item", false, "評価項目", "項目", "item", "title"),
    GRADE("評定", "Grade", true, "評定", "grade"),
    REASON("評定の根拠", "Reasons", true, "評定の根拠", "評定に至った理由", "根拠", "理由", "reasons", "reason"),
    RESPONSE("課題と対応", "Issues", false, "課題と対応", "指摘事項・課題", "指摘事項", "課題", "issues", "issue"),
    IMPROVEMENT("改善方策", "Improvement", false, "改善方策", "改善", "improvement", "improvements");

    private final Text title;
    private final boolean needed;
    private final List<String> names;

    MinisterHead(String ja, String en, boolean needed, String... names) {
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
