package tsukasa.staff.audit;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsukasa.audit.AuditReader;
import tsukasa.audit.Entry;
import tsukasa.kernel.table.CsvWriter;

/// Entries as CSV, with everything a hash covers, newest first.
final class AuditFile {
    private static final List<String> HEAD = List.of(
            "day",
            "seq",
            "id",
            "occurred_at",
            "kind",
            "actor_kind",
            "actor_id",
            "actor_name",
            "organisation",
            "action",
            "object_type",
            "object_id",
            "object_label",
            "reason",
            "facts",
            "request",
            "network",
            "previous",
            "hash");

    private AuditFile() {}

    static void write(AuditReader reader, AuditReader.Wanted wanted, OutputStream out) {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(HEAD);
            reader.each(wanted, entry -> line(csv, entry));
        }
    }

    private static void line(CsvWriter csv, Entry entry) {
        csv.plain(entry.day(), true)
                .plain(entry.seq(), false)
                .plain(entry.id(), false)
                .plain(entry.occurredAt(), false)
                .plain(entry.kind(), false)
                .plain(entry.actor().kind(), false)
                .cell(entry.actor().id(), false)
                .cell(entry.actor().name(), false)
                .plain(entry.actor().organisation(), false)
                .cell(entry.action(), false)
                .cell(entry.object().type(), false)
                .cell(entry.object().id(), false)
                .cell(entry.object().label(), false)
                .cell(entry.reason(), false)
                .cell(
                        entry.facts().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(fact -> fact.getKey() + "=" + fact.getValue())
                                .collect(Collectors.joining("; ")),
                        false)
                .cell(entry.request(), false)
                .cell(entry.network(), false)
                .plain(entry.previous(), false)
                .plain(entry.hash(), false)
                .end();
    }
}
