package tsukasa.audit.chain;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.audit.AuditFault;
import tsukasa.audit.AuditFault.Added;
import tsukasa.audit.AuditFault.Changed;
import tsukasa.audit.AuditFault.OfEntry;
import tsukasa.audit.AuditFault.Reordered;
import tsukasa.audit.AuditFault.Unlinked;
import tsukasa.audit.AuditVerdict;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// What was found, for people or for machines.
record VerdictReport(AuditVerdict verdict, double seconds) {
    void print(PrintStream out, Language language) {
        verdict.faults().forEach(fault -> out.println(line(fault, language)));
        long more = verdict.faulty() - verdict.faults().size();
        if (more > 0) {
            out.println(
                    Text.of("ほかに" + more + "件あります。", "And " + more + " more.").in(language));
        }
        out.println(sum().in(language));
        if (verdict.waiting() > 0) {
            out.println(Text.of(
                            "封印を待つ記録が" + verdict.waiting() + "件あり、確かめていません。",
                            verdict.waiting() + " entries are not sealed yet and were not looked at.")
                    .in(language));
        }
        if (!verdict.trusted()) {
            out.println(Text.of(
                            "公開鍵のファイルがないため、データベースにある鍵で確かめました。鍵ごとの差し替えは分かりません。--public-key で指定してください。",
                            "No public key was at hand, so those in the database were used: a trail signed anew with"
                                    + " another key would not be noticed. Name one with --public-key.")
                    .in(language));
        }
    }

    private Text sum() {
        String found = "%,d".formatted(verdict.entries());
        String time = "%.1f".formatted(seconds);
        return verdict.sound()
                ? Text.of(
                        "健全です。%d日、%s件を%s秒で確かめました。".formatted(verdict.days(), found, time),
                        "Sound: %s entries, days: %d, looked at in %s s.".formatted(found, verdict.days(), time))
                : Text.of(
                        "健全ではありません。%d日、%s件のうち%d件の異状があります。".formatted(verdict.days(), found, verdict.faulty()),
                        "Not sound: %d faults; entries: %s, days: %d."
                                .formatted(verdict.faulty(), found, verdict.days()));
    }

    private static String line(AuditFault fault, Language language) {
        String place = fault instanceof OfEntry of ? " #" + of.seq() : "";
        String id = id(fault);
        return fault.day() + place + (id.isEmpty() ? "" : " (id " + id + ")") + ": "
                + fault.what().in(language);
    }

    private static String id(AuditFault fault) {
        return switch (fault) {
            case Changed changed -> String.valueOf(changed.id());
            case Reordered reordered -> String.valueOf(reordered.id());
            case Unlinked unlinked -> String.valueOf(unlinked.id());
            case Added added -> String.valueOf(added.id());
            case AuditFault _ -> "";
        };
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sound", verdict.sound());
        all.put("days", verdict.days());
        all.put("entries", verdict.entries());
        all.put("waiting", verdict.waiting());
        all.put("trusted", verdict.trusted());
        all.put("seconds", Math.round(seconds * 1000) / 1000.0);
        all.put("faulty", verdict.faulty());
        all.put("faults", verdict.faults().stream().map(VerdictReport::fault).toList());
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static Map<String, Object> fault(AuditFault fault) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("fault", fault.getClass().getSimpleName());
        one.put("day", fault.day().toString());
        if (fault instanceof OfEntry of) {
            one.put("seq", of.seq());
        }
        List.of(id(fault)).stream().filter(id -> !id.isEmpty()).forEach(id -> one.put("id", Long.parseLong(id)));
        one.put("what", fault.what().en());
        return one;
    }
}
