package tsukasa.plan.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Crumb;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Indicator;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.outline.PlacePage.Below;
import tsukasa.plan.outline.PlacePage.Neighbour;
import tsukasa.plan.outline.PlanPage.Service;
import tsukasa.plan.outline.PlanPage.Value;

/// Prepares the page of one place of the plan.
@Component
class PlaceDesk {
    private final PlanProgress progress;
    private final CourseOfPlace course;

    PlaceDesk(PlanProgress progress, CourseOfPlace course) {
        this.progress = progress;
        this.course = course;
    }

    PlacePage page(Frame frame, Plan plan, PlanItem item) {
        List<String> evidence = evidence(plan, item);
        List<Value> values = values(frame, plan, item, evidence);
        int index = plan.items().indexOf(item);
        return new PlacePage(
                frame,
                plan.id(),
                item.place().label(),
                item.place().slug(),
                frame.say(item.title()),
                crumbs(frame, plan, item.place()),
                item.level() != PlanItem.Level.MEASURE,
                service(frame, plan, item),
                sentence(frame, plan, item),
                facts(frame, plan, item),
                evidence.isEmpty()
                        ? frame.say("この節の評価指標", "Indicators of this section")
                        : frame.say("成果を示す数字", "Numbers that show the outcome"),
                values,
                plan.targets().stream()
                        .filter(target -> target.places().contains(item.place()))
                        .map(target -> new PlacePage.Target(
                                target.id(), frame.say(target.title()), TargetWords.of(frame, target)))
                        .toList(),
                MoneyOfPlace.of(frame, plan, item.place()),
                below(frame, plan, item.place()),
                course.of(frame, plan, item.place()),
                index == 0 ? null : neighbour(frame, plan, plan.items().get(index - 1)),
                index == plan.items().size() - 1
                        ? null
                        : neighbour(frame, plan, plan.items().get(index + 1)));
    }

    private static List<Crumb> crumbs(Frame frame, Plan plan, Place place) {
        List<Crumb> crumbs = new ArrayList<>();
        for (Place next = place.parent(); next != null; next = next.parent()) {
            Place above = next;
            plan.item(above).ifPresent(item -> crumbs.addFirst(new Crumb(above.label(), address(plan, above))));
        }
        crumbs.addFirst(new Crumb(frame.say(plan.title()), "/plan/" + plan.id()));
        return crumbs;
    }

    static String address(Plan plan, Place place) {
        return "/plan/" + plan.id() + "/places/" + place.slug();
    }

    /// Null where nothing is promised here.
    private static @Nullable Service service(Frame frame, Plan plan, PlanItem item) {
        return item.service()
                .map(service -> new Service(frame.say(service.title()), service.address()))
                .orElseGet(() -> plan.promises(item) ? new Service(frame.say("まだありません", "Not yet"), null) : null);
    }

    private static String sentence(Frame frame, Plan plan, PlanItem item) {
        if (item.service().isPresent()) {
            return frame.say("このサイトで使えます。", "Available on this site.");
        }
        if (plan.promises(item)) {
            return frame.say("このサイトで使えるサービスは、まだありません。", "There is no service for it on this site yet.");
        }
        if (item.none()) {
            return frame.say("計画に「なし」とあります。", "The plan says that there is none.");
        }
        return item.repeats().isPresent()
                ? frame.say("ほかの場所に書かれた取組の再掲です。", "Printed a second time; the measure stands elsewhere.")
                : "";
    }

    private static List<Fact> facts(Frame frame, Plan plan, PlanItem item) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                frame.say("計画の場所", "Place in the plan"),
                item.place().label(),
                "/plan/" + plan.id() + "#p-" + item.place().slug()));
        item.department()
                .flatMap(plan::department)
                .ifPresent(d -> facts.add(Fact.of(frame.say("担当", "Department"), frame.say(d.title()))));
        Measures.intending(plan, item).ifPresent(stated -> outcome(frame, plan, item, stated, facts));
        item.repeats()
                .flatMap(plan::item)
                .ifPresent(first -> facts.add(place(frame, plan, "最初の場所", "First printed at", first)));
        plan.items().stream()
                .filter(other -> other.repeats().filter(item.place()::equals).isPresent())
                .forEach(again -> facts.add(place(frame, plan, "再掲", "Printed again at", again)));
        return facts;
    }

    private static void outcome(Frame frame, Plan plan, PlanItem item, PlanItem stated, List<Fact> facts) {
        facts.add(Fact.of(
                frame.say("めざす姿", "Intended outcome"),
                stated.outcome().map(frame::say).orElse("")));
        if (!stated.equals(item)) {
            facts.add(place(frame, plan, "めざす姿の取組", "Outcome stated for", stated));
        }
    }

    private static Fact place(Frame frame, Plan plan, String ja, String en, PlanItem item) {
        return new Fact(
                frame.say(ja, en), item.place().label() + "　" + frame.say(item.title()), address(plan, item.place()));
    }

    /// The indicators that the measure itself names, or whose place it is, or that a measure below it names.
    private static List<String> evidence(Plan plan, PlanItem item) {
        return plan.indicators().stream()
                .filter(indicator -> indicator.place().equals(item.place())
                        || plan.items().stream()
                                .anyMatch(below -> below.indicators().contains(indicator.id())
                                        && item.level() != PlanItem.Level.SECTION
                                        && below.place().within(item.place())))
                .map(Indicator::id)
                .toList();
    }

    private List<Value> values(Frame frame, Plan plan, PlanItem item, List<String> evidence) {
        List<ThresholdStanding> standings = progress.standings(plan.id());
        return standings.stream()
                .filter(standing -> evidence.isEmpty()
                        ? item.place().within(standing.indicator().section())
                        : evidence.contains(standing.indicator().id()))
                .map(standing -> LiveValues.of(frame, standing))
                .toList();
    }

    private static List<Below> below(Frame frame, Plan plan, Place place) {
        return plan.items().stream()
                .filter(item -> place.equals(item.place().parent()))
                .map(item -> {
                    Optional<Status> state = state(plan, item);
                    return new Below(
                            item.place().label(),
                            frame.say(item.title()),
                            address(plan, item.place()),
                            state.orElse(null),
                            item.service().map(s -> frame.say(s.title())).orElse(null));
                })
                .toList();
    }

    private static Optional<Status> state(Plan plan, PlanItem item) {
        if (item.service().isPresent()) {
            return Optional.of(Status.IN_SERVICE);
        }
        return plan.promises(item) ? Optional.of(Status.NOT_IN_SERVICE_YET) : Optional.empty();
    }

    private static Neighbour neighbour(Frame frame, Plan plan, PlanItem item) {
        return new Neighbour(item.place().label(), frame.say(item.title()), address(plan, item.place()));
    }
}
