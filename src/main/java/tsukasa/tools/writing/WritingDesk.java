package tsukasa.tools.writing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.files.FileId;
import tsukasa.files.FileKeeper;
import tsukasa.files.KeptFile;
import tsukasa.files.RemoveOutcome;
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftEvent.Became;
import tsukasa.kernel.foureyes.DraftOutcome;
import tsukasa.kernel.foureyes.DraftOutcome.Changed;
import tsukasa.kernel.foureyes.DraftOutcome.Done;
import tsukasa.kernel.foureyes.DraftOutcome.Wrong;
import tsukasa.kernel.foureyes.DraftState;
import tsukasa.kernel.foureyes.FourEyes;
import tsukasa.kernel.page.Fault;
import tsukasa.tools.Release;
import tsukasa.tools.Tool;
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolDraft.Kind;
import tsukasa.tools.ToolName;
import tsukasa.tools.ToolWords;
import tsukasa.tools.ToolWriting;
import tsukasa.tools.Tools;

/// The rules of writing and publishing.
@Component
@Transactional
class WritingDesk implements ToolWriting {
    private static final Action BEGUN = Action.of("tool.begun", "対策ツールの案を作成", "Draft for the tools begun");
    private static final Action WRITTEN = Action.of("tool.written", "対策ツールの案を変更", "Draft for the tools changed");
    private static final Action SUBMITTED = Action.of("tool.submitted", "対策ツールの承認を依頼", "Draft for the tools submitted");
    private static final Action RETURNED = Action.of("tool.returned", "対策ツールの案を差戻し", "Draft for the tools returned");
    private static final Action PUBLISHED = Action.of("tool.published", "対策ツールを公表", "Change of the tools published");
    private static final Action DISCARDED = Action.of("tool.discarded", "対策ツールの案を破棄", "Draft for the tools discarded");
    private final FourEyes<ToolDraft, Visitor> steps = new FourEyes<>(new Drafts());
    private final DraftStore store;
    private final PublicationStore published;
    private final Publisher publisher;
    private final WordsReading reading;
    private final Attachments attachments;
    private final FileKeeper files;
    private final Tools tools;
    private final AuditTrail trail;
    private final Clock clock;

