package tsukasa.cycle.draft;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Issues;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.State;
import tsukasa.cycle.PlanDraft.Wording;
import tsukasa.cycle.PlanDrafts;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.PlanVersion;
import tsukasa.plan.PlanVersions;

/// The rules of drafting. Writing in a draft and handing it over are kept apart by a lock on the draft.
@Service
class DraftDesk implements PlanDrafts {
    private final DraftStore store;
    private final DraftActions actions;
    private final PlanShelf shelf;
    private final PlanVersions versions;
    private final Issues issues;
    private final Adopting adopting;
    private final Clock clock;

    DraftDesk(
            DraftStore store,
            DraftActions actions,
            PlanShelf shelf,
            PlanVersions versions,
            Issues issues,
            Adopting adopting,
            Clock clock) {
        this.store = store;
        this.actions = actions;
        this.shelf = shelf;
        this.versions = versions;
        this.issues = issues;
        this.adopting = adopting;
        this.clock = clock;
    }

    @Override
    public List<PlanDraft> all() {
        return store.heads().stream().map(head -> whole(head, false)).toList();
    }

    @Override
    public Optional<PlanDraft> find(long id) {
        return store.head(id).map(head -> whole(head, true));
    }

    private PlanDraft whole(DraftStore.Head head, boolean contents) {
        List<DraftStore.Described> events = store.events(head.id());
        DraftStore.Described last = events.getLast();
        return new PlanDraft(
                head.id(),
                head.kind(),
                head.base(),
                head.baseVersion(),
                head.plan(),
                head.year(),
                last.title(),
                last.reason(),
                last.event().became(),
                store.clauses(head.id()),
                contents ? store.targets(head.id()) : List.of(),
                contents ? store.figures(head.id()) : List.of(),
                events.stream().map(DraftStore.Described::event).toList());
    }

    boolean isCurrent(PlanDraft draft) {
        return versions.newest(draft.base())
                .map(version -> version.number() == draft.baseVersion())
                .orElse(false);
    }

    /// The base as it was when the draft began, also after it was amended.
    Plan base(PlanDraft draft) {
        boolean still = isCurrent(draft);
        Optional<Plan> current = shelf.plan(draft.base());
        return still && current.isPresent()
                ? current.get()
                : versions.plan(draft.base(), draft.baseVersion()).orElseThrow();
    }

    @Override
    public Drafted drafted(PlanDraft draft) {
        return Drafting.of(base(draft), draft);
    }

    @Override
    public List<Answering> answering(long issue) {
        return store.heads().stream()
                .map(head -> whole(head, false))
                .filter(draft -> draft.state().open() || draft.state() == State.SUBMITTED)
                .flatMap(draft -> draft.clauses().stream()
                        .filter(clause -> clause.wording().issues().contains(issue))
                        .map(clause -> new Answering(
                                draft.id(),
                                draft.title(),
                                clause.id(),
                                clause.wording().title())))
                .toList();
    }

    @Override
    @Transactional
    public CycleOutcome begin(Plan base, PlanDraft.Kind kind, String reason, Visitor by) {
        FiscalYear year = kind == PlanDraft.Kind.AMENDMENT
                ? base.year()
                : new FiscalYear(base.year().year() + 1);
        String plan = kind == PlanDraft.Kind.AMENDMENT ? base.id() : year.slug();
        if (kind == PlanDraft.Kind.NEXT_YEAR && shelf.plan(plan).isPresent()) {
            return CycleOutcome.conflict(
                    "その年度の計画はもうあります。変えるには、変更案をつくってください。",
                    "There is a plan of that year already. Draft an amendment of it.");
        }
        if (reason.length() > DraftRules.LONGEST_REASON || reason.isBlank() && kind == PlanDraft.Kind.AMENDMENT) {
            return CycleOutcome.wrong(
                    "reason", "変更の理由を2,000字以内で書いてください。", "Give the reason, at most 2,000 characters.");
        }
        int version = versions.newest(base.id()).map(PlanVersion::number).orElseThrow();
        Plan now = shelf.plan(base.id()).orElseThrow();
        Optional<Long> id = store.begin(kind, base.id(), version, plan, year);
        if (id.isEmpty()) {
            return CycleOutcome.conflict(
                    "この計画の案は、もうつくられています。その案に書き加えてください。", "A draft of this plan is being written. Write in that one.");
        }
        Text title = kind == PlanDraft.Kind.AMENDMENT ? now.title() : DraftTitles.next(now, year);
        store.event(id.get(), 0, State.DRAFTING, title, reason, "", by, clock.instant());
        Clauses.takeOver(store, id.get(), now, kind, by, clock.instant());
        actions.became(State.DRAFTING, id.get(), plan, reason, by);
        return new Done(id.get());
    }

