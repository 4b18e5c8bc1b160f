package tsukasa.scheme.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import tsukasa.scheme.Handling;
import tsukasa.scheme.Handling.Outcome;
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
    private static final Action TAKEN = Action.of("case.taken", "案件の担当を引受け", "Case taken");
    private static final Action ASSIGNED = Action.of("case.assigned", "案件の担当者を決定", "Case assigned");
    private static final Action HANDED_OVER = Action.of("case.handed-over", "案件の担当を引継ぎ", "Case handed over");
    private static final Action RELIEVED = Action.of("case.relieved", "案件の担当を解除", "Handler relieved of a case");
    private static final Action RESTRICTED =
            Action.of("case.restricted", "案件を担当者だけに限定", "Case restricted to its handlers");
    private static final Action OPENED = Action.of("case.opened", "案件の限定を解除", "Case opened to its department");
    private final Changes changes;
    private final Handling handling;
    private final AuditTrail trail;

    AuditedCases(Changes changes, Handling handling, AuditTrail trail) {
        this.changes = changes;
        this.handling = handling;
        this.trail = trail;
    }

    @Bean
    static KnownActions caseActions() {
        return KnownActions.of(
                LISTED,
                READ,
                CORRECTED,
                WITHDRAWN,
                RESTORED,
                NOTED,
                TAKEN,
                ASSIGNED,
                HANDED_OVER,
                RELIEVED,
                RESTRICTED,
                OPENED);
    }

    void listed(Filter filter, int page) {
        trail.record(Deed.read(LISTED, Thing.of("case", "", filter.scheme().id()))
                .with("search", filter.scheme().confidential() ? "" : filter.text())
                .with("state", filter.state())
                .with("level", filter.level())
                .with("prefecture", filter.prefecture())
                .with("handler", filter.handler())
                .with("page", page));
    }

    void listedOwn() {
        trail.record(Deed.read(LISTED, Thing.of("case", "", "")).with("handler", "self"));
    }

    void read(String scheme, File file) {
        trail.record(
                Deed.read(READ, thing(file)).with("scheme", scheme).with("access", closed(file) ? file.access() : ""));
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
            trail.record(Deed.did(action, thing(file)).because(said(file, reason)));
        }
        return outcome;
    }

    @Transactional
    public Outcome take(File file, Visitor by) {
        return told(TAKEN, file, "", handling.take(file.number(), by));
    }

    /// Each case is written down by itself, under its number alone.
    @Transactional
    public List<Outcome> assign(List<String> numbers, UUID person, Handling.Where where, Visitor by) {
        List<Outcome> outcomes = handling.assign(numbers, person, where, by);
        outcomes.forEach(outcome -> {
            if (outcome instanceof Outcome.Done(var number, var name)) {
                trail.record(Deed.did(ASSIGNED, Thing.of("case", number, "")).with("handler", name));
            }
        });
        return outcomes;
    }

    @Transactional
    public Outcome handOver(File file, UUID to, String word, Visitor by) {
        return told(HANDED_OVER, file, said(file, word), handling.handOver(file.number(), to, word, by));
    }

    @Transactional
    public Outcome relieve(File file, UUID person, String word, Visitor by) {
        return told(RELIEVED, file, said(file, word), handling.relieve(file.number(), person, word, by));
    }

    @Transactional
    public Outcome restrict(File file, String reason, Visitor by) {
        return told(RESTRICTED, file, reason, handling.restrict(file.number(), reason, by));
    }

    @Transactional
    public Outcome reopen(File file, String reason, Visitor by) {
        return told(OPENED, file, reason, handling.reopen(file.number(), reason, by));
    }

    private Outcome told(Action action, File file, String reason, Outcome outcome) {
        if (outcome instanceof Outcome.Done(var _, var name)) {
            trail.record(Deed.did(action, thing(file)).because(reason).with("handler", name));
        }
        return outcome;
    }

    /// The trail is read by others than those who may know whom a restricted case is about.
    private static Thing thing(File file) {
        return Thing.of("case", file.number(), closed(file) ? "" : file.name());
    }

    /// What is said of a closed case stays with it; why it was closed or opened is for whoever looks after the rules.
    private static String said(File file, String words) {
        return closed(file) ? "" : words;
    }

    private static boolean closed(File file) {
        return !file.access().equals("department");
    }
}
