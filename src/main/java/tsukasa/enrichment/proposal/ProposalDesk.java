package tsukasa.enrichment.proposal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Enrichments;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposal.Item;
import tsukasa.enrichment.Proposal.Kind;
import tsukasa.enrichment.Proposal.State;
import tsukasa.enrichment.ProposalOutcome;
import tsukasa.enrichment.ProposalOutcome.Done;
import tsukasa.enrichment.Proposals;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Fault;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;

/// The way of a proposal: written, submitted, decided by somebody else. All rules of who may do what stand here.
@Service
class ProposalDesk implements Proposals {
    private static final Action SAVED = Action.of("enrichment.saved", "追記の下書きを保存", "Addition drafted");
    private static final Action SUBMITTED = Action.of("enrichment.submitted", "追記を申請", "Addition submitted");
    private static final Action TAKEN_BACK = Action.of("enrichment.taken-back", "追記の申請を取戻し", "Addition taken back");
    private static final Action RETURNED = Action.of("enrichment.returned", "追記を差戻し", "Addition returned");
    private static final Action APPROVED = Action.of("enrichment.approved", "追記を承認", "Addition approved");
    private static final Action DROPPED = Action.of("enrichment.dropped", "追記を取りやめ", "Addition dropped");
    private static final int LONGEST_REASON = 2_000;
    private final ProposalStore store;
    private final Applying applying;
    private final ClaimStore claims;
    private final Enrichments rules;
    private final Entries entries;
    private final AuditTrail trail;
    private final Clock clock;

