package tsukasa.plan.reading;

import java.util.regex.Pattern;

/// Lines that look as if they began something, in a way that no numbering style knows: kept as text, and reported.
final class UnknownHeadings {
    private static final int LONGEST = 80;
    private static final Pattern BRACKETED = Pattern.compile("[\\[【〔<〈《◇◆■□▼▽★☆*＊][^\\]】〕>〉》◇◆]{1,20}[\\]】〕>〉》◇◆].*");
    private static final Pattern COUNTED = Pattern.compile(
            "(?:(?:[Ss]tep|STEP|[Pp]hase|PHASE|ステップ|フェーズ|その|柱|重点|項目|目標|施策)[0-9一二三四五六七八九十]{1,3}(?![0-9年月日か]).*"
                    + "|第[0-9一二三四五六七八九十]{1,3}[節款項号目柱].{0,40})");
    private static final Pattern DEEP = Pattern.compile("[0-9]{1,2}(?:[-.][0-9]{1,2}){3,}[-. ]?.*");

    /// ［重要度高・優先度高］ belongs to the indicator above.
    private static final Pattern KNOWN = Pattern.compile("重要度|優先度|難易度|困難度|基幹目標|再掲|参考|注");

    private UnknownHeadings() {}

    static boolean matches(SourceLine line) {
        if (line.text().length() > LONGEST || KNOWN.matcher(line.text()).find()) {
            return false;
        }
        String compact = line.compact();
        return isDecoration(line.text())
                || DEEP.matcher(compact).matches()
                || COUNTED.matcher(compact).matches()
                || BRACKETED.matcher(compact).matches();
    }

    private static boolean isDecoration(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
