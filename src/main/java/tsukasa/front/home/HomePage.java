package tsukasa.front.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.chart.Bullet;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// @param plan the id of the plan these figures belong to; empty while the agency has none
public record HomePage(
        Frame frame, Optional<String> plan, List<Verb> verbs, List<Figure> figures, List<News> news, List<Due> due)
        implements Page {
    public HomePage {
        verbs = List.copyOf(verbs);
        figures = List.copyOf(figures);
        news = List.copyOf(news);
        due = List.copyOf(due);
    }

    public record Verb(String id, String title, String when, List<Offer> offers) {}

    /// @param address empty while no service fulfils the promise
    public record Offer(String title, Optional<String> address) {}

    public record Figure(
            String title, String value, String unit, String link, String target, Status status, Bullet bullet) {}

    public record News(LocalDate day, String kind, String title, String address) {}

    public record Due(LocalDate day, long daysLeft, String title, String address) {}

    @Override
    public String title() {
        return frame.say("ITの安全と人づくりの窓口", "Security and skills for a digital country");
    }
}
