package tsukasa.scheme.casework;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Visitor;
import tsukasa.scheme.Changes;
import tsukasa.scheme.casework.CaseListStore.File;
import tsukasa.scheme.casework.CaseListStore.Filter;

/// What staff do to a case and see of it, done and written down in one transaction.
@Component
class AuditedCases {
    static final String LIST = "case.listed";
    static final String ONE = "case.read";
    private static final Action LISTED = Action.of(LIST, "案件の一覧を閲覧", "List of cases read");
    private static final Action READ = Action.of(ONE, "案件を閲覧", "Case read");
    private static final Action CORRECTED = Action.of("case.corrected", "案件を訂正", "Case corrected");
    private static final Action WITHDRAWN = Action.of("case.withdrawn", "案件を取下げ", "Case withdrawn");
    private static final Action RESTORED = Action.of("case.restored", "取下げを取消し", "Withdrawal taken back");
    private static final Action NOTED = Action.of("case.noted", "案件にメモ", "Note left on a case");
    private final Changes changes;
    private final AuditTrail trail;

    AuditedCases(Changes changes, AuditTrail trail) {
        this.changes = changes;
        this.trail = trail;
    }

    @Bean
    static KnownActions caseActions() {
        return KnownActions.of(LISTED, READ, CORRECTED, WITHDRAWN, RESTORED, NOTED);
    }

    void listed(Filter filter, int page) {
        trail.record(Deed.read(LISTED, Thing.of("case", "", filter.scheme().id()))
                .with("search", filter.text())
                .with("state", filter.state())
                .with("level", filter.level())
                .with("prefecture", filter.prefecture())
                .with("page", page));
    }

    void read(String scheme, File file) {
        trail.record(Deed.read(READ, thing(file)).with("scheme", scheme));
    }

    @Transactional
    public Changes.Outcome correct(File file, Map<String, Object> answers, String reason, Visitor by) {
        return told(
                CORRECTED,
                file,
                reason,
                changes.correct(file.number(), answers, reason, by.id().toString()));
    }

    @Transactional
    public Changes.Outcome withdraw(File file, String reason, Visitor by) {
        return told(
                WITHDRAWN,
                file,
                reason,
                changes.withdraw(file.number(), reason, by.id().toString()));
    }

    @Transactional
    public Changes.Outcome restore(File file, String reason, Visitor by) {
        return told(
                RESTORED,
                file,
                reason,
                changes.restore(file.number(), reason, by.id().toString()));
    }

    /// The words of a note are the case's, not the trail's.
    @Transactional
    public Changes.Outcome note(File file, String words, Visitor by) {
        return told(NOTED, file, "", changes.note(file.number(), words, by.id().toString()));
    }

    private Changes.Outcome told(Action action, File file, String reason, Changes.Outcome outcome) {
        if (outcome instanceof Changes.Outcome.Done) {
            trail.record(Deed.did(action, thing(file)).because(reason));
        }
        return outcome;
    }

    private static Thing thing(File file) {
        return Thing.of("case", file.number(), file.name());
    }
}
