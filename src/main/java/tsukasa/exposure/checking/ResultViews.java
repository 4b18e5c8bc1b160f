package tsukasa.exposure.checking;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.exposure.Statement;
import tsukasa.exposure.checking.ResultPage.Group;
import tsukasa.exposure.checking.ResultPage.Row;
import tsukasa.exposure.checking.ResultPage.Update;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Writing;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.Epss;

/// Makes the page of a result.
@Component
class ResultViews {
    private static final int SIZE = 25;
    private static final int UPDATES = 10;
    private static final int SHOWN = 200;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");
    private final Advice advice;

    ResultViews(Advice advice) {
        this.advice = advice;
    }

    ResultPage page(Frame f, String address, Checked checked, ResultFilter filter, int page, boolean whole) {
        List<Finding> found = checked.findings().stream()
                .filter(filter::takes)
                .sorted(Order.of(filter.sorted()))
                .toList();
        Paging paging = new Paging(page, SIZE, found.size());
        List<Advice.ForPart> updates = advice.all(checked.findings());
        int shown = whole ? updates.size() : Math.min(UPDATES, updates.size());
        return new ResultPage(
                f,
                address,
                checked.about().name(),
                sentence(f, checked, updates.size()),
                facts(f, checked),
                ResultGrid.of(f, address, checked),
                updates.subList(0, shown).stream()
                        .map(update -> update(f, address, update))
                        .toList(),
                updates.size() - shown,
                found.subList((int) paging.offset(), (int) paging.lastRow()).stream()
                        .map(finding -> row(f, finding))
                        .toList(),
                paging,
                filter.sorted(),
                fields(f, filter),
                chips(f, filter),
                unmatched(f, checked.unmatched()),
                checked.about().remarks().stream()
                        .map(remark -> Fact.of(f.say(remark.where()), f.say(remark.what())))
                        .toList(),
                checked.about().remarked(),
                checked.more(),
                checked.named() > 0,
                ZonedDateTime.ofInstant(checked.at().plus(KeptResults.KEPT), Writing.JAPAN)
                        .format(CLOCK));
    }

    private static String sentence(Frame f, Checked checked, int parts) {
        long open = checked.findings().stream()
                .filter(finding -> !finding.suppressed() && finding.certain())
                .count();
        long possible = checked.findings().stream()
                .filter(finding -> !finding.suppressed() && !finding.certain())
                .count();
        Writing w = f.writing();
        String components = w.number(checked.components());
        if (open + possible == 0) {
            return f.say(
                    "構成要素" + components + "件に、対応が要る脆弱性は見つかりませんでした。",
                    "Nothing that needs attention was found in " + components + " components.");
        }
        return f.say(
                "構成要素" + components + "件のうち" + w.number(parts) + "件に、該当する脆弱性が" + w.number(open) + "件、該当する可能性があるものが"
                        + w.number(possible) + "件見つかりました。",
                w.number(parts) + " of " + components + " components have vulnerabilities: " + w.number(open)
                        + " affect them, " + w.number(possible) + " possibly do.");
    }

