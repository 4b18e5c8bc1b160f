package tsukasa.exposure.installed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.exposure.installed.VersionCheckPage.Group;
import tsukasa.exposure.installed.VersionCheckPage.Line;
import tsukasa.exposure.installed.VersionCheckPage.Reason;
import tsukasa.exposure.installed.VersionCheckPage.Result;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;

/// Makes the page of the version checker.
@Component
class VersionViews {
    private static final int REASONS = 5;
    private final SoftwareList list;
    private final VersionDesk desk;

    VersionViews(SoftwareList list, VersionDesk desk) {
        this.list = list;
        this.desk = desk;
    }

    /// @param typed what was entered, by software
    VersionCheckPage page(Frame f, Errors errors, Map<String, String> typed, List<VersionDesk.Checked> checked) {
        Map<String, List<Line>> byMaker = new LinkedHashMap<>();
        for (Software software : list.all()) {
            byMaker.computeIfAbsent(f.say(software.maker()), _ -> new ArrayList<>())
                    .add(new Line(
                            f.say(software.where()),
                            Field.text(software.id(), f.say(software.name()))
                                    .width(Field.Width.SMALL)
                                    .maxLength(VersionController.LONGEST)
                                    .hint(f.say("例：" + software.example(), "Like " + software.example()))
                                    .value(typed.getOrDefault(software.id(), ""))
                                    .errors(errors)));
        }
        List<Group> groups = new ArrayList<>();
        byMaker.forEach((maker, lines) -> groups.add(new Group(maker, lines)));
        return new VersionCheckPage(
                f, errors, groups, checked.stream().map(each -> result(f, each)).toList());
    }

    private Result result(Frame f, VersionDesk.Checked checked) {
        List<Reason> reasons = checked.found().stream()
                .limit(REASONS)
                .map(hit -> new Reason(
                        number(hit),
                        "/vulnerabilities/" + number(hit),
                        f.say(hit.head().title()),
                        f.say(hit.verdict().decisive().explain())))
                .toList();
        return new Result(
                f.say(checked.software().name()),
                checked.version(),
                status(checked),
                answer(f, checked),
                sentence(f, checked),
                checked.newest()
                        .map(newest -> f.say(
                                "データベースが知る、いちばん新しい修正済みの版は " + newest + " です。",
                                "The newest version with a fix that the database knows is " + newest + "."))
                        .orElse(""),
                reasons,
                checked.found().size() - reasons.size());
    }

    private static String number(VersionDesk.Hit hit) {
        return hit.head()
                .ofCve()
                .map(Object::toString)
                .orElse(hit.head().number().toString());
    }

    /// What says that every version is affected, and was fixed by none, tells little about the newest one.
    private Status status(VersionDesk.Checked checked) {
        boolean behind = checked.target().isPresent()
                || checked.newest()
                        .filter(newest -> desk.before(checked.version(), newest))
                        .isPresent();
        if (!checked.known()) {
            return Status.NOT_COUNTED_YET;
        }
        return checked.found().isEmpty()
                ? Status.ACHIEVED
                : checked.affected() && behind ? Status.AT_RISK : Status.TO_BE_CHECKED;
    }

    private String answer(Frame f, VersionDesk.Checked checked) {
        return switch (status(checked)) {
            case AT_RISK -> f.say("更新が必要です", "Update needed");
            case TO_BE_CHECKED -> f.say("確認が必要です", "Please check");
            case ACHIEVED -> f.say("該当する脆弱性はありません", "Nothing known affects it");
            default -> f.say("判定できません", "No answer");
        };
    }

    private String sentence(Frame f, VersionDesk.Checked checked) {
        return switch (status(checked)) {
            case AT_RISK -> counted(f, checked) + toDo(f, checked);
            case TO_BE_CHECKED ->
                counted(f, checked)
                        + checked.target()
                                .map(_ -> toDo(f, checked))
                                .orElse(f.say(
                                        "どの版で直ったかの情報がないものです。理由を確かめてください。",
                                        "No source tells a version that fixed it. Please see the reasons."));
            case ACHIEVED ->
                checked.newest()
                                .filter(newest -> desk.before(checked.version(), newest))
                                .isPresent()
                        ? f.say(
                                "この版に当てはまる脆弱性は、データベースにありません。より新しい版が出ているので、更新をお勧めします。",
                                "The database has none that affects this version. A newer one is out; updating is advised.")
                        : f.say("この版に当てはまる脆弱性は、データベースにありません。", "The database has none that affects this version.");
            default -> f.say("この製品についての情報は、まだデータベースにありません。", "The database has nothing about this product yet.");
        };
    }

    private static String counted(Frame f, VersionDesk.Checked checked) {
        int count = checked.found().size();
        return f.say(
                "当てはまる（またはその可能性がある）脆弱性が" + count + "件あります。",
                count == 1 ? "1 vulnerability affects it, or may. " : count + " vulnerabilities affect it, or may. ");
    }

    private static String toDo(Frame f, VersionDesk.Checked checked) {
        return checked.target()
                .map(target -> f.say(target + " 以上に更新してください。", "Update to " + target + " or later."))
                .orElseGet(() -> f.say("開発者の最新版に更新してください。", "Update to the latest version of its maker."));
    }
}