    WritingDesk(
            DraftStore store,
            PublicationStore published,
            Publisher publisher,
            WordsReading reading,
            Attachments attachments,
            FileKeeper files,
            Tools tools,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.published = published;
        this.publisher = publisher;
        this.reading = reading;
        this.attachments = attachments;
        this.files = files;
        this.tools = tools;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions toolActions() {
        return KnownActions.of(BEGUN, WRITTEN, SUBMITTED, RETURNED, PUBLISHED, DISCARDED);
    }

    @Override
    public List<ToolDraft> open() {
        return store.open();
    }

    @Override
    public Optional<ToolDraft> find(long id) {
        return store.find(id);
    }

    @Override
    public List<KeptFile> files(ToolDraft draft) {
        return attachments.of(draft);
    }

    @Override
    public DraftOutcome<ToolDraft> begin(ToolWords words, Visitor by) {
        List<Fault> faults = WordsReading.tooLong(Kind.TOOL, words);
        return faults.isEmpty() ? begun(Kind.TOOL, Optional.empty(), "", words, by) : new Wrong<>(faults);
    }

    /// What is withdrawn stays as it is.
    @Override
    public DraftOutcome<ToolDraft> begin(Kind kind, ToolName name, String version, Visitor by) {
        Optional<Tool> tool = kind == Kind.TOOL ? Optional.empty() : tools.find(name);
        Optional<Release> release = tool.flatMap(one -> one.release(version)).filter(Release::offered);
        if (tool.isEmpty() || kind.ofRelease() && release.isEmpty()) {
            return new Changed<>();
        }
        ToolWords words = switch (kind) {
            case TOOL, RELEASE, WITHDRAWAL -> ToolWords.NONE;
            case REVISION -> AsTyped.of(tool.get().content());
            case CORRECTION -> AsTyped.of(release.orElseThrow());
        };
        return begun(kind, Optional.of(name), version, words, by);
    }

    private DraftOutcome<ToolDraft> begun(
            Kind kind, Optional<ToolName> tool, String version, ToolWords words, Visitor by) {
        return store.begin(kind, tool, version, words, by, clock.instant())
                .map(id -> begun(id, by))
                .orElse(new Changed<>());
    }

    @Override
    public DraftOutcome<ToolDraft> write(long id, int seen, ToolWords words, Visitor by) {
        Optional<ToolDraft> draft = steps.at(id, seen, DraftState.DRAFT);
        List<Fault> faults =
                draft.map(d -> WordsReading.tooLong(d.kind(), words)).orElse(List.of());
        if (!faults.isEmpty()) {
            return new Wrong<>(faults);
        }
        return draft.isPresent() && store.write(id, seen, words, by, clock.instant())
                ? steps.told(id, Became.WRITTEN, "", by)
                : new Changed<>();
    }

    @Override
    public DraftOutcome<ToolDraft> attach(long id, int seen, String name, InputStreamSource content, Visitor by) {
        Optional<ToolDraft> draft = steps.at(id, seen, DraftState.DRAFT).filter(d -> d.kind() == Kind.RELEASE);
        if (draft.isEmpty()) {
            return new Changed<>();
        }
        Optional<Fault> refused = attachments.add(draft.get(), name, content, by);
        if (refused.isPresent()) {
            return new Wrong<>(List.of(refused.get()));
        }
        if (!store.write(id, seen, draft.get().words(), by, clock.instant())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Changed<>();
        }
        return steps.told(id, Became.WRITTEN, "+ " + name, by);
    }

    @Override
    public DraftOutcome<ToolDraft> detach(long id, int seen, FileId file, Visitor by) {
        Optional<KeptFile> kept = steps.at(id, seen, DraftState.DRAFT)
                .flatMap(draft -> attachments.of(draft).stream()
                        .filter(one -> one.id().equals(file))
                        .findFirst());
        if (kept.isEmpty()
                || !store.write(id, seen, store.find(id).orElseThrow().words(), by, clock.instant())
                || files.remove(file, "版の案から取り除いた", by) != RemoveOutcome.REMOVED) {
            return new Changed<>();
        }
        return steps.told(id, Became.WRITTEN, "- " + kept.get().name(), by);
    }

    @Override
    public DraftOutcome<ToolDraft> submit(long id, int seen, Visitor by) {
        return steps.submit(id, seen, by, this::faults);
    }

    private List<Fault> faults(ToolDraft draft) {
        List<Fault> faults = new java.util.ArrayList<>(reading.faults(draft));
        faults.addAll(attachments.faults(draft));
        if (draft.kind() == Kind.TOOL
                && ToolName.read(draft.words().of("name")).flatMap(tools::find).isPresent()) {
            faults.add(Publisher.taken());
        }
        if (draft.kind() == Kind.RELEASE
                && published.released(
                        draft.tool().orElseThrow(), draft.words().of("version").strip())) {
            faults.add(Publisher.out());
        }
        return faults;
    }

    @Override
    public DraftOutcome<ToolDraft> giveBack(long id, int seen, String reason, Visitor by) {
        return steps.giveBack(id, seen, reason, by);
    }

    @Override
    public DraftOutcome<ToolDraft> publish(long id, int seen, Visitor by) {
        return steps.approve(id, seen, by, draft -> published(draft, by));
    }

    private DraftOutcome<ToolDraft> published(ToolDraft draft, Visitor by) {
        List<Fault> late = attachments.faults(draft);
        if (!late.isEmpty()) {
            return new Wrong<>(late);
        }
        if (!store.move(draft, DraftState.PUBLISHED, clock.instant())) {
            return new Changed<>();
        }
        List<Fault> faults = publisher.publish(draft, by.id(), clock.instant());
        if (!faults.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Wrong<>(faults);
        }
        return steps.told(draft.id(), Became.PUBLISHED, "", by);
    }

    @Override
    public DraftOutcome<ToolDraft> discard(long id, int seen, Visitor by) {
        return steps.discard(
                id, seen, by, draft -> attachments.of(draft).forEach(file -> files.remove(file.id(), "版の案を破棄した", by)));
    }

    private DraftOutcome<ToolDraft> begun(long id, Visitor by) {
        tell(id, Became.WRITTEN, "", BEGUN, by);
        return new Done<>(store.find(id).orElseThrow());
    }

    private void tell(long id, Became became, String note, Action action, Visitor by) {
        store.event(id, by, became, note, clock.instant());
        trail.record(Deed.did(action, Thing.of("tool-draft", String.valueOf(id), ""))
                .by(Actor.of(by))
                .because(note));
    }

    private final class Drafts implements FourEyes.Keeping<ToolDraft, Visitor> {
        @Override
        public Optional<ToolDraft> find(long id) {
            return store.find(id);
        }

        @Override
        public boolean move(ToolDraft draft, DraftState to) {
            return store.move(draft, to, clock.instant());
        }

        @Override
        public void tell(long id, Became became, String note, Visitor by) {
            WritingDesk.this.tell(id, became, note, action(became), by);
        }

        private static Action action(Became became) {
            return switch (became) {
                case WRITTEN -> WRITTEN;
                case SUBMITTED -> SUBMITTED;
                case RETURNED -> RETURNED;
                case APPROVED, PUBLISHED -> PUBLISHED;
                case DISCARDED -> DISCARDED;
            };
        }
    }
}