    ProposalDesk(
            ProposalStore store,
            Applying applying,
            ClaimStore claims,
            Enrichments rules,
            Entries entries,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.applying = applying;
        this.claims = claims;
        this.rules = rules;
        this.entries = entries;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions enrichmentActions() {
        return KnownActions.of(SAVED, SUBMITTED, TAKEN_BACK, RETURNED, APPROVED, DROPPED);
    }

    @Override
    public Optional<Proposal> find(long id) {
        return store.find(id);
    }

    @Override
    public Optional<Proposal> open(long entry) {
        return store.open(List.of(entry)).stream().findFirst();
    }

    @Override
    public Map<Long, Proposal> open(Collection<Long> some) {
        Map<Long, Proposal> open = new HashMap<>();
        store.open(some).forEach(one -> one.entry().ifPresent(entry -> open.put(entry, one)));
        return open;
    }

    @Override
    public List<Proposal> of(long entry) {
        return store.of(entry);
    }

    @Override
    public Listed list(Set<State> states, long from, int size) {
        return new Listed(store.list(states, from, size), store.count(states));
    }

    @Override
    public long waiting() {
        return store.count(Set.of(State.SUBMITTED));
    }

    @Override
    public List<Item> items(long proposal, long from, int size) {
        return store.items(proposal, from, size);
    }

    @Override
    public long items(long proposal) {
        return store.items(proposal);
    }

    @Override
    public Enrichment now(long entry) {
        return applying.now(entry);
    }

    @Override
    @Transactional
    public ProposalOutcome save(long entry, int seen, Enrichment typed, Visitor by) {
        Enrichments.Checked checked = rules.check(typed);
        if (!checked.faults().isEmpty()) {
            return new ProposalOutcome.Wrong(checked.faults());
        }
        EntryHead head = head(entry);
        Enrichment now = applying.now(entry);
        Optional<Proposal> open = open(entry);
        if (open.map(Proposal::version).orElse(0) != seen) {
            return new ProposalOutcome.Changed();
        }
        if (open.isPresent()
                && (open.get().kind() != Kind.EDIT || !open.get().state().writable())) {
            return new ProposalOutcome.Changed();
        }
        Optional<Long> id = open.isEmpty()
                ? store.begin(Kind.EDIT, head.number().toString(), entry, "", null, clock.instant())
                : open.map(Proposal::id)
                        .filter(known -> store.turn(
                                known,
                                seen,
                                Set.of(State.DRAFT, State.RETURNED),
                                open.get().state(),
                                clock.instant()));
        if (id.isEmpty()) {
            return new ProposalOutcome.Changed();
        }
        Enrichment base = open.flatMap(
                        one -> store.items(one.id(), 0, 1).stream().findFirst())
                .map(Item::before)
                .orElse(now);
        Enrichment after = AnalystWords.asKept(checked.content().rebased(base, now));
        store.write(id.get(), List.of(ProposalStore.item(1, entry, head.number().toString(), now, after)));
        claims.take(entry, by, clock.instant());
        return written(id.get(), "SAVED", SAVED, by, "");
    }

    @Override
    @Transactional
    public ProposalOutcome proposeWithdrawal(long entry, String reason, Visitor by) {
        if (unusable(reason)) {
            return noReason();
        }
        Enrichment now = applying.now(entry);
        if (now.isEmpty()) {
            return new ProposalOutcome.Stale();
        }
        String number = head(entry).number().toString();
        Optional<Long> id = store.begin(Kind.WITHDRAWAL, number, entry, "", null, clock.instant());
        if (id.isEmpty()) {
            return new ProposalOutcome.Changed();
        }
        store.write(id.get(), List.of(ProposalStore.item(1, entry, number, now, Enrichment.NONE)));
        return begunAndSubmitted(id.get(), reason, by);
    }

    @Override
    @Transactional
    public ProposalOutcome proposeBulk(String subject, String change, List<Item> accepted, Visitor by) {
        if (accepted.isEmpty()) {
            return new ProposalOutcome.Wrong(
                    List.of(Fault.of("numbers", "変更できる脆弱性が一つもありません。", "There is no entry that would change.")));
        }
        long id = store.begin(Kind.BULK, subject, null, change, null, clock.instant())
                .orElseThrow();
        store.write(
                id,
                accepted.stream()
                        .map(item -> ProposalStore.item(
                                item.place(),
                                item.entry(),
                                item.number(),
                                item.before(),
                                AnalystWords.asKept(item.after())))
                        .toList());
        return begunAndSubmitted(id, "", by);
    }

    @Override
    @Transactional
    public ProposalOutcome proposeUndo(long approved, String reason, Visitor by) {
        if (unusable(reason)) {
            return noReason();
        }
        Optional<Proposal> done =
                store.find(approved).filter(one -> one.kind() == Kind.BULK && one.state() == State.APPROVED);
        if (done.isEmpty()) {
            return new ProposalOutcome.Changed();
        }
        Optional<Long> id = store.begin(Kind.UNDO, done.get().subject(), null, "", approved, clock.instant());
        if (id.isEmpty()) {
            return new ProposalOutcome.Changed();
        }
        store.write(id.get(), applying.undoing(approved));
        return begunAndSubmitted(id.get(), reason, by);
    }

    private ProposalOutcome begunAndSubmitted(long id, String reason, Visitor by) {
        store.hand(id, by);
        store.turn(id, 1, Set.of(State.DRAFT), State.SUBMITTED, clock.instant());
        return written(id, State.SUBMITTED.name(), SUBMITTED, by, reason);
    }

    @Override
    @Transactional
    public ProposalOutcome submit(long id, int seen, String note, Visitor by) {
        if (note.length() > LONGEST_REASON) {
            return noReason();
        }
        boolean changes =
                store.items(id, 0, 1).stream().anyMatch(item -> !item.after().equals(applying.now(item.entry())));
        if (!changes) {
            return new ProposalOutcome.Wrong(
                    List.of(Fault.of("", "今の内容と違うところがありません。", "It says nothing else than what is said already.")));
        }
        return turned(id, seen, Set.of(State.DRAFT, State.RETURNED), State.SUBMITTED, SUBMITTED, by, note);
    }

    @Override
    @Transactional
    public ProposalOutcome takeBack(long id, int seen, Visitor by) {
        return byAuthor(id, by)
                ? turned(id, seen, Set.of(State.SUBMITTED), State.DRAFT, TAKEN_BACK, by, "")
                : new ProposalOutcome.OwnWork();
    }

    @Override
    @Transactional
    public ProposalOutcome drop(long id, int seen, Visitor by) {
        return byAuthor(id, by)
                ? turned(id, seen, Set.of(State.DRAFT, State.RETURNED, State.SUBMITTED), State.DROPPED, DROPPED, by, "")
                : new ProposalOutcome.OwnWork();
    }

    @Override
    @Transactional
    public ProposalOutcome giveBack(long id, int seen, String reason, Visitor by) {
        if (!byAnother(id, by)) {
            return new ProposalOutcome.OwnWork();
        }
        return unusable(reason)
                ? noReason()
                : turned(id, seen, Set.of(State.SUBMITTED), State.RETURNED, RETURNED, by, reason);
    }

    @Override
    @Transactional
    public ProposalOutcome approve(long id, int seen, Visitor by) {
        if (!byAnother(id, by)) {
            return new ProposalOutcome.OwnWork();
        }
        Optional<Proposal> seenOne = store.find(id).filter(one -> one.state() == State.SUBMITTED);
        if (seenOne.isEmpty() || !store.turn(id, seen, Set.of(State.SUBMITTED), State.APPROVED, clock.instant())) {
            return new ProposalOutcome.Changed();
        }
        return switch (applying.apply(seenOne.get())) {
            case Applying.Applied(int refused) -> {
                store.remember(id, State.APPROVED.name(), by, "", clock.instant());
                record(APPROVED, seenOne.get(), "");
                yield new Done(id, refused);
            }
            case Applying.Moved _ -> {
                org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus()
                        .setRollbackOnly();
                yield new ProposalOutcome.Stale();
            }
        };
    }

    private ProposalOutcome turned(
            long id, int seen, Set<State> from, State to, Action action, Visitor by, String reason) {
        return store.turn(id, seen, from, to, clock.instant())
                ? written(id, to.name(), action, by, reason)
                : new ProposalOutcome.Changed();
    }

    /// Who submits answers for it as well as who wrote it.
    private ProposalOutcome written(long id, String became, Action action, Visitor by, String reason) {
        if (action == SAVED || action == SUBMITTED) {
            store.hand(id, by);
        }
        Instant now = clock.instant();
        store.remember(id, became, by, reason.strip(), now);
        record(action, store.find(id).orElseThrow(), reason);
        return new Done(id, 0);
    }

    private void record(Action action, Proposal proposal, String reason) {
        trail.record(Deed.did(action, Thing.of("enrichment", String.valueOf(proposal.id()), proposal.subject()))
                .because(reason)
                .with("kind", proposal.kind().name()));
    }

    /// Four eyes, in this one place.
    private boolean byAnother(long id, Visitor by) {
        return store.find(id).filter(one -> !one.wroteIn(by.id())).isPresent();
    }

    private boolean byAuthor(long id, Visitor by) {
        return store.find(id).filter(one -> one.wroteIn(by.id())).isPresent();
    }

    private EntryHead head(long entry) {
        return entries.heads(List.of(entry)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no entry " + entry));
    }

    private static boolean unusable(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON;
    }

    private static ProposalOutcome noReason() {
        return new ProposalOutcome.Wrong(List.of(Fault.of(
                "reason",
                "理由を" + LONGEST_REASON + "字以内で書いてください。",
                "Give the reason in at most " + LONGEST_REASON + " characters.")));
    }
}
