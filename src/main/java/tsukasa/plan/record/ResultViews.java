package tsukasa.plan.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileType;
import tsukasa.files.KeptFile;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.RecordOutcome.Refused;
import tsukasa.plan.Threshold;
import tsukasa.plan.record.EvidenceStore.Evidence;
import tsukasa.plan.record.Proofs.Proof;
import tsukasa.plan.record.RecordStore.Narrowing;

/// Prepares the pages of entered results.
@Component
class ResultViews {
    private static final int SIZE = 50;
    private final PlanShelf shelf;
    private final RecordStore records;
    private final EvidenceStore evidence;
    private final Proofs proofs;
    private final FileKeeper files;

    ResultViews(PlanShelf shelf, RecordStore records, EvidenceStore evidence, Proofs proofs, FileKeeper files) {
        this.shelf = shelf;
        this.records = records;
        this.evidence = evidence;
        this.proofs = proofs;
        this.files = files;
    }

    @Transactional(readOnly = true)
    ResultsPage list(Frame frame, Visitor visitor, Narrowing narrowing, int page) {
        Paging paging = new Paging(page, SIZE, records.count(narrowing));
        List<ResultsPage.Line> lines = records.page(narrowing, paging.offset(), SIZE).stream()
                .map(record -> new ResultsPage.Line(
                        record.id(),
                        record.threshold(),
                        record.subject(),
                        record.occurredOn().toString(),
                        amount(frame, record),
                        record.proofs(),
                        record.enteredByName(),
                        frame.writing().minute(record.recordedAt()),
                        status(record.state()),
                        frame.say(word(record.state())),
                        approvable(record, visitor)))
                .toList();
        return new ResultsPage(
                frame,
                filters(frame, narrowing),
                paging,
                lines,
                records.count(new Narrowing(Optional.empty(), Optional.of(StoredRecord.State.ENTERED))),
                lines.stream().anyMatch(ResultsPage.Line::approvable));
    }

    private static boolean approvable(StoredRecord record, Visitor visitor) {
        return visitor.mayFor(Permission.APPROVE_RESULTS, record.department())
                && record.state() == StoredRecord.State.ENTERED
                && record.proofs() > 0
                && !record.enteredBy().equals(visitor.id());
    }

    private List<Field> filters(Frame frame, Narrowing narrowing) {
        List<Option> states = new ArrayList<>(List.of(Option.of("", frame.say("すべて", "All"))));
        for (StoredRecord.State state : StoredRecord.State.values()) {
            states.add(Option.of(state.name(), frame.say(word(state))));
        }
        List<Option> thresholds = new ArrayList<>(List.of(Option.of("", frame.say("すべて", "All"))));
        thresholds.addAll(thresholds(frame));
        return List.of(
                Field.select("threshold", frame.say("目標", "Target"), thresholds)
                        .value(narrowing.threshold().orElse(null)),
                Field.select("state", frame.say("状態", "State"), states)
                        .value(narrowing.state().map(Enum::name).orElse(null)));
    }

    private List<Option> thresholds(Frame frame) {
        return shelf.plans().stream()
                .flatMap(plan -> RecordRules.enterable(plan).stream())
                .distinct()
                .map(threshold -> Option.of(threshold.id(), threshold.id() + "　" + frame.say(threshold.title())))
                .distinct()
                .toList();
    }

    static Status status(StoredRecord.State state) {
        return switch (state) {
            case ENTERED -> Status.RECEIVED;
            case APPROVED -> Status.ACCEPTED;
            case WITHDRAWN -> Status.WITHDRAWN;
        };
    }

    static Text word(StoredRecord.State state) {
        return switch (state) {
            case ENTERED -> Text.of("承認待ち", "Waiting for approval");
            case APPROVED -> Text.of("承認済み", "Approved");
            case WITHDRAWN -> Text.of("取下げ", "Withdrawn");
        };
    }

    private static String amount(Frame frame, StoredRecord record) {
        String part = frame.writing().number(record.amount());
        return record.denominator()
                .map(all -> part + " / " + frame.writing().number(all))
                .orElse(part);
    }

