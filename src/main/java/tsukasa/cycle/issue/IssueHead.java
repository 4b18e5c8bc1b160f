package tsukasa.cycle.issue;

import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.SheetColumns;

/// The columns of a file of issues, in the order in which rows are pasted.
enum IssueHead implements SheetColumns.Head {
    ORIGIN("出所", "Origin", "出所", "origin"),
    PLACE("計画の箇所", "Place", "計画の箇所", "箇所", "place"),
    RAISED_BY("だれの意見か", "Who", "だれの意見か", "だれ", "意見者", "who"),
    DAY("日付", "Day", "日付", "day", "date"),
    ISSUE("課題の内容", "Issue", "課題の内容", "課題", "意見", "issue"),
    DEPARTMENT("部署", "Department", "部署", "担当の部署", "department");

    private final Text title;
    private final List<String> names;

    IssueHead(String ja, String en, String... names) {
        this.title = Text.of(ja, en);
        this.names = List.of(names);
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    public boolean needed() {
        return true;
    }

    @Override
    public List<String> names() {
        return names;
    }
}
