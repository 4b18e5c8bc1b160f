package tsukasa.cycle.draft;

import java.util.List;
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
        if (store.writers(draft.id()).stream().anyMatch(writer -> writer.id().equals(by.id()))) {
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
        var becoming = new PlanVersions.Adopting(
                packages.files(drafted.plan()), draft.reason(), drafted.traces(), preparedBy(draft), by);
        return switch (versions.adopt(becoming, version -> claim(draft, drafted, version, read, by))) {
            case PlanVersions.Adoption.Adopted adopted -> new Done(draft.id());
            case PlanVersions.Adoption.Overtaken overtaken ->
                CycleOutcome.conflict(
                        "ほかの人が先に扱いました。今の状態を確かめてください。", "Somebody else was first. Look at it as it is now.");
            case PlanVersions.Adoption.Unfit(var problems) ->
                CycleOutcome.wrong(problems.stream()
                        .limit(20)
                        .map(problem -> new Fault("", Text.same(problem.toString())))
                        .toList());
        };
    }

    private String preparedBy(PlanDraft draft) {
        List<String> names = store.writers(draft.id()).stream()
                .map(DraftStore.Writer::name)
                .distinct()
                .toList();
        return String.join("、", names);
    }

    private boolean claim(PlanDraft draft, Drafted drafted, PlanVersion version, int read, Visitor by) {
        boolean first = store.lock(draft.id()).filter(State.SUBMITTED::equals).isPresent()
                && store.event(draft.id(), read, State.ADOPTED, draft.title(), draft.reason(), "", by, version.at());
        if (first) {
            actions.became(State.ADOPTED, draft.id(), draft.plan(), "", by);
            drafted.placed().forEach(placed -> answer(draft, placed, by));
        }
        return first;
    }

    private void answer(PlanDraft draft, Placed placed, Visitor by) {
        draft.clause(placed.clause())
                .ifPresent(clause -> clause.wording()
                        .issues()
                        .forEach(issue -> issues.answeredBy(
                                issue,
                                new Issue.Clause(draft.plan(), placed.place().value()),
                                clause.wording().reason(),
                                by)));
    }
}