    ResultFormPage form(Frame frame, Visitor visitor, ResultInput input, Errors errors, String key) {
        List<Option> departments = shelf.plans().stream()
                .limit(1)
                .flatMap(plan -> plan.departments().stream())
                .filter(d -> visitor.mayFor(Permission.RECORD_RESULTS, d.id()))
                .map(d -> Option.of(d.id(), frame.say(d.title())))
                .toList();
        List<Field> fields = fields(frame, input, departments);
        return new ResultFormPage(
                frame, fields.stream().map(field -> field.errors(errors)).toList(), errors, key);
    }

    private List<Field> fields(Frame frame, ResultInput input, List<Option> departments) {
        return List.of(
                Field.select("threshold", frame.say("目標", "Target"), thresholds(frame))
                        .required()
                        .width(Field.Width.FULL)
                        .value(input.threshold()),
                Field.text("subject", frame.say("対象", "Subject"))
                        .required()
                        .hint(
                                frame.say(
                                        "企業や団体の名前、または番号。公開されるので、個人の名前は書かないでください。",
                                        "A company, an organisation or a number. It is public: never write a private person's name."))
                        .maxLength(200)
                        .value(input.subject()),
                Field.date("occurredOn", frame.say("日付", "Date")).required().value(input.occurredOn()),
                Field.text("dimension", frame.say("区分", "Category"))
                        .optional()
                        .maxLength(100)
                        .value(input.dimension()),
                Field.number("amount", frame.say("数", "Figure")).required().value(input.amount()),
                Field.number("denominator", frame.say("全体の数", "Out of"))
                        .optional()
                        .hint(frame.say("割合の目標だけ。有効な回答の数です。", "Only for a share: the number of valid answers."))
                        .value(input.denominator()),
                Field.select("department", frame.say("部署", "Department"), departments)
                        .required()
                        .value(input.department()),
                Field.longText("note", frame.say("メモ", "Note"))
                        .optional()
                        .maxLength(2000)
                        .value(input.note()),
                Field.file("evidence", frame.say("証拠のファイル", "Evidence file"))
                        .optional()
                        .hint(frame.say(
                                FileType.allowed().ja() + "。20 MBまで。あとからでも加えられます。",
                                FileType.allowed().en() + "; up to 20 MB. It can be added later."))
                        .accept(FileType.accepted()));
    }

    ResultPage detail(Frame frame, Visitor visitor, StoredRecord record, Errors errors) {
        boolean own = ResultsDesk.concerns(record, visitor);
        boolean open = own && record.state() != StoredRecord.State.WITHDRAWN;
        List<Proof> all = proofs.of(List.of(record.id()));
        boolean opens = all.stream().anyMatch(Proof::opens);
        return new ResultPage(
                frame,
                record.id(),
                record.subject(),
                status(record.state()),
                frame.say(word(record.state())),
                facts(frame, record, own),
                all.stream().map(proof -> shown(frame, proof, visitor)).toList(),
                opens && approvable(record, visitor),
                open,
                open,
                hindrance(frame, record, opens, visitor),
                errors);
    }

    private ResultPage.File shown(Frame frame, Proof proof, Visitor visitor) {
        Evidence of = proof.evidence();
        Optional<KeptFile> file = proof.file();
        return new ResultPage.File(
                of.name(),
                kind(frame, of),
                Writing.size(of.size()),
                of.sha256(),
                of.addedBy(),
                frame.writing().minute(of.addedAt()),
                file.filter(one -> files.mayOpen(one, Optional.of(visitor)))
                        .map(KeptFile::address)
                        .orElse(null),
                file.map(one -> one.state().status()).orElse(Status.TO_BE_CHECKED),
                file.map(one -> frame.say(one.state().title())).orElse(frame.say("移動中", "Being moved")),
                file.flatMap(one -> one.state().shut()).map(frame::say).orElse(null));
    }

    private static String kind(Frame frame, Evidence of) {
        return FileType.ofMediaType(of.mediaType())
                .map(type -> frame.say(type.title()))
                .orElse(of.mediaType());
    }

