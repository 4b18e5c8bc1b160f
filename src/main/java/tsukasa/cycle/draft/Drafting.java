package tsukasa.cycle.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDrafts.Drafted;
import tsukasa.cycle.PlanDrafts.Placed;
import tsukasa.plan.ClauseTrace;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanItem.ServiceLink;

/// Makes a plan of a draft: drops what is dropped, numbers what is left, and lets everything that named an old place
/// name the new one.
final class Drafting {
    private static final int LONGEST_PLACE = 80;
    private final Plan base;
    private final PlanDraft draft;
    private final Map<Long, Clause> byId = new HashMap<>();
    private final Map<Long, List<Clause>> below = new LinkedHashMap<>();
    private final Map<Long, Place> places = new LinkedHashMap<>();
    private final Map<Place, Place> moved = new HashMap<>();
    private final Set<Long> gone = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    private final boolean undecidedStand;

    private Drafting(Plan base, PlanDraft draft, boolean undecidedStand) {
        this.base = base;
        this.draft = draft;
        this.undecidedStand = undecidedStand;
        draft.clauses().forEach(clause -> {
            byId.put(clause.id(), clause);
            below.computeIfAbsent(clause.parent().orElse(0L), id -> new ArrayList<>())
                    .add(clause);
        });
    }

    static Drafted of(Plan base, PlanDraft draft) {
        return new Drafting(base, draft, false).drafted();
    }

    /// To be compared with its base: what is undecided, clause or money table, is no difference.
    static Drafted soFar(Plan base, PlanDraft draft) {
        return new Drafting(base, draft, true).drafted();
    }

    private Drafted drafted() {
        number(0L, null);
        List<PlanItem> items = new ArrayList<>();
        List<ClauseTrace> traces = new ArrayList<>();
        places.forEach((id, place) -> {
            Clause clause = byId.get(id);
            if (clause != null) {
                items.add(item(clause, place));
                traces.add(trace(clause, Optional.of(place)));
            }
        });
        draft.clauses().stream()
                .filter(clause -> gone.contains(clause.id()) && clause.origin().isPresent())
                .forEach(clause -> traces.add(trace(clause, Optional.empty())));
        DraftedFigures figures = new DraftedFigures(base, draft, moved, undecidedStand);
        items.addAll(figures.annexes());
        Plan plan = new Plan(
                draft.plan(),
                draft.year(),
                draft.title(),
                base.agency(),
                base.legalBasis(),
                "",
                base.departments(),
                figures.withoutLostIndicators(items),
                figures.indicators(),
                figures.targets(),
                figures.tables(),
                figures.accounts(),
                base.grading(),
                nextYear() ? List.of() : base.notes());
        return new Drafted(
                plan,
                traces,
                places.entrySet().stream()
                        .map(entry -> new Placed(entry.getKey(), entry.getValue()))
                        .toList(),
                faults);
    }

    private boolean nextYear() {
        return draft.kind() == PlanDraft.Kind.NEXT_YEAR;
    }

    /// Depth first, so that places come in the order of the document. Within a year a place stays what it is, since
    /// reports and results are kept under it; the next year's plan closes up.
    private void number(long parent, @Nullable Place above) {
        List<Clause> siblings = below.getOrDefault(parent, List.of());
        List<Boolean> gone = Numbering.gone(
                above,
                siblings.stream().map(Drafting::sibling).toList(),
                siblings.stream()
                        .map(clause -> clause.wording().fate() == Fate.DROPPED)
                        .toList());
        List<Clause> left = new ArrayList<>();
        for (int i = 0; i < siblings.size(); i++) {
            if (gone.get(i)) {
                drop(siblings.get(i));
            } else {
                left.add(siblings.get(i));
            }
        }
        List<Optional<String>> steps = steps(above, siblings, left);
        for (int i = 0; i < left.size(); i++) {
            place(left.get(i), above, steps.get(i));
        }
    }

    private static Numbering.Sibling sibling(Clause clause) {
        return new Numbering.Sibling(clause.origin().map(Numbering::step));
    }

    private List<Optional<String>> steps(@Nullable Place above, List<Clause> siblings, List<Clause> left) {
        List<Numbering.Sibling> numbered = left.stream().map(Drafting::sibling).toList();
        List<String> before = siblings.stream()
                .flatMap(clause -> clause.origin().stream())
                .map(Numbering::step)
                .toList();
        long stayed =
                left.stream().filter(clause -> clause.origin().isPresent()).count();
        return nextYear()
                ? Numbering.closedUp(above, numbered, stayed < before.size())
                : Numbering.kept(above, numbered, before);
    }