    @Override
    @Transactional
    public CycleOutcome write(long draft, long clause, Wording wording, int read, Visitor by) {
        return whileOpen(draft, () -> {
            PlanDraft found = find(draft).orElseThrow();
            Optional<Clause> before = found.clause(clause);
            Plan base = base(found);
            Wording settled = DraftRules.settled(base, before, wording);
            List<Fault> faults = DraftRules.ofWording(base, before, settled, issues);
            if (!faults.isEmpty()) {
                return CycleOutcome.wrong(faults);
            }
            if (!store.write(draft, clause, read, settled, by, clock.instant())) {
                return overtaken(found.clause(clause).map(Clause::byName).orElse(""));
            }
            actions.wrote(draft, "clause " + clause, settled.fate().name(), by);
            return new Done(clause);
        });
    }

    @Override
    @Transactional
    public CycleOutcome add(long draft, long clause, boolean below, PlanItem.Level level, Wording wording, Visitor by) {
        return whileOpen(draft, () -> {
            PlanDraft found = find(draft).orElseThrow();
            Clause beside = found.clause(clause).orElseThrow();
            boolean stands = drafted(found).placed().stream().anyMatch(placed -> placed.clause() == clause);
            if (!stands) {
                return CycleOutcome.wrong("where", "廃止する項目の所には加えられません。", "Nothing is added where a clause is dropped.");
            }
            List<Fault> faults = DraftRules.ofWording(base(found), Optional.empty(), wording, issues);
            if (!faults.isEmpty()) {
                return CycleOutcome.wrong(faults);
            }
            Optional<Long> parent = below ? Optional.of(clause) : beside.parent();
            long after = below
                    ? found.clauses().stream()
                            .filter(each ->
                                    each.parent().filter(id -> id == clause).isPresent())
                            .map(Clause::id)
                            .reduce(clause, (first, next) -> next)
                    : Clauses.lastPart(found, beside);
            long id = store.add(
                    draft,
                    Optional.empty(),
                    parent,
                    store.positionAfter(draft, after),
                    level,
                    wording,
                    by,
                    clock.instant());
            actions.wrote(draft, "clause " + id, Fate.ADDED.name(), by);
            return new Done(id);
        });
    }

    @Override
    @Transactional
    public int keepUndecided(long draft, List<Long> clauses, Visitor by) {
        if (!store.lock(draft).map(State::open).orElse(false)) {
            return 0;
        }
        int kept = 0;
        for (Clause clause : store.clauses(draft)) {
            Wording now = clause.wording();
            if (now.fate() == Fate.UNDECIDED && clauses.contains(clause.id())) {
                Wording same = new Wording(
                        Fate.KEPT, now.title(), now.department(), now.outcome(), now.reason(), now.issues());
                kept += store.write(draft, clause.id(), clause.revision(), same, by, clock.instant()) ? 1 : 0;
            }
        }
        actions.wrote(draft, "undecided clauses", kept + " kept", by);
        return kept;
    }

    @Override
    @Transactional
    public CycleOutcome target(long draft, String threshold, Fraction target, String reason, int read, Visitor by) {
        return whileOpen(draft, () -> {
            PlanDraft found = find(draft).orElseThrow();
            List<Fault> faults = DraftRules.ofTarget(base(found).threshold(threshold), target, reason);
            if (!faults.isEmpty()) {
                return CycleOutcome.wrong(faults);
            }
            var written = new PlanDraft.Target(threshold, read + 1, target, reason, by.displayName());
            if (!store.target(draft, written, by, clock.instant())) {
                return overtaken(found.targets().stream()
                        .filter(each -> each.threshold().equals(threshold))
                        .map(PlanDraft.Target::byName)
                        .findFirst()
                        .orElse(""));
            }
            actions.wrote(draft, "target " + threshold, target.toString(), by);
            return new Done(draft);
        });
    }

    @Override
    @Transactional
    public CycleOutcome figures(long draft, String table, boolean taken, List<String> cells, int read, Visitor by) {
        return whileOpen(draft, () -> {
            PlanDraft found = find(draft).orElseThrow();
            Optional<MoneyTable> known = base(found).table(table);
            List<Fault> faults = DraftRules.ofFigures(known, taken, cells);
            if (!faults.isEmpty()) {
                return CycleOutcome.wrong(faults);
            }
            var written = new PlanDraft.Figures(table, read + 1, taken, taken ? cells : List.of(), by.displayName());
            if (!store.figures(draft, written, by, clock.instant())) {
                return overtaken(found.tables().stream()
                        .filter(each -> each.table().equals(table))
                        .map(PlanDraft.Figures::byName)
                        .findFirst()
                        .orElse(""));
            }
            actions.wrote(draft, "table " + table, taken ? "taken" : "left out", by);
            return new Done(draft);
        });
    }

