package tsukasa.cycle.draft;

import java.util.ArrayList;
import java.util.List;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.kernel.chart.Progress;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Prepares what stands above every page of a draft.
final class DraftHeads {
    static final String BASE = "/staff/drafts";

    private DraftHeads() {}

    /// @param here which of the tabs: empty, `targets`, `tables`, `comparison`, `approval`
    static DraftPage.Head of(Frame frame, PlanDraft draft, String here) {
        String address = BASE + "/" + draft.id();
        int all = draft.clauses().size();
        long undecided = count(draft, Fate.UNDECIDED);
        String lead = draft.kind() == PlanDraft.Kind.NEXT_YEAR && undecided > 0
                ? frame.say(
                        all + "の項目のうち" + (all - undecided) + "が決まりました。",
                        (all - undecided) + " of " + all + " clauses are decided.")
                : frame.say(
                        "見直し" + count(draft, Fate.REWORDED) + "、新規" + count(draft, Fate.ADDED) + "、廃止"
                                + count(draft, Fate.DROPPED) + "、継続" + count(draft, Fate.KEPT) + "。",
                        count(draft, Fate.REWORDED) + " revised, " + count(draft, Fate.ADDED) + " new, "
                                + count(draft, Fate.DROPPED) + " dropped, " + count(draft, Fate.KEPT) + " kept.");
        return new DraftPage.Head(
                address,
                frame.say(draft.title()),
                frame.say(draft.kind().title()),
                status(draft.state()),
                frame.say(draft.state().title()),
                lead,
                draft.kind() == PlanDraft.Kind.NEXT_YEAR ? new Progress(lead, (double) (all - undecided), all) : null,
                tabs(frame, address, here));
    }

    private static List<Tab> tabs(Frame frame, String address, String here) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(frame.say("項目", "Clauses"), address, here.isEmpty()));
        tabs.add(new Tab(frame.say("目標", "Targets"), address + "/targets", here.equals("targets")));
        tabs.add(new Tab(frame.say("金額の表", "Money tables"), address + "/tables", here.equals("tables")));
        tabs.add(new Tab(frame.say("新旧対照表", "Old and new"), address + "/comparison", here.equals("comparison")));
        tabs.add(new Tab(frame.say("承認と経過", "Approval and history"), address + "/approval", here.equals("approval")));
        return tabs;
    }

    static long count(PlanDraft draft, Fate fate) {
        return draft.clauses().stream()
                .filter(clause -> clause.wording().fate() == fate)
                .count();
    }

    static Status status(PlanDraft.State state) {
        return switch (state) {
            case DRAFTING -> Status.DRAFT;
            case SUBMITTED -> Status.IN_REVIEW;
            case RETURNED -> Status.WAITING_FOR_CORRECTION;
            case ADOPTED -> Status.ACCEPTED;
            case ABANDONED -> Status.WITHDRAWN;
        };
    }
}
