package tsukasa.bench.measuring;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditCheck;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.AuditVerdict;
import tsukasa.audit.Deed;
import tsukasa.audit.Sealing;
import tsukasa.audit.Thing;

/// Fills the trail through its own contract, then measures what an entry costs by itself and how long a verification
/// takes.
@Component
@ConditionalOnProperty("tsukasa.bench-audit")
class InsideAuditBench {
    private static final int AT_ONCE = 1_000;
    private static final Action[] ACTIONS = {
        Action.of("case.read", "案件を閲覧", "Case read"),
        Action.of("case.listed", "案件の一覧を閲覧", "List of cases read"),
        Action.of("case.corrected", "案件を訂正", "Case corrected"),
        Action.of("session.began", "サインイン", "Signed in")
    };
    private final AuditTrail trail;
    private final Sealing sealing;
    private final AuditReader reader;
    private final AuditCheck check;
    private final TransactionOperations transactions;
    private final int entries;

    InsideAuditBench(
            AuditTrail trail,
            Sealing sealing,
            AuditReader reader,
            AuditCheck check,
            TransactionOperations transactions,
            @Value("${tsukasa.bench-audit}") int entries) {
        this.trail = trail;
        this.sealing = sealing;
        this.reader = reader;
        this.check = check;
        this.transactions = transactions;
        this.entries = entries;
    }

    /// Before the address is said, so that nobody else asks for anything meanwhile.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        fill();
        recording();
        verifying();
    }

    private void fill() {
        sealing.now();
        long missing = entries - reader.sealed(AuditCheck.Range.ALL);
        long begun = System.nanoTime();
        SplittableRandom chance = new SplittableRandom(2021);
        for (long written = 0; written < missing; written += AT_ONCE) {
            long some = Math.min(AT_ONCE, missing - written);
            transactions.executeWithoutResult(_ -> {
                for (int i = 0; i < some; i++) {
                    trail.record(invented(chance));
                }
            });
        }
        sealing.now();
        if (missing > AT_ONCE) {
            double seconds = (System.nanoTime() - begun) / 1e9;
            print(Measurement.of("recording and sealing in bulk", Samples.rates(missing / seconds), "entries/s")
                    .with("entries", missing));
        }
    }

    private static Deed invented(SplittableRandom chance) {
        int person = chance.nextInt(500);
        int subject = chance.nextInt(50_000);
        Action action = ACTIONS[chance.nextInt(ACTIONS.length)];
        Thing thing = Thing.of("case", "B-%07d".formatted(subject), "株式会社 見本%05d".formatted(subject));
        Deed deed = chance.nextInt(200) == 0
                ? Deed.refused(action, thing)
                : action.word().endsWith("read")
                        ? Deed.read(action, thing)
                        : Deed.did(action, thing).because("届出に基づく訂正");
        return deed.by(Actor.person(new UUID(7, person), "職員 %04d".formatted(person)))
                .with("scheme", "security-action")
                .with("page", chance.nextInt(20));
    }

    private void recording() {
        SplittableRandom chance = new SplittableRandom(7);
        print(Measurement.of(
                        "an entry with a transaction of its own",
                        times(500, 3_000, _ -> trail.record(invented(chance))),
                        "ms")
                .aim(1));
        Samples one = times(200, 1_500, _ -> within(1, chance));
        Samples eleven = times(200, 1_500, _ -> within(11, chance));
        print(Measurement.of(
                        "an entry within a transaction that writes anyway",
                        Samples.of((eleven.median() - one.median()) / 10),
                        "ms")
                .aim(1));
    }

    private void within(int count, SplittableRandom chance) {
        transactions.executeWithoutResult(_ -> {
            for (int i = 0; i < count; i++) {
                trail.record(invented(chance));
            }
        });
    }

    private void verifying() {
        sealing.now();
        AuditVerdict[] last = new AuditVerdict[1];
        Samples times = times(0, 5, _ -> last[0] = check.check(AuditCheck.Range.ALL, _ -> {}));
        Samples seconds = Samples.of(IntStream.range(0, times.runs())
                .mapToDouble(i -> times.values()[i] / 1_000)
                .toArray());
        print(Measurement.of("verifying the whole trail", seconds, "s")
                .with("entries", last[0].entries())
                .with("days", last[0].days())
                .with("sound", last[0].sound())
                .aim(10));
    }

    private static Samples times(int unmeasured, int runs, IntConsumer work) {
        IntStream.range(0, unmeasured).forEach(work);
        return Samples.of(IntStream.range(0, runs)
                .mapToDouble(run -> {
                    long start = System.nanoTime();
                    work.accept(run);
                    return (System.nanoTime() - start) / 1e6;
                })
                .toArray());
    }

    private static void print(Measurement measurement) {
        System.out.println(measurement.json());
        System.out.flush();
    }
}
