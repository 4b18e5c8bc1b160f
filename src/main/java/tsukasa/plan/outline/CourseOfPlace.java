package tsukasa.plan.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.ClauseTrace;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.PlanVersions;

/// What a clause grew from, and what became of it in the plans after.
@Component
class CourseOfPlace {
    private final PlanShelf shelf;
    private final PlanVersions versions;

    CourseOfPlace(PlanShelf shelf, PlanVersions versions) {
        this.shelf = shelf;
        this.versions = versions;
    }

    List<Fact> of(Frame frame, Plan plan, Place place) {
        List<Fact> facts = new ArrayList<>();
        for (ClauseTrace trace : versions.origins(plan.id(), place)) {
            String fate = frame.say(trace.fate().title());
            String where = frame.say("前の計画から", "From the plan before");
            if (trace.from().isPresent()) {
                facts.add(fact(frame, where, trace.fromPlan(), trace.from().get(), fate, trace.reason()));
            } else {
                facts.add(Fact.of(where, said(frame, fate, trace.reason())));
            }
        }
        for (ClauseTrace trace : versions.afterwards(plan.id(), place)) {
            String fate = frame.say(trace.fate().title());
            String where = frame.say("次の計画で", "In the plan after");
            if (trace.place().isPresent()) {
                facts.add(fact(frame, where, trace.plan(), trace.place().get(), fate, trace.reason()));
            } else {
                facts.add(Fact.of(where, title(frame, trace.plan()) + "　" + said(frame, fate, trace.reason())));
            }
        }
        return facts;
    }

    private Fact fact(Frame frame, String where, String plan, Place place, String fate, String reason) {
        return new Fact(
                where,
                title(frame, plan) + "　" + place.label() + "　" + said(frame, fate, reason),
                "/plan/" + plan + "/places/" + place.slug());
    }

    private static String said(Frame frame, String fate, String reason) {
        return reason.isEmpty() ? fate : fate + frame.say("：", ": ") + reason;
    }

    private String title(Frame frame, String plan) {
        Optional<Plan> found = shelf.plan(plan);
        return found.map(p -> frame.writing().year(p.year())).orElse(plan);
    }
}
