package tsukasa.watching.telling;

import java.util.stream.Collectors;
import tsukasa.kernel.Language;
import tsukasa.scoring.Severity;
import tsukasa.watching.Fact;
import tsukasa.watching.Finding;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchNews.Happening;
import tsukasa.watching.WatchNews.Kind;

/// Happenings in words, for letters and feeds.
final class Wording {
    private Wording() {}

    static String say(Language language, String ja, String en) {
        return language == Language.JA ? ja : en;
    }

    static String feedTitle(WatchList list) {
        return say(list.language(), "見守り：" + list.name(), "Watch list: " + list.name());
    }

    static String number(Happening happening) {
        var entry = happening.entry();
        if (entry == null) {
            return "#" + happening.finding().entry();
        }
        return entry.cve() == null ? entry.number().toString() : entry.cve().toString();
    }

    static String product(Finding finding) {
        return finding.version().isEmpty() ? finding.product() : finding.product() + " " + finding.version();
    }

    static String kind(Kind kind, Language language) {
        return switch (kind) {
            case NEW -> say(language, "新しく該当", "Newly affected");
            case CHANGED -> say(language, "内容の変更", "Changed");
            case GONE -> say(language, "該当しなくなった", "No longer matches");
        };
    }

    static String line(Happening happening, Language language) {
        String colon = say(language, "：", ": ");
        return kind(happening.kind(), language)
                + colon
                + number(happening)
                + say(language, "　", " · ")
                + product(happening.finding())
                + say(language, "　", " · ")
                + severity(happening.finding(), language);
    }

    static String severity(Finding finding, Language language) {
        Severity severity = finding.severity();
        Integer tenths = finding.tenths();
        String score = severity == null || tenths == null
                ? say(language, "未評価", "Not scored")
                : severity.word().in(language) + " " + "%.1f".formatted(tenths / 10.0);
        return finding.exploited() ? score + say(language, "、悪用を確認", ", known to be exploited") : score;
    }

    /// Why it matches, or what changed.
    static String reason(Happening happening, Language language) {
        String facts = happening.facts().stream()
                .map(Fact::words)
                .map(words -> words.in(language))
                .collect(Collectors.joining(say(language, "、", "; ")));
        String why = happening.kind() == Kind.GONE
                ? ""
                : happening.finding().reason().explain().in(language);
        return facts.isEmpty() ? why : why.isEmpty() ? facts : facts + say(language, "。", ". ") + why;
    }

    static String path(Happening happening) {
        return "/watch/findings/" + happening.finding().id();
    }
}
