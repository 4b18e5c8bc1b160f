package tsukasa.plan.reading;

import java.util.List;
import java.util.regex.Pattern;

/// Lines with which a money table, or the annex that holds the tables, begins.
final class TableHeads {
    /// 別紙１－１ alone in its line, `別紙２ 収支計画` too.
    static final Pattern ANNEX =
            Pattern.compile("[(\\[【]?(?:別紙|別表|別添|付表|添付資料?)第?([0-9]{0,3}(?:[-の][0-9]{1,3})*)[)\\]】:]?");

    private static final Pattern ANNEX_WITH_TITLE =
            Pattern.compile("(?:別紙|別表|別添)第?[0-9]{1,3}(?:[-の][0-9]{1,3})*(?:予算|収支計画|資金計画).{0,20}");
    static final Pattern TITLE =
            Pattern.compile("(?:[(【<\\[]?(?:令和|平成)?[0-9元]*年?度?の?)(予算|収支計画|資金計画)(?:書|計画)?(?:\\((.+)\\))?[】>\\]]?");
    static final Pattern UNIT = Pattern.compile("[(\\[]?単位[:;]?(百万円|千円|億円|円)[)\\]]?");
    private static final Pattern HEADER = Pattern.compile("(?:区別|区分|科目|勘定科目)(?:.*(?:金額|合計|予算|計|額).*)?");
    private static final int LOOKAHEAD = 4;
    private static final int LONGEST = 80;

    private TableHeads() {}

    static boolean isAnnex(String line) {
        if (line.length() > LONGEST || line.indexOf('。') >= 0) {
            return false;
        }
        String compact = Characters.compact(line);
        return ANNEX.matcher(compact).matches()
                || ANNEX_WITH_TITLE.matcher(compact).matches();
    }

    static boolean startsTable(List<SourceLine> lines, int index) {
        String line = lines.get(index).text();
        if (line.length() > LONGEST) {
            return isHtml(line);
        }
        String compact = Characters.compact(line);
        return isHtml(line)
                || isPiped(line)
                || UNIT.matcher(compact).matches()
                || HEADER.matcher(compact).matches()
                || TITLE.matcher(compact).matches() && tableFollows(lines, index);
    }

    private static boolean tableFollows(List<SourceLine> lines, int index) {
        for (int i = index + 1; i < Math.min(lines.size(), index + 1 + LOOKAHEAD); i++) {
            String line = lines.get(i).text();
            if (line.length() <= LONGEST) {
                String compact = Characters.compact(line);
                if (isHtml(line)
                        || isPiped(line)
                        || UNIT.matcher(compact).matches()
                        || HEADER.matcher(compact).matches()) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isHtml(String line) {
        String start = line.length() > 2000 ? line.substring(0, 2000) : line;
        return start.toLowerCase(java.util.Locale.ROOT).contains("<table");
    }

    static boolean isPiped(String line) {
        return line.startsWith("|") && line.indexOf('|', 1) > 0 && line.endsWith("|");
    }
}
