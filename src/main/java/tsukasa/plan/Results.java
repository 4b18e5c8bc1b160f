package tsukasa.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import tsukasa.identity.Visitor;

/// Results entered by people, with evidence and by four eyes: who enters one does not approve it, and without evidence
/// nobody can.
public interface Results {
    RecordOutcome enter(NewRecord record, Visitor by);

    /// All or none: a refusal for one record, in the order given, keeps the others out as well.
    List<RecordOutcome> enterAll(List<NewRecord> records, Visitor by);

    /// One file may prove many results.
    RecordOutcome prove(Collection<String> recordIds, NewEvidence evidence, Visitor by);

    /// Each on its own.
    List<RecordOutcome> approve(Collection<String> recordIds, Visitor by);

    /// What was withdrawn counts no more from that moment on, and stays to be seen.
    RecordOutcome withdraw(String recordId, String reason, Visitor by);

    /// By record; those that do not exist are left out.
    Map<String, Provenance> provenance(Collection<String> recordIds);
}
