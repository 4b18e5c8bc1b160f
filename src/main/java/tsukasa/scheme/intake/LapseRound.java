package tsukasa.scheme.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.kernel.database.NamedActor;
import tsukasa.kernel.database.NamedActors;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Writing;
import tsukasa.kernel.round.Round;
import tsukasa.scheme.Intake;

/// Ends the cases that nobody confirmed in time, with a look every ten minutes; each in a transaction of its own.
@Component
class LapseRound {
    private static final int AT_ONCE = 500;
    private static final String ACTOR = "lapse";
    private final CaseStore cases;
    private final TransactionOperations transactions;
    private final Clock clock;

    LapseRound(CaseStore cases, TransactionOperations transactions, Clock clock) {
        this.cases = cases;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static Round lapsing(LapseRound round) {
        return Round.every(Duration.ofMinutes(10), "scheme-lapse", _ -> round.lapse());
    }

    @Bean
    static NamedActors schemeActors() {
        return NamedActors.of(
                NamedActor.of(
                        Intake.ACTOR,
                        "申請や届出を受け取り、本人の求めで変更する",
                        "Takes in what applicants send, and changes entries for their subjects"),
                NamedActor.of(ACTOR, "確認されないまま期限を過ぎた案件を終わらせる", "Ends cases that nobody confirmed in time"),
                NamedActor.of(
                        HandlingDesk.ACTOR,
                        "案件の担当を替える。替えてよい人が求めたときだけ動く",
                        "Changes who handles a case, and only when somebody who may asked for it"));
    }

    /// @return how many cases ended
    int lapse() {
        return Walls.as(ACTOR, this::lapseAll);
    }

    private int lapseAll() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Long> waiting = transactions.execute(_ -> cases.unconfirmed(now, AT_ONCE));
        waiting.forEach(id -> transactions.executeWithoutResult(_ -> lapse(id, now)));
        return waiting.size();
    }

    private void lapse(long id, Instant now) {
        CaseStore.CaseRow file = cases.lock(id).orElseThrow();
        if (!file.state().equals(IntakeDesk.AWAITING)) {
            return;
        }
        CaseStore.LastEvent last = cases.last(id).orElseThrow();
        LocalDate today = LocalDate.ofInstant(now, Writing.JAPAN);
        cases.append(List.of(
                new CaseEvent(id, last.seq() + 1, "lapsed", null, null, today, now, "system", "{}", last.hash())));
        cases.update(id, "lapsed", now);
    }
}