    private static List<Fact> facts(Frame f, Checked checked) {
        Writing w = f.writing();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(f.say("形式", "Format"), checked.about().format()));
        facts.add(Fact.of(
                f.say("データベースにある製品", "Products the database knows"),
                f.say(
                        w.number(checked.known()) + "件（全" + w.number(checked.components()) + "件）",
                        w.number(checked.known()) + " of " + w.number(checked.components()))));
        facts.add(Fact.of(
                f.say("版が範囲の外だった脆弱性", "Ruled out by version"),
                f.say(w.number(checked.ruledOut()) + "件", w.number(checked.ruledOut()))));
        if (checked.statements() > 0) {
            facts.add(Fact.of(
                    f.say("VEX の記述", "VEX statements"),
                    f.say(
                            w.number(checked.statements()) + "件（うち" + w.number(checked.fitting()) + "件が結果に当てはまりました）",
                            w.number(checked.statements()) + ", of which " + w.number(checked.fitting())
                                    + " fit a finding")));
        }
        return facts;
    }

    private static Update update(Frame f, String address, Advice.ForPart update) {
        Finding gravest = update.open().getFirst();
        Writing w = f.writing();
        String unfixed = update.unfixed() == 0
                ? ""
                : f.say(
                        "（" + w.number(update.unfixed()) + "件は、修正された版の情報なし）",
                        " (no fix is told for " + w.number(update.unfixed()) + ")");
        String to = update.fix()
                .map(fix -> f.say(fix + " 以上に更新", "Update to " + fix + " or later") + unfixed)
                .orElseGet(() -> f.say("修正された版の情報はありません", "No version with a fix is told"));
        return new Update(
                update.part().name(),
                update.part().version(),
                severity(f, gravest),
                severityStatus(gravest),
                w.number(update.open().size()),
                to,
                address + "?q="
                        + java.net.URLEncoder.encode(update.part().title(), java.nio.charset.StandardCharsets.UTF_8)
                        + "#list");
    }

    private static Row row(Frame f, Finding finding) {
        Statement said = finding.said();
        return new Row(
                finding.number(),
                "/vulnerabilities/" + finding.number(),
                f.say(finding.head().title()),
                finding.part().title(),
                severity(f, finding),
                severityStatus(finding),
                finding.head().tenths() == null ? "" : "%.1f".formatted(finding.tenths() / 10.0),
                exploited(f, finding),
                f.say(finding.verdict().answer().title()),
                finding.certain() ? Status.AT_RISK : Status.TO_BE_CHECKED,
                f.say(finding.verdict().decisive().explain()),
                finding.verdict().beside().stream()
                        .map(reason -> f.say(reason.explain()))
                        .toList(),
                finding.verdict().fix().orElse(""),
                said == null
                        ? null
                        : f.say("VEX：", "VEX: ")
                                + f.say(said.position().title())
                                + (said.justification().isEmpty() ? "" : f.say("　", " · ") + said.justification())
                                + (said.detail().isEmpty() ? "" : f.say("　", " · ") + said.detail()));
    }

    private static String severity(Frame f, Finding finding) {
        return finding.severity().map(Severity::word).map(f::say).orElseGet(() -> f.say("未評価", "Not scored"));
    }

    private static Status severityStatus(Finding finding) {
        return finding.severity().map(Severity::status).orElse(Status.NOT_COUNTED_YET);
    }

    private static String exploited(Frame f, Finding finding) {
        Epss epss = finding.epss();
        String probability = epss == null ? "" : "EPSS " + "%.1f%%".formatted(epss.score() * 100);
        if (finding.head().exploited() == null) {
            return probability;
        }
        String known = f.say("悪用を確認（KEV）", "Exploited (KEV)");
        return probability.isEmpty() ? known : known + f.say("　", " · ") + probability;
    }

    private static List<Field> fields(Frame f, ResultFilter filter) {
        List<Option> severities = new ArrayList<>();
        severities.add(Option.of("", f.say("すべて", "All")));
        for (Severity each : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.NONE)) {
            severities.add(Option.of(ResultFilter.word(each), f.say(each.word())));
        }
        severities.add(Option.of(ResultFilter.UNSCORED, f.say("未評価", "Not scored")));
        return List.of(
                Field.search("q", f.say("構成要素・脆弱性の番号", "Component or number")).value(filter.words()),
                Field.select("severity", f.say("深刻度", "Severity"), severities).value(filter.severity()),
                Field.select(
                                "exploited",
                                f.say("悪用", "Exploitation"),
                                List.of(
                                        Option.of("", f.say("すべて", "All")),
                                        Option.of("kev", f.say("確認された", "Known")),
                                        Option.of("likely", f.say("可能性が高い", "Likely")),
                                        Option.of("rest", f.say("そのほか", "The rest"))))
                        .value(filter.exploited()),
                Field.select(
                                "state",
                                f.say("判定", "Answer"),
                                List.of(
                                        Option.of("", f.say("すべて", "All")),
                                        Option.of("affected", f.say("該当", "Affected")),
                                        Option.of("possibly", f.say("可能性あり", "Possibly")),
                                        Option.of("suppressed", f.say("VEX で抑止", "Suppressed by VEX"))))
                        .value(filter.state()));
    }

    private static List<Chip> chips(Frame f, ResultFilter filter) {
        return filter.none() ? List.of() : List.of(Chip.inForce(f.say("絞り込み", "Filter"), f.path() + "#list"));
    }

    private static List<Group> unmatched(Frame f, Unmatched unmatched) {
        List<Group> groups = new ArrayList<>();
        for (Unmatched.Reason reason : Unmatched.Reason.values()) {
            long count = unmatched.count(reason);
            if (count > 0) {
                groups.add(new Group(
                        f.say(reason.words()),
                        f.writing().number(count),
                        unmatched.first(reason).stream()
                                .limit(SHOWN)
                                .map(part -> Optional.of(part.title())
                                        .filter(title -> !title.isBlank())
                                        .orElse("—"))
                                .toList(),
                        count <= SHOWN));
            }
        }
        return groups;
    }
}