    private static @org.jspecify.annotations.Nullable String hindrance(
            Frame frame, StoredRecord record, boolean opens, Visitor visitor) {
        if (record.state() != StoredRecord.State.ENTERED || opens && approvable(record, visitor)) {
            return null;
        }
        if (record.proofs() == 0) {
            return frame.say("証拠がないため、まだ承認できません。", "It cannot be approved before it has evidence.");
        }
        if (!opens) {
            return frame.say(
                    "開ける証拠がないため、まだ承認できません。検査が済むのを待つか、別のファイルを加えてください。",
                    "It cannot be approved while no evidence opens. Wait until it was scanned, or add another file.");
        }
        return record.enteredBy().equals(visitor.id())
                ? frame.say("自分で記録したものは、ほかの人が承認します。", "Somebody else approves what you entered.")
                : frame.say("承認は計画担当が行います。", "Planners approve it.");
    }

    private List<Fact> facts(Frame frame, StoredRecord record, boolean staff) {
        List<Fact> facts = new ArrayList<>();
        Optional<Plan> plan = shelf.plans().stream()
                .filter(p -> p.year().contains(record.occurredOn()))
                .findFirst();
        Optional<Threshold> threshold = plan.flatMap(p -> p.thresholds().stream()
                .filter(t -> t.id().equals(record.threshold()))
                .findFirst());
        String title = record.threshold()
                + threshold.map(t -> "　" + frame.say(t.title())).orElse("");
        facts.add(plan.map(p -> Fact.of(frame.say("目標", "Target"), title, address(p, record.threshold())))
                .orElseGet(() -> Fact.of(frame.say("目標", "Target"), title)));
        facts.add(Fact.of(frame.say("日付", "Date"), record.occurredOn().toString()));
        record.dimension().ifPresent(d -> facts.add(Fact.of(frame.say("区分", "Category"), d)));
        facts.add(Fact.of(frame.say("数", "Figure"), amount(frame, record)));
        facts.add(Fact.of(
                frame.say("部署", "Department"),
                plan.flatMap(p -> p.department(record.department()))
                        .map(d -> frame.say(d.title()))
                        .orElse(record.department())));
        facts.add(Fact.of(
                frame.say("記録", "Recorded"),
                frame.writing().minute(record.recordedAt()) + (staff ? "　" + record.enteredByName() : "")));
        record.approvedAt()
                .ifPresent(at -> facts.add(Fact.of(
                        frame.say("承認", "Approved"),
                        frame.writing().minute(at)
                                + (staff ? "　" + record.approvedByName().orElse("") : ""))));
        record.withdrawnAt()
                .ifPresent(at -> facts.add(Fact.of(
                        frame.say("取下げ", "Withdrawn"),
                        frame.writing().minute(at) + "　"
                                + record.withdrawnReason().orElse(""))));
        if (staff && !record.note().isBlank()) {
            facts.add(Fact.of(frame.say("メモ", "Note"), record.note()));
        }
        return facts;
    }

    private static String address(Plan plan, String threshold) {
        return plan.indicators().stream()
                .filter(i -> i.thresholds().stream().anyMatch(t -> t.id().equals(threshold)))
                .findFirst()
                .map(i -> "/plan/" + plan.id() + "/indicators/" + i.id() + "?threshold=" + threshold)
                .orElse("/plan/" + plan.id() + "/indicators");
    }

    RecordPage open(Frame frame, StoredRecord record) {
        return new RecordPage(
                frame,
                record.id(),
                record.subject(),
                frame.may(Permission.RECORD_RESULTS.name()) ? "/staff/results/" + record.id() : null,
                status(record.state()),
                frame.say(word(record.state())),
                facts(frame, record, false),
                evidence.of(List.of(record.id())).stream()
                        .map(e -> new RecordPage.Proof(
                                e.name(),
                                kind(frame, e),
                                Writing.size(e.size()),
                                e.sha256(),
                                frame.writing().minute(e.addedAt())))
                        .toList());
    }

    static Errors errors(Frame frame, Refused refused) {
        return Errors.none()
                .with(refused.field(), frame.say(refused.why()) + frame.say("", " ") + frame.say(refused.next()));
    }
}
