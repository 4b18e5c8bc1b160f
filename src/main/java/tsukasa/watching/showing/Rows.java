package tsukasa.watching.showing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.watching.Finding;

/// Findings with what the database says of their entries now.
@Component
class Rows {
    private final Entries entries;

    Rows(Entries entries) {
        this.entries = entries;
    }

    /// @param head null where the entry is gone from the database
    record Told(Finding finding, @Nullable EntryHead head) {
        /// The number by which it is known best.
        String number() {
            return head == null
                    ? "#" + finding.entry()
                    : head.cve() == null ? head.number().toString() : head.cve().toString();
        }
    }

    List<Told> told(List<Finding> findings) {
        Set<Long> wanted = new HashSet<>();
        findings.forEach(finding -> wanted.add(finding.entry()));
        Map<Long, EntryHead> heads = new HashMap<>();
        entries.heads(wanted).forEach(head -> heads.put(head.id(), head));
        return findings.stream()
                .map(finding -> new Told(finding, heads.get(finding.entry())))
                .toList();
    }

    List<ListPage.Row> rows(Frame f, List<Finding> findings) {
        List<ListPage.Row> rows = new ArrayList<>();
        told(findings).forEach(told -> rows.add(row(f, told)));
        return rows;
    }

    static ListPage.Row row(Frame f, Told told) {
        Finding finding = told.finding();
        EntryHead head = told.head();
        return new ListPage.Row(
                finding.id(),
                told.number(),
                head == null ? "" : f.say(head.title()),
                severity(f, finding),
                severityStatus(finding),
                finding.exploited() ? f.say("悪用を確認（KEV）", "Exploited (KEV)") : "",
                finding.version().isEmpty() ? finding.product() : finding.product() + " " + finding.version(),
                f.say(finding.reason().answer().title()),
                finding.reason().answer() == Answer.AFFECTED ? Status.AT_RISK : Status.TO_BE_CHECKED,
                f.say(finding.reason().explain()),
                finding.reason().fix() == null ? "—" : finding.reason().fix(),
                f.say(finding.state().title()),
                finding.state().status(),
                f.writing().day(finding.since()));
    }

    static String severity(Frame f, Finding finding) {
        Severity severity = finding.severity();
        Integer tenths = finding.tenths();
        return severity == null || tenths == null
                ? f.say("未評価", "Not scored")
                : f.say(severity.word()) + " " + "%.1f".formatted(tenths / 10.0);
    }

    static Status severityStatus(Finding finding) {
        Severity severity = finding.severity();
        return severity == null ? Status.NOT_COUNTED_YET : severity.status();
    }
}
