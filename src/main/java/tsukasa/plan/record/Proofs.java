package tsukasa.plan.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.files.Confidentiality;
import tsukasa.files.FileHolder;
import tsukasa.files.FileId;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileReaders;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.files.NewFile;
import tsukasa.files.Retention;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Walls;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.record.EvidenceStore.Evidence;

/// The files that prove results. They are confidential: read by those who record or approve for a result's department,
/// each reading written down.
@Component
class Proofs implements FileReaders {
    /// A medium-term plan runs for five years and is evaluated as a whole afterwards; what proved its first year must
    /// still be there then.
    private static final Retention RETENTION = Retention.TEN_YEARS;

    private static final String KIND = "result-evidence";
    private final EvidenceStore evidence;
    private final RecordStore records;
    private final FileKeeper files;

    Proofs(EvidenceStore evidence, RecordStore records, FileKeeper files) {
        this.evidence = evidence;
        this.records = records;
        this.files = files;
    }

    /// @param file empty until it was taken over from where evidence was kept before
    record Proof(Evidence evidence, Optional<KeptFile> file) {
        /// Whoever approves the result can look at it.
        boolean opens() {
            return file.filter(one -> one.state().givenOut()).isPresent();
        }
    }

    static NewFile file(long evidence, String name, NewFile.Content content) {
        return new NewFile(
                name, content, new FileHolder(KIND, String.valueOf(evidence)), Confidentiality.CONFIDENTIAL, RETENTION);
    }

    KeepOutcome keep(NewEvidence brought, List<StoredRecord> proved, Visitor by) {
        long id = evidence.next();
        KeepOutcome outcome =
                files.keep(file(id, brought.name(), () -> brought.content().open()), by);
        switch (outcome) {
            case KeepOutcome.Refused _ -> {}
            case KeepOutcome.Kept(KeptFile file) -> evidence.add(id, file, numbers(proved));
            case KeepOutcome.Quarantined(KeptFile file) -> evidence.add(id, file, numbers(proved));
        }
        return outcome;
    }

    private static List<Long> numbers(List<StoredRecord> records) {
        return records.stream().map(StoredRecord::number).toList();
    }

    List<Proof> of(Collection<String> recordIds) {
        List<Evidence> all = evidence.of(recordIds);
        Set<FileId> ids = all.stream().flatMap(one -> one.file().stream()).collect(Collectors.toSet());
        Map<FileId, KeptFile> kept =
                files.all(ids).stream().collect(Collectors.toMap(KeptFile::id, Function.identity()));
        return all.stream()
                .map(one -> new Proof(one, one.file().map(kept::get)))
                .toList();
    }

    /// Those of these results that have a proof which opens.
    Set<String> proved(Collection<String> recordIds) {
        return of(recordIds).stream()
                .filter(Proof::opens)
                .map(proof -> proof.evidence().recordId())
                .collect(Collectors.toSet());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Text title() {
        return Text.of("実績の証拠", "Evidence of a result");
    }

    @Override
    public boolean mayRead(Optional<Visitor> visitor, String id) {
        return visitor.map(reader -> Walls.as(
                        reader.acting(),
                        () -> records.all(proved(id)).stream()
                                .anyMatch(record -> ResultsDesk.concerns(record, reader))))
                .orElse(false);
    }

    @Override
    public Optional<String> address(String id) {
        return proved(id).stream().findFirst().map(record -> "/staff/results/" + record);
    }

    private List<String> proved(String id) {
        return id.matches("[0-9]{1,18}") ? evidence.proved(Long.parseLong(id)) : List.of();
    }
}
