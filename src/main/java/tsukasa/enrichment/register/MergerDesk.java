package tsukasa.enrichment.register;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.enrichment.register.Merger.State;
import tsukasa.enrichment.register.Merger.What;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.ProductRegister;
import tsukasa.vulnerability.ProductRegister.Kind;
import tsukasa.vulnerability.ProductRegister.Registered;

/// Four eyes over what is one: proposed with a reason by one analyst, agreed or declined by another, who decides about
/// what they see.
@Component
class MergerDesk {
    private static final Action PROPOSED =
            Action.of("register.merger-proposed", "ベンダ・製品の統合か解除を提案", "Merging or splitting proposed");
    private static final Action MERGED = Action.of("register.merged", "ベンダ・製品を統合", "Vendors or products merged");
    private static final Action SPLIT = Action.of("register.split", "ベンダ・製品の統合を解除", "Vendors or products split");
    private static final Action DECLINED =
            Action.of("register.merger-declined", "ベンダ・製品の統合か解除に不同意", "Merging or splitting declined");
    private static final Action TAKEN_BACK =
            Action.of("register.merger-taken-back", "ベンダ・製品の統合か解除の提案を取下げ", "Merging or splitting taken back");
    private static final int LONGEST = 2_000;
    private static final int LONGEST_SUBJECT = 1_000;
    private final MergerStore store;
    private final ProductRegister register;
    private final AuditTrail trail;
    private final Clock clock;

    MergerDesk(MergerStore store, ProductRegister register, AuditTrail trail, Clock clock) {
        this.store = store;
        this.register = register;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions mergerActions() {
        return KnownActions.of(PROPOSED, MERGED, SPLIT, DECLINED, TAKEN_BACK);
    }

    sealed interface Outcome {}

    /// @param entries how many entries count as changed; 0 where none does
    record Done(long id, long entries) implements Outcome {}

    /// Somebody else was faster, or what it is about is not as it was seen.
    record Changed() implements Outcome {}

    /// Whoever proposed it does not decide about it; and only they take it back.
    record Own() implements Outcome {}

    record Refused(Text why) implements Outcome {}

    /// The versions of both sides that were seen.
    record Seen(int one, int into) {}

    @Transactional(readOnly = true)
    Optional<Merger> find(long id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    List<Merger> waiting(Kind kind, long id) {
        return store.waiting(kind, id);
    }

    @Transactional(readOnly = true)
    List<Merger> list(boolean waiting, long from, int size) {
        return store.list(waiting, from, size);
    }

    @Transactional(readOnly = true)
    long count(boolean waiting) {
        return store.count(waiting);
    }

    @Transactional
    Outcome proposeMerging(Registered one, long into, String reason, Visitor by) {
        Optional<Text> hindrance = register.hindrance(one.kind(), one.id(), into);
        return hindrance.<Outcome>map(Refused::new).orElseGet(() -> propose(What.MERGE, one, into, reason, by));
    }

    @Transactional
    Outcome proposeSplitting(Registered one, String reason, Visitor by) {
        return one.mergedInto()
                .map(into -> propose(What.SPLIT, one, into, reason, by))
                .orElse(new Changed());
    }

    private Outcome propose(What what, Registered one, long into, String reason, Visitor by) {
        if (unusable(reason)) {
            return noReason();
        }
        String other = register.find(one.kind(), into).map(Registered::label).orElse("");
        String subject = one.label() + " → " + other;
        return store.propose(
                        what,
                        one.kind(),
                        one.id(),
                        into,
                        subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject,
                        reason.strip(),
                        by,
                        clock.instant())
                .<Outcome>map(id -> {
                    record(PROPOSED, store.find(id).orElseThrow(), reason, 0);
                    return new Done(id, 0);
                })
                .orElse(new Refused(Text.of(
                        "これについての提案が、すでに同意を待っています。",
                        "Something is proposed about it already and waits for agreement.")));
    }

    /// By somebody else: from now on it is so.
    @Transactional
    Outcome agree(long id, Seen seen, String answer, Visitor by) {
        Merger merger = store.find(id).orElseThrow();
        if (merger.by().equals(by.id())) {
            return new Own();
        }
        if (answer.length() > LONGEST) {
            return noReason();
        }
        Optional<Registered> into = register.find(merger.kind(), merger.into());
        if (into.isEmpty()
                || into.get().version() != seen.into()
                || !store.decide(id, State.AGREED, answer.strip(), by, clock.instant())) {
            return new Changed();
        }
        ProductRegister.Result result = switch (merger.what()) {
            case MERGE -> register.merge(merger.kind(), merger.one(), seen.one(), merger.into());
            case SPLIT -> register.split(merger.kind(), merger.one(), seen.one());
        };
        return switch (result) {
            case ProductRegister.Done(long entries) -> {
                record(merger.what() == What.MERGE ? MERGED : SPLIT, merger, answer, entries);
                yield new Done(id, entries);
            }
            case ProductRegister.Changed _ -> back(new Changed());
            case ProductRegister.Refused(Text why) -> back(new Refused(why));
        };
    }

    private static Outcome back(Outcome outcome) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcome;
    }

    /// By somebody else, who says why.
    @Transactional
    Outcome decline(long id, String answer, Visitor by) {
        Merger merger = store.find(id).orElseThrow();
        if (merger.by().equals(by.id())) {
            return new Own();
        }
        return unusable(answer) ? noReason() : decided(merger, State.DECLINED, DECLINED, answer, by);
    }

    /// By whoever proposed it.
    @Transactional
    Outcome takeBack(long id, Visitor by) {
        Merger merger = store.find(id).orElseThrow();
        return merger.by().equals(by.id()) ? decided(merger, State.TAKEN_BACK, TAKEN_BACK, "", by) : new Own();
    }

    private Outcome decided(Merger merger, State state, Action action, String answer, Visitor by) {
        if (!store.decide(merger.id(), state, answer.strip(), by, clock.instant())) {
            return new Changed();
        }
        record(action, merger, answer, 0);
        return new Done(merger.id(), 0);
    }

    private void record(Action action, Merger merger, String reason, long entries) {
        String type = merger.kind() == Kind.VENDOR ? "vendor" : "product";
        trail.record(Deed.did(action, Thing.of(type, String.valueOf(merger.one()), merger.subject()))
                .because(reason)
                .with("merger", merger.id())
                .with("what", merger.what().name())
                .with("into", String.valueOf(merger.into()))
                .with("entries", entries));
    }

    private static boolean unusable(String reason) {
        return reason.isBlank() || reason.length() > LONGEST;
    }

    private static Outcome noReason() {
        return new Refused(
                Text.of("理由を" + LONGEST + "字以内で書いてください。", "Give the reason in at most " + LONGEST + " characters."));
    }
}
