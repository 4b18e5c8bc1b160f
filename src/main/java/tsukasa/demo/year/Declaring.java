package tsukasa.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tsukasa.demo.InventedCompany;
import tsukasa.kernel.SimulatedClock;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Writing;
import tsukasa.scheme.Changes;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;
import tsukasa.scheme.Submission;

/// What companies do on one day: declare, step up, withdraw.
@Component
class Declaring {
    private static final String SCHEME = "security-action";
    private static final String ACTOR = "demonstration";

    /// As many companies with one star are remembered to step up or withdraw later.
    private static final int REMEMBERED = 8_000;

    private final Intake intake;
    private final Changes changes;
    private final int total;

    Declaring(Intake intake, Changes changes, @Value("${tsukasa.demo-declarations:84100}") int total) {
        this.intake = intake;
        this.changes = changes;
        this.total = total;
    }

    record Declared(String number, Map<String, Object> answers) {}

    /// Some of those who now have one star.
    List<Declared> declare(
            SimulatedClock clock, LocalDate day, int count, Iterator<InventedCompany> next, SplittableRandom chance) {
        List<Submission> batch = new ArrayList<>();
        List<Boolean> remembered = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            InventedCompany company = next.next();
            boolean two = chance.nextInt(100) < 19;
            batch.add(new Submission(SCHEME, ACTOR + "-" + company.number().digits(), answers(company, two), ACTOR));
            remembered.add(chance.nextInt(total) < REMEMBERED && !two);
        }
        List<Receipt> receipts = clock.at(at(day, 9, 30), () -> intake.submitAll(batch));
        List<Declared> oneStar = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            if (remembered.get(i) && receipts.get(i) instanceof Receipt.Registered registered) {
                oneStar.add(new Declared(registered.number(), batch.get(i).answers()));
            }
        }
        return oneStar;
    }

    /// Each working day of the year some companies step up, and now and then one withdraws.
    void follow(SimulatedClock clock, LocalDate day, SplittableRandom chance, List<Declared> oneStar) {
        for (int i = chance.nextInt(4, 14); i > 0 && !oneStar.isEmpty(); i--) {
            Declared someone = take(oneStar, chance);
            Map<String, Object> answers = new LinkedHashMap<>(someone.answers());
            promote(answers);
            clock.at(
                    at(day, 14, i),
                    () -> Walls.as(Intake.ACTOR, () -> changes.change(someone.number(), answers, ACTOR)));
        }
        if (chance.nextInt(3) == 0 && !oneStar.isEmpty()) {
            Declared someone = take(oneStar, chance);
            clock.at(
                    at(day, 16, 0),
                    () -> Walls.as(Intake.ACTOR, () -> changes.withdraw(someone.number(), "事業を終えるため", ACTOR)));
        }
    }

    private static Declared take(List<Declared> from, SplittableRandom chance) {
        int index = chance.nextInt(from.size());
        Declared taken = from.get(index);
        from.set(index, from.getLast());
        from.removeLast();
        return taken;
    }

    private static Map<String, Object> answers(InventedCompany company, boolean twoStars) {
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

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Writing.JAPAN).toInstant();
    }
}
