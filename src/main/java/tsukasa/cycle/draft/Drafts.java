package tsukasa.cycle.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDrafts;
import tsukasa.cycle.PlanDrafts.Drafted;
import tsukasa.cycle.PlanDrafts.Placed;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// Opens a draft for a page: with its base, what it would be now, and where each clause stands.
@Component
class Drafts {
    private final DraftDesk desk;

    Drafts(DraftDesk desk) {
        this.desk = desk;
    }

    /// @param ordered clauses as they stand in the document, dropped ones where they stood
    record Open(PlanDraft draft, Plan base, Drafted drafted, Map<Long, Place> places, List<Clause> ordered) {
        Clause clause(long id) {
            return draft.clause(id)
                    .orElseThrow(() -> Problem.notFound(Text.of("その項目はありません。", "There is no such clause.")));
        }

        /// Where it will stand; for a dropped one, where it stood.
        Optional<Place> place(Clause clause) {
            return Optional.ofNullable(places.get(clause.id())).or(clause::origin);
        }

        String label(Clause clause) {
            return place(clause).map(Place::label).orElse("");
        }

        /// Its own, or that of the nearest clause above which has one.
        Optional<String> department(Clause clause) {
            Optional<Clause> next = Optional.of(clause);
            while (next.isPresent()) {
                Optional<String> own = next.get().wording().department();
                if (own.isPresent()) {
                    return own;
                }
                next = next.get().parent().flatMap(draft::clause);
            }
            return Optional.empty();
        }

        boolean writes(Visitor visitor, Clause clause) {
            return draft.state().open()
                    && visitor.mayFor(Permission.DRAFT_PLANS, department(clause).orElse(null));
        }

        /// All that stand below it, however deep.
        List<Clause> below(Clause clause) {
            List<Clause> below = new ArrayList<>();
            for (Clause each : ordered) {
                boolean under = each.parent()
                        .filter(parent ->
                                parent == clause.id() || below.stream().anyMatch(known -> known.id() == parent))
                        .isPresent();
                if (under) {
                    below.add(each);
                }
            }
            return below;
        }

        int depth(Clause clause) {
            int depth = 0;
            Optional<Clause> next = clause.parent().flatMap(draft::clause);
            while (next.isPresent()) {
                depth++;
                next = next.get().parent().flatMap(draft::clause);
            }
            return depth;
        }

        Optional<PlanItem> before(Clause clause) {
            return clause.origin().flatMap(base::item);
        }
    }

    Open open(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw none();
        }
        PlanDraft draft = desk.find(Long.parseLong(id)).orElseThrow(Drafts::none);
        Plan base = desk.base(draft);
        PlanDrafts.Drafted drafted = Drafting.of(base, draft);
        Map<Long, Place> places = new HashMap<>();
        for (Placed placed : drafted.placed()) {
            places.put(placed.clause(), placed.place());
        }
        return new Open(draft, base, drafted, places, ordered(draft));
    }

    private static Problem none() {
        return Problem.notFound(Text.of("その案はありません。", "There is no such draft."));
    }

    private static List<Clause> ordered(PlanDraft draft) {
        Map<Long, List<Clause>> below = new HashMap<>();
        draft.clauses()
                .forEach(clause -> below.computeIfAbsent(clause.parent().orElse(0L), parent -> new ArrayList<>())
                        .add(clause));
        List<Clause> ordered = new ArrayList<>();
        append(0, below, ordered);
        return ordered;
    }

    private static void append(long parent, Map<Long, List<Clause>> below, List<Clause> ordered) {
        for (Clause clause : below.getOrDefault(parent, List.of())) {
            ordered.add(clause);
            append(clause.id(), below, ordered);
        }
    }

    static String text(jakarta.servlet.http.HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    static int number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
