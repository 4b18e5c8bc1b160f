package tsukasa.plan.reading;

import tsukasa.kernel.Text;

/// What the reader says about money tables.
final class TableDoubts {
    private TableDoubts() {}

    static Text unknownRow(String label) {
        return Text.of(
                "行「" + label + "」は辞書にありません。固有の符号を付けました。",
                "Row «" + label + "» is not in the dictionary; it got a code of its own.");
    }

    static Text unknownColumn(String label) {
        return Text.of(
                "列「" + label + "」は辞書にありません。固有の符号を付けました。",
                "Column «" + label + "» is not in the dictionary; it got a code of its own.");
    }

    static Text unknownAccount(String label) {
        return Text.of(
                "勘定「" + label + "」は辞書にありません。固有の符号を付けました。",
                "Account «" + label + "» is not in the dictionary; it got a code of its own.");
    }

    static Text unknownTable() {
        return Text.of(
                "予算、収支計画、資金計画のどれか分からない表です。文字のまま残しました。",
                "A table that is neither budget nor income nor cash plan; kept as text.");
    }

    static Text keptAsText(String first, int lines) {
        String shown = first.length() > 24 ? first.substring(0, 24) + "…" : first;
        return Text.of(
                "「" + shown + "」からの %d 行は、どの表にも入りません。文字のまま残しました。".formatted(lines),
                "%d lines from «%s» belong to no table; kept as text.".formatted(lines, shown));
    }

    static Text pageNumber(String line) {
        return Text.of(
                "表の中の「" + line + "」をページ番号と判断しました。", "«" + line + "» inside a table was taken for a page number.");
    }

    static Text cut(String table, int values, int rows, int columns) {
        return Text.of(
                "表 %s: %d 行 %d 列に対して値が %d 個です。末尾が欠けていないか確かめてください。".formatted(table, rows, columns, values),
                "Table %s: %d values for %d rows and %d columns; check whether the end is missing."
                        .formatted(table, values, rows, columns));
    }

    static Text surplus(String table, int values, int rows, int columns) {
        return Text.of(
                "表 %s: %d 行 %d 列に対して値が %d 個あり、余った値は表に入れていません。".formatted(table, rows, columns, values),
                "Table %s: %d values for %d rows and %d columns; the surplus is not in the table."
                        .formatted(table, values, rows, columns));
    }

    static Text layout(String table) {
        return Text.of(
                "表 " + table + ": どの行が空欄かを検算で決められず、前から順に入れました。",
                "Table " + table + ": arithmetic could not tell which rows are blank; filled from the top.");
    }

    static Text rowByRow(String table) {
        return Text.of("表 " + table + ": 値を行ごとに並んだものとして読みました。", "Table " + table + ": values read row by row.");
    }

    static Text otherUnit(String table, String unit) {
        return Text.of(
                "表 " + table + " の単位は" + unit + "です。数字は印刷どおりに残しました。",
                "Table " + table + " is in " + unit + ", not in millions of yen; figures kept as printed.");
    }

    static Text noRows(java.util.List<String> columns) {
        String words = String.join(" ", columns);
        return Text.of("列の見出し「" + words + "」の下に行がありません。", "No rows below the column headings «" + words + "».");
    }

    static Text noColumns(String table) {
        return Text.of("表 " + table + ": 列の見出しが見つかりません。", "Table " + table + ": no column headings found.");
    }

    static Text twice(String table) {
        return Text.of(
                "表 " + table + " が二つあります。二つ目は別の番号で残しました。",
                "There are two tables " + table + "; the second got another number.");
    }
}
