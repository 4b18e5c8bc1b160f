package tsukasa.front.home;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.front.home.HomePage.Due;
import tsukasa.front.home.HomePage.News;
import tsukasa.front.home.HomePage.Offer;
import tsukasa.front.home.HomePage.Verb;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanShelf;
import tsukasa.scheme.RegisterEntry;
import tsukasa.scheme.Registers;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;

/// Puts the front page together: what one can do here, how the agency is doing, what is new.
@Component
class HomeDesk {
    private final PlanShelf shelf;
    private final PlanProgress progress;
    private final Schemes schemes;
    private final Registers registers;

    HomeDesk(PlanShelf shelf, PlanProgress progress, Schemes schemes, Registers registers) {
        this.shelf = shelf;
        this.progress = progress;
        this.schemes = schemes;
        this.registers = registers;
    }

    HomePage page(Frame frame) {
        Optional<Plan> plan = shelf.inForce(frame.today());
        return new HomePage(
                frame,
                plan.map(Plan::id),
                Actions.ALL.stream().map(action -> verb(frame, action, plan)).toList(),
                plan.map(p -> Figures.of(frame, progress.standings(p.id()))).orElse(List.of()),
                news(frame),
                plan.map(p -> due(frame, p)).orElse(List.of()));
    }

    private static Verb verb(Frame frame, Actions.Action action, Optional<Plan> plan) {
        return new Verb(
                action.id(),
                frame.say(action.verb()),
                frame.say(action.when()),
                action.promises().stream().map(p -> offer(frame, p, plan)).toList());
    }

    private static Offer offer(Frame frame, Actions.Promise promise, Optional<Plan> plan) {
        Optional<String> address = promise.address().isPresent()
                ? promise.address()
                : plan.flatMap(p -> p.item(promise.place()))
                        .flatMap(item -> item.service())
                        .map(service -> service.address());
        return new Offer(frame.say(promise.title()), address);
    }

    private List<News> news(Frame frame) {
        return schemes.all().stream()
                .flatMap(scheme -> registers.newest(scheme.id(), 6).stream().map(entry -> news(frame, scheme, entry)))
                .sorted(java.util.Comparator.comparing(News::day).reversed())
                .limit(6)
                .toList();
    }

    private static News news(Frame frame, Scheme scheme, RegisterEntry entry) {
        String english = entry.english();
        String name = frame.japanese() || english == null ? entry.name() : english;
        String mark = scheme.level(entry.level()).map(Scheme.Level::mark).orElse("");
        return new News(
                entry.validFrom(),
                frame.say("自己宣言", "Declaration"),
                name + "　" + mark,
                "/" + scheme.id() + "/register/" + entry.number());
    }

    /// The dated targets of the plan that are still to come, soonest first.
    private static List<Due> due(Frame frame, Plan plan) {
        Stream<Due> targets = plan.targets().stream()
                .filter(target -> target.comparator().equals("by"))
                .flatMap(target -> Stream.of(target.value().split(" / "))
                        .filter(value -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                        .map(LocalDate::parse)
                        .map(day -> due(frame, day, frame.say(target.title()), "/plan/" + plan.id() + "/targets")));
        Stream<Due> year = Stream.of(due(
                frame,
                plan.year().last(),
                frame.say("17の目標の期限", "The 17 targets fall due"),
                "/plan/" + plan.id() + "/indicators"));
        return Stream.concat(targets, year)
                .filter(due -> due.daysLeft() >= 0)
                .sorted(java.util.Comparator.comparing(Due::day))
                .limit(4)
                .toList();
    }

    private static Due due(Frame frame, LocalDate day, String title, String address) {
        return new Due(day, ChronoUnit.DAYS.between(frame.today(), day), title, address);
    }
}
