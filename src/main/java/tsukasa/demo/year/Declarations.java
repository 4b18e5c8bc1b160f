package tsukasa.demo.year;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import tsukasa.demo.InventedCompanies;
import tsukasa.demo.InventedCompany;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Changes;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;
import tsukasa.scheme.Submission;

/// Declares invented companies: a stock from the years before, then working day by working day, with step-ups and
/// withdrawals.
@Component
class Declarations {
    static final String SCHEME = "security-action";
    static final int BEFORE = 71_500;
    static final int WITHIN = 12_600;
    static final long SEED = 2021;
    private static final LocalDate SCHEME_BEGINS = LocalDate.of(2017, 4, 3);
    private static final LocalDate YEAR_BEGINS = LocalDate.of(2021, 4, 1);
    private static final LocalDate TODAY = LocalDate.of(2022, 1, 12);
    private final InventedCompanies companies;
    private final Intake intake;
    private final Changes changes;

    Declarations(InventedCompanies companies, Intake intake, Changes changes) {
        this.companies = companies;
        this.intake = intake;
        this.changes = changes;
    }

    private record Declared(String number, Map<String, Object> answers) {}

    void tell(SimulatedClock clock, LongConsumer progress) {
        SplittableRandom chance = new SplittableRandom(SEED);
        Iterator<InventedCompany> next = companies.companies(SEED).iterator();
        List<Declared> oneStar = new ArrayList<>();
        List<LocalDate> earlier = everySecondWeek();
        for (int i = 0; i < earlier.size(); i++) {
            declare(clock, earlier.get(i), BEFORE / earlier.size(), next, chance, oneStar, progress);
        }
        List<LocalDate> days = workingDays();
        for (LocalDate day : days) {
            int busy = WITHIN / days.size() + chance.nextInt(-12, 13);
            declare(clock, day, Math.max(1, busy), next, chance, oneStar, progress);
            follow(clock, day, chance, oneStar);
        }
    }

    private void declare(
            SimulatedClock clock,
            LocalDate day,
            int count,
            Iterator<InventedCompany> next,
            SplittableRandom chance,
            List<Declared> oneStar,
            LongConsumer progress) {
        List<Submission> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            InventedCompany company = next.next();
            boolean two = chance.nextInt(100) < 19;
            batch.add(new Submission(
                    SCHEME, "demonstration-" + company.number().digits(), answers(company, two), "demonstration"));
        }
        List<Receipt> receipts = clock.at(at(day, 9, 30), () -> intake.submitAll(batch));
        for (int i = 0; i < receipts.size(); i++) {
            if (receipts.get(i) instanceof Receipt.Registered registered
                    && "one".equals(batch.get(i).answers().get("level"))) {
                oneStar.add(new Declared(registered.number(), batch.get(i).answers()));
            }
        }
        progress.accept(count);
    }

    /// Each working day of the year some companies step up, and now and then one withdraws.
    private void follow(SimulatedClock clock, LocalDate day, SplittableRandom chance, List<Declared> oneStar) {
        for (int i = chance.nextInt(4, 14); i > 0 && !oneStar.isEmpty(); i--) {
            Declared someone = take(oneStar, chance);
            Map<String, Object> answers = new LinkedHashMap<>(someone.answers());
            promote(answers);
            clock.at(at(day, 14, i), () -> changes.change(someone.number(), answers, "demonstration"));
        }
        if (chance.nextInt(3) == 0 && !oneStar.isEmpty()) {
            Declared someone = take(oneStar, chance);
            clock.at(at(day, 16, 0), () -> changes.withdraw(someone.number(), "事業を終えるため", "demonstration"));
        }
    }

    private static Declared take(List<Declared> from, SplittableRandom chance) {
        int index = chance.nextInt(from.size());
        Declared taken = from.get(index);
        from.set(index, from.getLast());
        from.removeLast();
        return taken;
    }

    static Map<String, Object> answers(InventedCompany company, boolean twoStars) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("level", "one");
        answers.put("principles", true);
        answers.put("corporateNumber", company.number().digits());
        answers.put("name", company.name());
        answers.put("kana", company.kana());
        answers.put("english", company.english());
        answers.put("prefecture", company.prefecture().code());
        answers.put("industry", company.industry());
        answers.put("employees", (long) company.employees());
        answers.put("capital", company.capital());
        answers.put("contactName", "担当者");
        answers.put("contactMail", "contact@example.jp");
        answers.put("publish", true);
        if (twoStars) {
            promote(answers);
        }
        return answers;
    }

    private static void promote(Map<String, Object> answers) {
        answers.put("level", "two");
        answers.put("policyUrl", "https://www.example.jp/policy");
        for (int question = 1; question <= 25; question++) {
            answers.put("q%02d".formatted(question), question % 6 == 0 ? "partly" : "done");
        }
    }

    private static List<LocalDate> everySecondWeek() {
        return SCHEME_BEGINS
                .datesUntil(YEAR_BEGINS, java.time.Period.ofDays(14))
                .toList();
    }

    private static List<LocalDate> workingDays() {
        return YEAR_BEGINS
                .datesUntil(TODAY)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Writing.JAPAN).toInstant();
    }
}
