package tsukasa.plan.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.NewRecord;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.Provenance;
import tsukasa.plan.RecordOutcome;
import tsukasa.plan.RecordOutcome.Done;
import tsukasa.plan.RecordOutcome.Refused;
import tsukasa.plan.Results;
import tsukasa.plan.record.EvidenceStore.Evidence;

/// Takes results in by the rules: proved by a file, approved by a second person, withdrawn for a reason.
@Service
class ResultsDesk implements Results {
    private final PlanShelf shelf;
    private final RecordStore records;
    private final EvidenceStore evidence;
    private final Proofs proofs;
    private final ResultDeeds deeds;
    private final Clock clock;

    ResultsDesk(
            PlanShelf shelf,
            RecordStore records,
            EvidenceStore evidence,
            Proofs proofs,
            ResultDeeds deeds,
            Clock clock) {
        this.deeds = deeds;
        this.shelf = shelf;
        this.records = records;
        this.evidence = evidence;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    @Transactional
    public RecordOutcome enter(NewRecord record, Visitor by) {
        Optional<Refused> fault = check(record, by);
        return fault.isPresent() ? fault.get() : enterAll(List.of(record), by).getFirst();
    }

    /// By the rules of the plan, and whether this person records for that department at all.
    Optional<Refused> check(NewRecord record, Visitor by) {
        return check(record)
                .or(() -> by.mayFor(Permission.RECORD_RESULTS, record.department())
                        ? Optional.empty()
                        : anotherDepartment());
    }

    private static Optional<Refused> anotherDepartment() {
        return RecordRules.refused(
                "department",
                "この部署の実績は、あなたの担当ではありません。",
                "Results of this department are not yours to record.",
                "担当する部署を選ぶか、その部署の人に依頼してください。",
                "Choose a department of yours, or ask somebody of that one.");
    }

    private Optional<Refused> check(NewRecord record) {
        return RecordRules.check(record, shelf.plans(), LocalDate.ofInstant(clock.instant(), Writing.JAPAN));
    }

    /// A key that is there already means the same form came twice: the answer is the record it made.
    private Done add(NewRecord record, Visitor by, Instant now) {
        return new Done(records.add(record, by, now)
                .or(() -> record.key().flatMap(records::withKey))
                .orElseThrow(() -> new IllegalStateException("a record was neither added nor there")));
    }

    @Override
    @Transactional
    public List<RecordOutcome> enterAll(List<NewRecord> entries, Visitor by) {
        List<RecordOutcome> refusals = new ArrayList<>();
        for (NewRecord record : entries) {
            check(record, by).ifPresent(refusals::add);
        }
        if (!refusals.isEmpty()) {
            return refusals;
        }
        Instant now = clock.instant();
        List<Done> done = Walls.as(
                by.acting(),
                () -> entries.stream().map(record -> add(record, by, now)).toList());
        deeds.entered(done.stream().map(Done::id).toList(), by);
        return List.copyOf(done);
    }

    @Override
    @Transactional
    public RecordOutcome prove(Collection<String> recordIds, NewEvidence evidence, Visitor by) {
        return Walls.as(by.acting(), () -> proved(recordIds, evidence, by));
    }

    private RecordOutcome proved(Collection<String> recordIds, NewEvidence evidence, Visitor by) {
        List<StoredRecord> proved = records.all(recordIds);
        if (proved.isEmpty() || proved.size() < recordIds.stream().distinct().count()) {
            return unknown();
        }
        if (proved.stream().anyMatch(record -> record.withdrawnAt().isPresent())) {
            return withdrawnAlready();
        }
        if (proved.stream().anyMatch(record -> !concerns(record, by))) {
            return anotherDepartment().orElseThrow();
        }
        return switch (proofs.keep(evidence, proved, by)) {
            case KeepOutcome.Refused refused -> new Refused("evidence", refused.why(), refused.next());
            case KeepOutcome.Kept(KeptFile file) -> noted(proved, file, by);
            case KeepOutcome.Quarantined(KeptFile file) -> noted(proved, file, by);
        };
    }

    private Done noted(List<StoredRecord> proved, KeptFile file, Visitor by) {
        deeds.proved(proved.stream().map(StoredRecord::id).toList(), file.sha256(), by);
        return new Done(proved.getFirst().id());
    }

    @Override
    @Transactional
    public List<RecordOutcome> approve(Collection<String> recordIds, Visitor by) {
        List<RecordOutcome> outcomes = Walls.as(by.acting(), () -> {
            Set<String> proved = proofs.proved(recordIds);
            return recordIds.stream()
                    .distinct()
                    .map(id -> approve(id, proved.contains(id), by))
                    .toList();
        });
        List<String> approved = outcomes.stream()
                .filter(Done.class::isInstance)
                .map(done -> ((Done) done).id())
                .toList();
        if (!approved.isEmpty()) {
            deeds.approved(approved, by);
        }
        return outcomes;
    }

    /// @param proved by a file that opens: nobody approves what they cannot look at
    private RecordOutcome approve(String id, boolean proved, Visitor by) {
        Optional<StoredRecord> record = records.find(id);
        if (record.isEmpty()) {
            return unknown();
        }
        if (!by.mayFor(Permission.APPROVE_RESULTS, record.get().department())) {
            return refused(
                    "",
                    id + "は、ほかの部署の実績です。",
                    id + " belongs to another department.",
                    "その部署の承認する人に依頼してください。",
                    "Ask somebody who approves for that department.");
        }
        if (proved && records.approve(id, by, clock.instant()) == 1) {
            return new Done(id);
        }
        return switch (record.get().state()) {
            case WITHDRAWN -> withdrawnAlready();
            case APPROVED ->
                refused("", id + "は承認済みです。", id + " is approved already.", "一覧を開き直してください。", "Open the list again.");
            case ENTERED -> notApproved(record.get(), by);
        };
    }

    /// Why a record that waits was not approved.
    private static RecordOutcome notApproved(StoredRecord record, Visitor by) {
        String id = record.id();
        if (record.enteredBy().equals(by.id())) {
            return refused(
                    "",
                    id + "は、自分で記録したものです。",
                    id + " was entered by yourself.",
                    "ほかの人に承認を頼んでください。",
                    "Ask someone else to approve it.");
        }
        return record.proofs() == 0
                ? refused(
                        "",
                        id + "には証拠がありません。",
                        id + " has no evidence.",
                        "証拠のファイルを加えてから承認してください。",
                        "Add an evidence file first.")
                : refused(
                        "",
                        id + "には、開ける証拠がありません。",
                        id + " has no evidence that opens.",
                        "ウイルス検査が済むのを待つか、別のファイルを加えてください。",
                        "Wait until it was scanned, or add another file.");
    }

    @Override
    @Transactional
    public RecordOutcome withdraw(String recordId, String reason, Visitor by) {
        return Walls.as(by.acting(), () -> withdrawn(recordId, reason, by));
    }

    /// Whether a record is among those this person records or approves.
    static boolean concerns(StoredRecord record, Visitor by) {
        return by.mayFor(Permission.RECORD_RESULTS, record.department())
                || by.mayFor(Permission.APPROVE_RESULTS, record.department());
    }

    private RecordOutcome withdrawn(String recordId, String reason, Visitor by) {
        if (reason.isBlank() || reason.length() > 2000 || reason.indexOf(0) >= 0) {
            return refused(
                    "reason",
                    "取下げの理由がないか、長すぎます。",
                    "The reason is missing or too long.",
                    "2,000字以内で書いてください。",
                    "Write at most 2,000 characters.");
        }
        if (records.find(recordId).filter(record -> !concerns(record, by)).isPresent()) {
            return anotherDepartment().orElseThrow();
        }
        if (records.withdraw(recordId, reason.strip(), by, clock.instant()) == 1) {
            deeds.withdrawn(recordId, reason.strip(), by);
            return new Done(recordId);
        }
        return records.find(recordId).isPresent() ? withdrawnAlready() : unknown();
    }

    @Override
    public Map<String, Provenance> provenance(Collection<String> recordIds) {
        List<StoredRecord> found = records.all(recordIds);
        Map<String, List<Evidence>> proofs = found.isEmpty()
                ? Map.of()
                : evidence.of(recordIds).stream().collect(Collectors.groupingBy(Evidence::recordId));
        Map<String, Provenance> answers = new LinkedHashMap<>();
        for (StoredRecord record : found) {
            answers.put(
                    record.id(),
                    new Provenance(
                            record.id(),
                            record.department(),
                            record.recordedAt(),
                            record.approvedAt(),
                            record.withdrawnAt(),
                            proofs.getOrDefault(record.id(), List.of()).stream()
                                    .map(e -> new Provenance.Proof(
                                            e.name(), e.mediaType(), e.size(), e.sha256(), e.addedAt()))
                                    .toList()));
        }
        return answers;
    }

    private static Refused unknown() {
        return refused(
                "", "その記録はありません。", "There is no such record.", "一覧から選び直してください。", "Choose it from the list again.");
    }

    private static Refused withdrawnAlready() {
        return refused(
                "",
                "取り下げられた記録です。",
                "This record has been withdrawn.",
                "必要なら、新しく記録してください。",
                "Enter a new record if one is needed.");
    }

    private static Refused refused(String field, String ja, String en, String nextJa, String nextEn) {
        return RecordRules.refused(field, ja, en, nextJa, nextEn).orElseThrow();
    }
}
