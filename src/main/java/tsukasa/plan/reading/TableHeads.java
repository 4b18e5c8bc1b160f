package tsukasa.plan.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lines with which a money table, or the annex that holds the tables, begins.
final class TableHeads {
    /// 別紙１－１ alone in its line, `別紙２ 収支計画` too.
    static final Pattern ANNEX =
            Pattern.compile("[(\\[【]?(?:別紙|別表|別添|付表|添付資料?)第?([0-9]{0,3}(?:[-の][0-9]{1,3})*)[)\\]】:]?");

    private static final Pattern ANNEX_WITH_TITLE =
            Pattern.compile("(?:別紙|別表|別添)第?[0-9]{1,3}(?:[-の][0-9]{1,3})*(?:予算|収支計画|資金計画).{0,20}");
    static final Pattern TITLE =
            Pattern.compile("(?:[(【<\\[]?(?:(?:令和|平成)?[0-9元]+年度の?)?)(予算|収支計画|資金計画)(?:書|計画)?(?:\\((.+)\\))?[】>\\]]?");
    static final Pattern UNIT = Pattern.compile("[(\\[]?単位[:;]?(百万円|千円|億円|円)[)\\]]?");
    private static final Pattern HEADER = Pattern.compile("(?:区別|区分|科目|勘定科目)(?:.*(?:金額|合計|予算|計|額).*)?");
    private static final int LOOKAHEAD = 4;

    private TableHeads() {}

    static boolean isAnnex(SourceLine line) {
        return !line.compact().isEmpty()
                && line.text().indexOf('。') < 0
                && (ANNEX.matcher(line.compact()).matches()
                        || ANNEX_WITH_TITLE.matcher(line.compact()).matches());
    }

    static boolean startsTable(List<SourceLine> lines, int index) {
        SourceLine line = lines.get(index);
        return isGrid(line) || isUnitOrHeader(line) || isTitle(line) && tableFollows(lines, index);
    }

    static boolean isTitle(SourceLine line) {
        return TITLE.matcher(line.compact()).matches();
    }

    private static boolean isUnitOrHeader(SourceLine line) {
        return UNIT.matcher(line.compact()).matches()
                || HEADER.matcher(line.compact()).matches();
    }

    private static boolean tableFollows(List<SourceLine> lines, int index) {
        return lines.subList(index + 1, Math.min(lines.size(), index + 1 + LOOKAHEAD)).stream()
                .anyMatch(l -> isGrid(l) || isUnitOrHeader(l));
    }

    static boolean isGrid(SourceLine line) {
        return isHtml(line.text()) || isPiped(line.text());
    }

    static boolean isHtml(String line) {
        int tag = line.indexOf('<');
        return tag >= 0
                && tag < 2_000
                && line.substring(tag, Math.min(line.length(), tag + 2_000))
                        .toLowerCase(Locale.ROOT)
                        .contains("<table");
    }

    static boolean isPiped(String line) {
        return line.startsWith("|") && line.indexOf('|', 1) > 0 && line.endsWith("|");
    }
}
