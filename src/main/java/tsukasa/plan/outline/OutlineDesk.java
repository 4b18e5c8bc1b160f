package tsukasa.plan.outline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanItem.Level;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.outline.PlanPage.Line;
import tsukasa.plan.outline.PlanPage.Repeat;
import tsukasa.plan.outline.PlanPage.Section;
import tsukasa.plan.outline.PlanPage.Service;
import tsukasa.plan.outline.PlanPage.Value;

/// Prepares the plan for reading: narrowed by words, department and service, with the live numbers beside it.
@Component
class OutlineDesk {
    private final PlanProgress progress;

    OutlineDesk(PlanProgress progress) {
        this.progress = progress;
    }

    /// @param search     in titles and outcomes of both languages, places and departments
    /// @param department its id
    /// @param service    `yes`, `not-yet`, or empty for all
    record Narrowing(String search, String department, String service) {
        boolean any() {
            return !search.isBlank() || !department.isBlank() || !service.isBlank();
        }
    }

    PlanPage page(Frame frame, Plan plan, Narrowing narrowing) {
        Map<Place, List<Value>> values = LiveValues.byPlace(frame, progress.standings(plan.id()));
        Set<Place> shown = shown(plan, narrowing);
        List<Section> sections = new ArrayList<>();
        Map<Place, List<Line>> lines = new LinkedHashMap<>();
        for (PlanItem item : plan.items()) {
            if (shown.contains(item.place())) {
                lines.computeIfAbsent(Measures.top(item.place()), place -> new ArrayList<>())
                        .add(line(frame, plan, item, values));
            }
        }
        lines.forEach((place, all) -> plan.item(place)
                .ifPresent(top -> sections.add(section(frame, top, line(frame, plan, top, values), all))));
        long measures =
                plan.items().stream().filter(item -> plan.promises(item)).count();
        long served = plan.items().stream()
                .filter(item -> plan.promises(item) && item.service().isPresent())
                .count();
        return new PlanPage(
                frame,
                plan.id(),
                frame.say(plan.title()),
                frame.say(plan.agency()),
                frame.say(plan.legalBasis()),
                frame.say(
                        measures + "の取組のうち" + served + "に、このサイトで使えるサービスがあります。",
                        served + " of " + measures + " measures have a service on this site."),
                filters(frame, plan, narrowing),
                chips(frame, plan, narrowing),
                sections,
                (int) plan.items().stream()
                        .filter(item -> narrowing.any() && matches(plan, item, narrowing))
                        .count(),
                plan.notes().stream().map(frame::say).toList());
    }

    private static Section section(Frame frame, PlanItem top, Line line, List<Line> all) {
        String title = frame.say(top.title());
        String place = top.place().label();
        return new Section(
                top.place().slug(),
                place.equals("0") || top.place().annex() ? "" : place,
                title,
                line,
                all.stream()
                        .filter(below -> !below.anchor().equals(line.anchor()))
                        .toList());
    }

    /// What matches, and everything it stands under.
    private static Set<Place> shown(Plan plan, Narrowing narrowing) {
        Set<Place> shown = new HashSet<>();
        for (PlanItem item : plan.items()) {
            if (!narrowing.any() || matches(plan, item, narrowing)) {
                for (Place place = item.place(); place != null; place = place.parent()) {
                    shown.add(place);
                }
            }
        }
        return shown;
    }

    private static boolean matches(Plan plan, PlanItem item, Narrowing narrowing) {
        boolean words = narrowing.search().isBlank() || text(plan, item).contains(plain(narrowing.search()));
        boolean department = narrowing.department().isBlank()
                || item.department().filter(narrowing.department()::equals).isPresent();
        boolean service = switch (narrowing.service()) {
            case "yes" -> item.service().isPresent();
            case "not-yet" -> plan.promises(item) && item.service().isEmpty();
            default -> true;
        };
        return words && department && service;
    }

    private static String text(Plan plan, PlanItem item) {
        String department = item.department()
                .flatMap(plan::department)
                .map(d -> d.title().ja() + d.title().en())
                .orElse("");
        String outcome = item.outcome().map(o -> o.ja() + " " + o.en()).orElse("");
        return plain(String.join(
                " ", item.place().value(), item.title().ja(), item.title().en(), department, outcome));
    }

    /// Widths and letter case do not matter to a reader.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static Line line(Frame frame, Plan plan, PlanItem item, Map<Place, List<Value>> values) {
        boolean measure = item.level() == Level.MEASURE;
        return new Line(
                item.place().slug(),
                item.place().label(),
                frame.say(item.title()),
                depth(item.place()),
                !measure,
                item.department()
                        .flatMap(plan::department)
                        .map(d -> frame.say(d.title()))
                        .orElse(null),
                item.service()
                        .map(s -> new Service(frame.say(s.title()), s.address()))
                        .orElseGet(
                                () -> plan.promises(item) ? new Service(frame.say("まだありません", "Not yet"), null) : null),
                item.outcome().map(frame::say).orElse(null),
                item.repeats()
                        .map(first -> new Repeat(first.label(), first.slug()))
                        .orElse(null),
                item.none(),
                values.getOrDefault(item.place(), List.of()));
    }

    private static int depth(Place place) {
        int depth = -1;
        for (Place next = place.parent(); next != null; next = next.parent()) {
            depth++;
        }
        return Math.clamp(depth, 0, 4);
    }

    private static List<Field> filters(Frame frame, Plan plan, Narrowing narrowing) {
        List<Option> departments = new ArrayList<>(List.of(Option.of("", frame.say("すべて", "All"))));
        plan.departments().forEach(d -> departments.add(Option.of(d.id(), frame.say(d.title()))));
        return List.of(
                Field.search("q", frame.say("計画の中を探す", "Search the plan"))
                        .value(narrowing.search())
                        .maxLength(200),
                Field.select("department", frame.say("部署", "Department"), departments)
                        .value(narrowing.department()),
                Field.select(
                                "service",
                                frame.say("サービス", "Service"),
                                List.of(
                                        Option.of("", frame.say("すべて", "All")),
                                        Option.of("yes", frame.say("あるもの", "In service")),
                                        Option.of("not-yet", frame.say("まだないもの", "Not yet"))))
                        .value(narrowing.service()));
    }

    private static List<Chip> chips(Frame frame, Plan plan, Narrowing narrowing) {
        List<Chip> chips = new ArrayList<>();
        if (!narrowing.search().isBlank()) {
            chips.add(Chip.inForce("「" + narrowing.search() + "」", frame.withoutParameter("q")));
        }
        plan.department(narrowing.department())
                .ifPresent(d -> chips.add(Chip.inForce(frame.say(d.title()), frame.withoutParameter("department"))));
        switch (narrowing.service()) {
            case "yes" -> chips.add(Chip.inForce(frame.say("サービスあり", "In service"), frame.withoutParameter("service")));
            case "not-yet" ->
                chips.add(Chip.inForce(frame.say("まだないもの", "Not yet"), frame.withoutParameter("service")));
            default -> {}
        }
        return chips;
    }

    TargetsPage targets(Frame frame, Plan plan) {
        return new TargetsPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                plan.targets().stream()
                        .map(target -> new TargetsPage.Line(
                                target.id(),
                                frame.say(target.title()),
                                TargetWords.of(frame, target),
                                Optional.ofNullable(target.note())
                                        .map(frame::say)
                                        .orElse(""),
                                target.places().stream()
                                        .map(place -> new TargetsPage.Where(place.label(), place.slug()))
                                        .toList()))
                        .toList());
    }
}
