package tsukasa.cycle.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issues;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.State;
import tsukasa.cycle.PlanDrafts.Drafted;
import tsukasa.cycle.PlanDrafts.Placed;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.plan.PackageProblem;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Place;
import tsukasa.plan.PlanPackages;
import tsukasa.plan.PlanVersion;
import tsukasa.plan.PlanVersions;

/// Makes a draft the plan in force, and lets its clauses answer the issues they were written for: all or nothing.
@Component
class Adopting {
    private final DraftStore store;
    private final PlanVersions versions;
    private final PlanPackages packages;
    private final Issues issues;
    private final DraftActions actions;

    Adopting(DraftStore store, PlanVersions versions, PlanPackages packages, Issues issues, DraftActions actions) {
        this.store = store;
        this.versions = versions;
        this.packages = packages;
        this.issues = issues;
        this.actions = actions;
    }

    CycleOutcome adopt(PlanDraft draft, Drafted drafted, int read, Visitor by) {
        if (draft.state() != State.SUBMITTED) {
            return CycleOutcome.conflict("承認を待っている案ではありません。", "The draft does not wait for approval.");
        }
        if (store.writers(draft.id()).include(by.id())) {
            return CycleOutcome.wrong("", "自分が書いた案は、自分では確定できません。", "You wrote in it: somebody else adopts it.");
        }
        boolean stale = draft.kind() == PlanDraft.Kind.AMENDMENT
                && versions.newest(draft.plan())
                        .map(newest -> newest.number() != draft.baseVersion())
                        .orElse(true);
        if (stale) {
            return CycleOutcome.conflict(
                    "案をつくり始めた後に、計画が別の手続きで変わりました。取りやめて、今の版からつくり直してください。",
                    "The plan was changed by other means since the draft began. Abandon it and begin from the version in force.");
        }
        if (draft.kind() == PlanDraft.Kind.NEXT_YEAR
                && versions.newest(draft.plan()).isPresent()) {
            return CycleOutcome.conflict(
                    "その年度の計画が、別の手続きで確定しました。取りやめて、その計画の変更案をつくってください。",
                    "A plan of that year was accepted by other means. Abandon the draft and begin an amendment of that plan.");
        }
        var becoming = new PlanVersions.Adopting(
                packages.files(drafted.plan()),
                draft.reason(),
                drafted.traces(),
                store.writers(draft.id()).names("、"),
                by);
        return switch (versions.adopt(becoming, version -> claim(draft, drafted, version, read, by))) {
            case PlanVersions.Adoption.Adopted adopted -> new Done(draft.id());
            case PlanVersions.Adoption.Overtaken overtaken ->
                CycleOutcome.conflict(
                        "ほかの人が先に扱いました。今の状態を確かめてください。", "Somebody else was first. Look at it as it is now.");
            case PlanVersions.Adoption.Unfit(var problems) -> CycleOutcome.wrong(faults(problems));
        };
    }

    /// What keeps the drafted plan from being a package; told to those who write it, before anybody is asked to adopt
    /// it.
    List<Fault> unfit(Drafted drafted) {
        return switch (packages.read("the drafted plan", packages.files(drafted.plan()))) {
            case PackageReading.Accepted accepted -> List.of();
            case PackageReading.Rejected rejected -> faults(rejected.problems());
        };
    }

    private static List<Fault> faults(List<PackageProblem> problems) {
        return problems.stream()
                .limit(20)
                .map(problem -> new Fault("", Text.same(problem.toString())))
                .toList();
    }

    private boolean claim(PlanDraft draft, Drafted drafted, PlanVersion version, int read, Visitor by) {
        int expected = draft.kind() == PlanDraft.Kind.AMENDMENT ? draft.baseVersion() + 1 : 1;
        boolean first = version.number() == expected
                && store.lock(draft.id()).filter(State.SUBMITTED::equals).isPresent()
                && store.event(draft.id(), read, State.ADOPTED, draft.title(), draft.reason(), "", by, version.at());
        if (first) {
            actions.became(State.ADOPTED, draft.id(), draft.plan(), "", by);
            return answered(draft, drafted, by);
        }
        return false;
    }

    /// False when somebody dealt with one of the issues at the same moment.
    private boolean answered(PlanDraft draft, Drafted drafted, Visitor by) {
        Map<Long, Place> places = drafted.placed().stream().collect(Collectors.toMap(Placed::clause, Placed::place));
        boolean all = true;
        for (PlanDraft.Clause clause : draft.clauses()) {
            Optional<Issue.Clause> answer = Optional.ofNullable(places.get(clause.id()))
                    .map(place -> new Issue.Clause(draft.plan(), place.value()));
            for (long issue : clause.wording().issues()) {
                all &= issues.answeredBy(issue, answer, clause.wording().reason(), by);
            }
        }
        return all;
    }
}