    private void place(Clause clause, @Nullable Place above, Optional<String> step) {
        Optional<String> written = step.map(last -> above == null ? last : above.value() + "-" + last)
                .filter(place -> place.length() <= LONGEST_PLACE && !places.containsValue(new Place(place)));
        if (written.isEmpty()) {
            faults.add(Fault.of(
                    "",
                    "「" + clause.wording().title().ja() + "」に付ける番号がありません。上の階層に新しく加えてください。",
                    "There is no number for “" + clause.wording().title().en() + "”. Add it one level up."));
            drop(clause);
            return;
        }
        Place place = new Place(written.get());
        places.put(clause.id(), place);
        clause.origin().ifPresent(origin -> moved.put(origin, place));
        number(clause.id(), place);
    }

    /// What was written below it is not lost without a word.
    private void drop(Clause clause) {
        gone.add(clause.id());
        boolean written =
                clause.wording().fate() == Fate.ADDED || clause.wording().fate() == Fate.REWORDED;
        if (written) {
            faults.add(Fault.of(
                    "",
                    "「" + clause.wording().title().ja() + "」は、廃止する項目の下にあります。これも廃止するか、上の項目を残してください。",
                    "“" + clause.wording().title().en()
                            + "” stands below a clause that is dropped. Drop it too, or keep that one."));
        }
        below.getOrDefault(clause.id(), List.of()).forEach(this::drop);
    }

    private PlanItem item(Clause clause, Place place) {
        Optional<PlanItem> before = clause.origin().flatMap(base::item);
        return new PlanItem(
                place,
                clause.level(),
                clause.wording().title(),
                clause.wording().department(),
                before.flatMap(PlanItem::service).map(this::service),
                clause.wording().outcome(),
                before.flatMap(PlanItem::repeats).flatMap(first -> original(clause, first)),
                before.map(PlanItem::indicators).orElse(List.of()),
                before.map(PlanItem::rows).orElse(List.of()),
                before.map(PlanItem::none).orElse(false));
    }

    /// The page of the plan itself is the page of the new one.
    private ServiceLink service(ServiceLink link) {
        String own = "/plan/" + base.id();
        return link.address().equals(own) || link.address().startsWith(own + "/")
                ? new ServiceLink(
                        link.title(), "/plan/" + draft.plan() + link.address().substring(own.length()))
                : link;
    }

    private Optional<Place> original(Clause clause, Place first) {
        Optional<Place> now = Optional.ofNullable(moved.get(first)).or(() -> later(first));
        if (now.isEmpty()) {
            faults.add(Fault.of(
                    "",
                    "「" + clause.wording().title().ja() + "」は、廃止する" + first.label() + "の再掲です。これも廃止するか、もとの項目を残してください。",
                    "“" + clause.wording().title().en() + "” repeats " + first.label()
                            + ", which is dropped. Drop it too, or keep the original."));
        }
        return now;
    }

    /// A repetition may stand before its original.
    private Optional<Place> later(Place first) {
        return draft.clauses().stream()
                .filter(clause -> clause.origin().filter(first::equals).isPresent())
                .flatMap(clause -> Optional.ofNullable(places.get(clause.id())).stream())
                .findFirst();
    }

    private ClauseTrace trace(Clause clause, Optional<Place> place) {
        ClauseTrace.Fate fate = place.isEmpty()
                ? ClauseTrace.Fate.DROPPED
                : switch (clause.wording().fate()) {
                    case UNDECIDED, KEPT, DROPPED -> ClauseTrace.Fate.KEPT;
                    case REWORDED -> ClauseTrace.Fate.REWORDED;
                    case ADDED -> ClauseTrace.Fate.ADDED;
                };
        return new ClauseTrace(
                draft.plan(), place, draft.base(), clause.origin(), fate, reason(clause, place.isEmpty()));
    }

    /// What stands below a dropped clause goes for the same reason.
    private String reason(Clause clause, boolean dropped) {
        Clause next = clause;
        while (dropped && next.wording().fate() != Fate.DROPPED && next.parent().isPresent()) {
            Clause parent = byId.get(next.parent().get());
            if (parent == null) {
                break;
            }
            next = parent;
        }
        return next.wording().reason();
    }
}
