package tsukasa.plan.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.identity.Permission;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Comparison;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.ClauseTrace;
import tsukasa.plan.ClauseTrace.Fate;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanComparison;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.PlanVersion;
import tsukasa.plan.PlanVersions;

/// Public: what a plan said at any time, and why it was changed. Names of persons are for staff.
@Controller
class VersionController {
    private final PlanShelf shelf;
    private final PlanVersions versions;
    private final PlanComparison comparison;

    VersionController(PlanShelf shelf, PlanVersions versions, PlanComparison comparison) {
        this.shelf = shelf;
        this.versions = versions;
        this.comparison = comparison;
    }

    @GetMapping("/plan/{plan}/versions")
    VersionsPage list(Frame frame, @PathVariable String plan) {
        Plan found = known(plan);
        List<PlanVersion> all = versions.of(plan);
        List<VersionsPage.Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            lines.add(line(frame, all.get(i), i + 1 < all.size() ? Optional.of(all.get(i + 1)) : Optional.empty()));
        }
        return new VersionsPage(
                frame,
                plan,
                frame.say(found.title()),
                all.size() == 1
                        ? frame.say("当初のままです。変更はありません。", "It stands as it was first decided. Nothing was changed.")
                        : frame.say(
                                "今は第" + all.getFirst().number() + "版です。どの版の内容も、いつでも比べられます。",
                                "Version " + all.getFirst().number()
                                        + " is in force. What any version said can be compared at any time."),
                lines,
                grew(frame, plan));
    }

    private VersionsPage.Line line(Frame frame, PlanVersion version, Optional<PlanVersion> before) {
        return new VersionsPage.Line(
                name(frame, version),
                address(version),
                frame.say(version.kind().title()),
                frame.writing().day(version.at()),
                reason(frame, version),
                decided(frame, version),
                before.map(older -> frame.say(compared(frame, older, version).lead()))
                        .orElse("－"));
    }

    private static String name(Frame frame, PlanVersion version) {
        return frame.say("第" + version.number() + "版", "Version " + version.number());
    }

    private static String address(PlanVersion version) {
        return "/plan/" + version.plan() + "/versions/" + version.number();
    }

    private static String reason(Frame frame, PlanVersion version) {
        return switch (version.kind()) {
            case ORIGINAL -> "－";
            case AMENDED -> version.reason();
            case REPLACED -> frame.say("計画パッケージのファイルが置き換えられました。", "The files of the plan's package were replaced.");
        };
    }

    private static String decided(Frame frame, PlanVersion version) {
        if (!frame.may(Permission.USE_STAFF_PAGES.name()) || version.decidedBy().isEmpty()) {
            return "";
        }
        return frame.say("作成 ", "Prepared by ")
                + version.preparedBy()
                + frame.say("　確定 ", ", decided by ")
                + version.decidedBy();
    }

    private Comparison compared(Frame frame, PlanVersion older, PlanVersion newer) {
        return comparison.between(
                frame,
                versions.plan(older.plan(), older.number()).orElseThrow(),
                versions.plan(newer.plan(), newer.number()).orElseThrow(),
                versions.traces(newer.plan(), newer.number()).stream()
                        .filter(trace -> trace.fromPlan().equals(newer.plan()))
                        .toList());
    }

    private List<VersionsPage.Ancestor> grew(Frame frame, String plan) {
        Map<String, List<ClauseTrace>> byPlan = versions.of(plan).reversed().stream()
                .flatMap(version -> versions.traces(plan, version.number()).stream())
                .filter(trace -> !trace.fromPlan().equals(plan))
                .collect(Collectors.groupingBy(ClauseTrace::fromPlan, LinkedHashMap::new, Collectors.toList()));
        return byPlan.entrySet().stream()
                .map(entry -> new VersionsPage.Ancestor(
                        shelf.plan(entry.getKey())
                                .map(found -> frame.say(found.title()))
                                .orElse(entry.getKey()),
                        "/plan/" + entry.getKey(),
                        fates(frame, entry.getValue())))
                .toList();
    }

    private static String fates(Frame frame, List<ClauseTrace> traces) {
        Map<Fate, Long> counts =
                traces.stream().collect(Collectors.groupingBy(ClauseTrace::fate, Collectors.counting()));
        return List.of(Fate.values()).stream()
                .filter(counts::containsKey)
                .map(fate -> frame.say(fate.title()) + " " + counts.get(fate))
                .collect(Collectors.joining(frame.say("、", ", ")));
    }

    @GetMapping("/plan/{plan}/versions/{number}")
    VersionPage one(Frame frame, @PathVariable String plan, @PathVariable String number) {
        Plan found = known(plan);
        List<PlanVersion> all = versions.of(plan);
        PlanVersion version = all.stream()
                .filter(each -> String.valueOf(each.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("その版はありません。", "There is no such version.")));
        Optional<PlanVersion> before = all.stream()
                .filter(each -> each.number() == version.number() - 1)
                .findFirst();
        Comparison differs = before.map(older -> compared(frame, older, version))
                .orElseGet(() -> new Comparison(List.of(), List.of()));
        return new VersionPage(
                frame,
                plan,
                frame.say(found.title()),
                name(frame, version),
                before.isEmpty()
                        ? frame.say("最初の版です。前の版はありません。", "This is the first version; there is none before it.")
                        : frame.say(
                                        "第" + (version.number() - 1) + "版と比べると、",
                                        "Compared with version " + (version.number() - 1) + ": ")
                                + frame.say(differs.lead()),
                facts(frame, version),
                differs);
    }

    private static List<Fact> facts(Frame frame, PlanVersion version) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(frame.say("区分", "Kind"), frame.say(version.kind().title())));
        facts.add(Fact.of(frame.say("確定した日", "Since"), frame.writing().minute(version.at())));
        if (version.kind() != PlanVersion.Kind.ORIGINAL) {
            facts.add(Fact.of(frame.say("変更の理由", "Why it was changed"), reason(frame, version)));
        }
        if (!decided(frame, version).isEmpty()) {
            facts.add(Fact.of(frame.say("担当", "People"), decided(frame, version)));
        }
        facts.add(Fact.of(frame.say("パッケージのSHA-256", "SHA-256 of the package"), version.digest()));
        return facts;
    }

    private Plan known(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }
}
