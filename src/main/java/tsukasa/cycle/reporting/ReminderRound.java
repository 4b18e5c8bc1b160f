package tsukasa.cycle.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.kernel.round.Round;
import tsukasa.mail.Letter;
import tsukasa.mail.PostOffice;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

/// Reminds those who answer for a department of what they have not reported: once three days before it is due and once
/// the day after. However many nodes look, a person gets one letter of a kind for a month.
@Component
class ReminderRound {
    private static final int DAYS_BEFORE = 3;
    private final ReportDesk desk;
    private final ReportStore store;
    private final PlanShelf shelf;
    private final People people;
    private final PostOffice post;
    private final PublicAddress address;
    private final TransactionOperations transactions;
    private final Clock clock;

    ReminderRound(
            ReportDesk desk,
            ReportStore store,
            PlanShelf shelf,
            People people,
            PostOffice post,
            PublicAddress address,
            TransactionOperations transactions,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.shelf = shelf;
        this.people = people;
        this.post = post;
        this.address = address;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static Round reminding(ReminderRound round) {
        return Round.every(Duration.ofMinutes(30), "report-reminders", _ -> round.remind());
    }

    /// @return how many letters were written
    int remind() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        int written = 0;
        for (Plan plan : shelf.plans()) {
            for (YearMonth month : plan.year().months()) {
                LocalDate due = desk.due(month);
                if (today.isAfter(due) && today.isBefore(due.plusMonths(1))) {
                    written += remind(plan, month, "OVERDUE");
                } else if (!today.isBefore(due.minusDays(DAYS_BEFORE)) && !today.isAfter(due)) {
                    written += remind(plan, month, "SOON");
                }
            }
        }
        return written;
    }

    private int remind(Plan plan, YearMonth month, String kind) {
        Map<String, List<PlanItem>> missing = desk.missing(plan, month);
        int written = 0;
        for (Person person : people.entrusted()) {
            int own = own(person, missing);
            if (own > 0 && Boolean.TRUE.equals(transactions.execute(_ -> write(plan, month, kind, person, own)))) {
                written++;
            }
        }
        return written;
    }

    /// Of the departments a reporting role is given for by name: who may report on everything is nobody's reporter.
    private static int own(Person person, Map<String, List<PlanItem>> missing) {
        return person.reaches().entrySet().stream()
                .filter(given -> given.getKey().permissions().contains(Permission.REPORT_MEASURES))
                .map(Map.Entry::getValue)
                .map(Reach::departments)
                .flatMap(java.util.Set::stream)
                .distinct()
                .mapToInt(department ->
                        missing.getOrDefault(department, List.of()).size())
                .sum();
    }

    private boolean write(Plan plan, YearMonth month, String kind, Person person, int own) {
        if (!store.remind(plan.id(), month, person.id(), kind, clock.instant())) {
            return false;
        }
        post.send(letter(plan, month, kind.equals("OVERDUE"), person, own));
        return true;
    }

    private Letter letter(Plan plan, YearMonth month, boolean late, Person person, int own) {
        Writing writing = new Writing(person.language());
        String which = writing.month(month);
        String due = writing.date(desk.due(month));
        String where = address.of("/staff/reports/" + plan.id()).toString();
        Text subject = Text.of(
                which + "の月次報告" + (late ? "の期限が過ぎました" : "の期限は" + due + "です"),
                "Monthly reports for " + which + (late ? " are overdue" : " are due on " + due));
        Text body = Text.of(
                person.displayName() + "様\n\n" + plan.title().ja() + "の" + which + "について、報告のない施策が" + own + "件あります。期限は"
                        + due + (late ? "でした。" : "です。") + "\n\n" + where + "\n",
                "Dear " + person.displayName() + ",\n\n" + own + " of your measures have no report for " + which
                        + " yet (" + plan.title().en() + "). " + (late ? "They were due on " : "They are due on ")
                        + due + ".\n\n" + where + "\n");
        return Letter.of(person.email(), person.language(), subject, body);
    }
}
