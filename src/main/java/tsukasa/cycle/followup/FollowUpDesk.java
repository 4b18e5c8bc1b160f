package tsukasa.cycle.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.FollowUp;
import tsukasa.cycle.FollowUps;
import tsukasa.cycle.Period;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// The rules of the half-year follow-up; who may call them is asked at the endpoints.
@Service
class FollowUpDesk implements FollowUps {
    private static final Action WRITTEN = Action.of("follow-up.written", "上期フォローアップを記入", "Half-year follow-up written");
    private static final int LONGEST = 4_000;
    private final FollowUpStore store;
    private final AuditTrail trail;
    private final Clock clock;

    FollowUpDesk(FollowUpStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions followUpActions() {
        return KnownActions.of(WRITTEN);
    }

    @Override
    public List<FollowUp> of(Plan plan) {
        return store.latest(plan.id());
    }

    @Override
    public List<FollowUp> about(Plan plan, Place place) {
        return store.about(plan.id(), place);
    }

    /// The follow-up looks back on the first half: it opens when that is over in Japan.
    Optional<CycleOutcome> notYet(Plan plan) {
        Period half = new Period(plan.year(), Period.Part.H1);
        Instant now = clock.instant();
        return half.over(now)
                ? Optional.empty()
                : Optional.of(CycleOutcome.conflict(
                        "上期は" + new Writing(tsukasa.kernel.Language.JA).date(half.last()) + "まで続きます。その後に記入してください。",
                        "The first half runs until " + new Writing(tsukasa.kernel.Language.EN).date(half.last())
                                + ". Write afterwards."));
    }

    @Override
    @Transactional
    public CycleOutcome write(Plan plan, Place place, Said said, int read, Visitor by) {
        Optional<CycleOutcome> early = notYet(plan);
        if (early.isPresent()) {
            return early.get();
        }
        List<Fault> faults = new ArrayList<>();
        if (said.words().isBlank() || said.words().length() > LONGEST) {
            faults.add(Fault.of("words", "上期の実績を4,000字以内で書いてください。", "Say what was done, in at most 4,000 characters."));
        }
        if (said.outcome().length() > LONGEST) {
            faults.add(Fault.of("outcome", "4,000字以内で書いてください。", "Write at most 4,000 characters."));
        }
        if (!faults.isEmpty()) {
            return CycleOutcome.wrong(faults);
        }
        if (!store.next(plan.id(), place, read, said, by, clock.instant())) {
            String who = store.about(plan.id(), place).getLast().byName();
            return CycleOutcome.conflict(
                    "開いている間に、" + who + "さんが先に保存しました。今の内容を確かめてから、もう一度保存してください。",
                    who + " was first. Look at it as it is now, then save again.");
        }
        trail.record(Deed.did(WRITTEN, Thing.of("follow-up", plan.id() + "/" + place.slug(), ""))
                .by(Actor.of(by))
                .with("version", read + 1));
        return new Done(read + 1L);
    }
}