    @Override
    @Transactional
    public CycleOutcome describe(long draft, Text title, String reason, int read, Visitor by) {
        return whileOpen(draft, () -> {
            List<Fault> faults = new ArrayList<>();
            DraftRules.limit(faults, "titleJa", title.ja(), DraftRules.LONGEST_TITLE);
            DraftRules.limit(faults, "titleEn", title.en(), DraftRules.LONGEST_TITLE);
            DraftRules.limit(faults, "reason", reason, DraftRules.LONGEST_REASON);
            if (!faults.isEmpty()) {
                return CycleOutcome.wrong(faults);
            }
            PlanDraft found = find(draft).orElseThrow();
            return next(found, read, State.DRAFTING, title, reason, "", by);
        });
    }

    @Override
    @Transactional
    public CycleOutcome submit(long draft, int read, Visitor by) {
        return whileOpen(draft, () -> {
            PlanDraft found = find(draft).orElseThrow();
            Plan base = base(found);
            Drafted drafted = Drafting.of(base, found);
            List<Fault> faults = new ArrayList<>(DraftRules.ofSubmission(found, base, drafted));
            if (faults.isEmpty()) {
                faults.addAll(adopting.unfit(drafted));
            }
            if (!faults.isEmpty()) {
                return CycleOutcome.wrong(faults);
            }
            return next(found, read, State.SUBMITTED, found.title(), found.reason(), "", by);
        });
    }

    @Override
    @Transactional
    public CycleOutcome giveBack(long draft, int read, String why, Visitor by) {
        store.lock(draft);
        PlanDraft found = find(draft).orElseThrow();
        if (found.state() != State.SUBMITTED) {
            return notNow(found.state());
        }
        return why.isBlank() || why.length() > DraftRules.LONGEST_REASON
                ? CycleOutcome.wrong("why", "差し戻す理由を書いてください。", "Say why it is returned.")
                : next(found, read, State.RETURNED, found.title(), found.reason(), why, by);
    }

    @Override
    @Transactional
    public CycleOutcome abandon(long draft, int read, String why, Visitor by) {
        return whileOpen(draft, () -> {
            PlanDraft found = find(draft).orElseThrow();
            return why.isBlank() || why.length() > DraftRules.LONGEST_REASON
                    ? CycleOutcome.wrong("why", "取りやめる理由を書いてください。", "Say why it is abandoned.")
                    : next(found, read, State.ABANDONED, found.title(), found.reason(), why, by);
        });
    }

    boolean wrote(long draft, Visitor visitor) {
        return store.writers(draft).include(visitor.id());
    }

    List<Clause> history(long clause) {
        return store.versions(clause);
    }

    /// Not in a transaction of its own: the versions of plans open it, and the claim runs in it.
    @Override
    public CycleOutcome adopt(long draft, int read, Visitor by) {
        PlanDraft found = find(draft).orElseThrow();
        return adopting.adopt(found, drafted(found), read, by);
    }

    private CycleOutcome whileOpen(long draft, Supplier<CycleOutcome> deed) {
        Optional<State> state = store.lock(draft);
        return state.isPresent() && state.get().open() ? deed.get() : notNow(state.orElse(State.ABANDONED));
    }

    private static CycleOutcome notNow(State state) {
        return CycleOutcome.conflict(
                "この案は「" + state.title().ja() + "」です。今の状態を確かめてください。",
                "This draft is “" + state.title().en() + "” now. Look at it as it is.");
    }

    private CycleOutcome next(PlanDraft draft, int read, State to, Text title, String reason, String why, Visitor by) {
        if (!store.event(draft.id(), read, to, title, reason, why, by, clock.instant())) {
            return overtaken(draft.events().getLast().byName());
        }
        actions.became(to, draft.id(), draft.plan(), why, by);
        return new Done(draft.id());
    }

    private static CycleOutcome overtaken(String who) {
        return CycleOutcome.conflict(
                "開いている間に、" + who + "さんが先に書きました。今の内容を確かめてから、もう一度書いてください。",
                who + " wrote first. Look at it as it is now, then write again.");
    }
}
