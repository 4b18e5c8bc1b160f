package tsukasa.cycle.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issues;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.Wording;
import tsukasa.cycle.PlanDrafts.Drafted;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Plan;
import tsukasa.plan.Threshold;

/// What may be written in a draft.
final class DraftRules {
    static final int LONGEST_TITLE = 2_000;
    static final int LONGEST_REASON = 2_000;
    private static final String FIGURE = "-?[0-9]{1,12}|nil|blank";

    private DraftRules() {}

    static List<Fault> ofWording(Plan base, Optional<Clause> before, Wording wording, Issues issues) {
        List<Fault> faults = new ArrayList<>();
        boolean isNew = before.map(clause -> clause.origin().isEmpty()).orElse(true);
        limit(faults, "titleJa", wording.title().ja(), LONGEST_TITLE);
        limit(faults, "titleEn", wording.title().en(), LONGEST_TITLE);
        wording.outcome().ifPresent(outcome -> {
            limit(faults, "outcomeJa", outcome.ja(), LONGEST_REASON);
            limit(faults, "outcomeEn", outcome.en(), LONGEST_REASON);
        });
        limit(faults, "reason", wording.reason(), LONGEST_REASON);
        boolean silent = wording.fate() == Fate.KEPT || wording.fate() == Fate.UNDECIDED;
        if ((!silent || !wording.issues().isEmpty()) && wording.reason().isBlank()) {
            faults.add(Fault.of(
                    "reason",
                    "理由を書いてください。新旧対照表と、答える課題に載ります。",
                    "Give the reason. It stands beside the change and answers the issues."));
        }
        if (isNew != (wording.fate() == Fate.ADDED) && !(isNew && wording.fate() == Fate.DROPPED)) {
            faults.add(Fault.of(
                    "fate",
                    isNew ? "新しい項目は「新規」か「廃止」です。" : "もとの計画にある項目は「新規」にできません。",
                    isNew ? "A new clause is new, or dropped again." : "A clause of the plan before is not new."));
        }
        if (wording.department().isPresent()
                && base.department(wording.department().get()).isEmpty()) {
            faults.add(Fault.of("department", "その部署はありません。", "There is no such department."));
        }
        before.filter(clause -> wording.fate() == Fate.REWORDED && same(base, clause, wording))
                .ifPresent(clause -> faults.add(Fault.of(
                        "fate", "どこも変わっていません。文言を改めるか、「継続」にしてください。", "Nothing differs. Revise the words, or keep it.")));
        for (long issue : wording.issues()) {
            Optional<Issue> found = issues.find(issue);
            if (found.isEmpty() || found.get().state() == Issue.State.NOT_TAKEN_UP) {
                faults.add(Fault.of("issues", "その課題はありません。", "There is no such issue."));
            }
        }
        return faults;
    }

    private static boolean same(Plan base, Clause clause, Wording wording) {
        return clause.origin()
                .flatMap(base::item)
                .map(item -> item.title().equals(wording.title())
                        && item.department().equals(wording.department())
                        && item.outcome().equals(wording.outcome()))
                .orElse(false);
    }

    /// What is kept or dropped says what it said.
    static Wording settled(Plan base, Optional<Clause> before, Wording wording) {
        boolean own = wording.fate() == Fate.REWORDED || wording.fate() == Fate.ADDED;
        if (own || before.flatMap(Clause::origin).isEmpty()) {
            return wording;
        }
        return before.flatMap(Clause::origin)
                .flatMap(base::item)
                .map(item -> new Wording(
                        wording.fate(),
                        item.title(),
                        item.department(),
                        item.outcome(),
                        wording.reason(),
                        wording.issues()))
                .orElse(wording);
    }

    static List<Fault> ofTarget(Optional<Threshold> threshold, Fraction target, String reason) {
        List<Fault> faults = new ArrayList<>();
        if (threshold.isEmpty()) {
            faults.add(Fault.of("target", "その目標はありません。", "There is no such target."));
            return faults;
        }
        if (target.compareTo(Fraction.ZERO) < 0
                || threshold.get().unit().ratio() && target.compareTo(Fraction.ONE) > 0) {
            faults.add(Fault.of("target", "0以上の数を入れてください。割合は100%以下です。", "Enter 0 or more; a share is at most 100%."));
        }
        boolean changed = !threshold.get().target().equals(target);
        if (changed && reason.isBlank()) {
            faults.add(Fault.of("reason", "目標を変える理由を書いてください。", "Say why the target changes."));
        }
        limit(faults, "reason", reason, LONGEST_REASON);
        return faults;
    }

    static List<Fault> ofFigures(Optional<MoneyTable> table, boolean taken, List<String> cells) {
        List<Fault> faults = new ArrayList<>();
        if (table.isEmpty()) {
            faults.add(Fault.of("", "その表はありません。", "There is no such table."));
            return faults;
        }
        if (!taken) {
            return faults;
        }
        MoneyTable found = table.get();
        int width = found.columns().size();
        if (cells.size() != found.rows().size() * width) {
            faults.add(Fault.of("", "表の欄の数が合いません。", "The number of cells is not that of the table."));
            return faults;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).matches(FIGURE)) {
                MoneyTable.Row row = found.rows().get(i / width);
                Text column = found.columns().get(i % width).title();
                faults.add(Fault.of(
                        "cell-" + i,
                        row.label().ja() + "・" + column.ja() + "：百万円の整数か、「－」を入れてください。",
                        row.label().en() + ", " + column.en() + ": enter whole millions of yen, or －."));
            }
        }
        return faults;
    }

    /// What keeps a draft from being handed to the approver.
    static List<Fault> ofSubmission(PlanDraft draft, Plan base, Drafted drafted) {
        List<Fault> faults = new ArrayList<>(drafted.faults());
        long undecided = drafted.placed().stream()
                .flatMap(placed -> draft.clause(placed.clause()).stream())
                .filter(clause -> clause.wording().fate() == Fate.UNDECIDED)
                .count();
        if (undecided > 0) {
            faults.add(Fault.of("", "まだ決まっていない項目が" + undecided + "あります。", undecided + " clauses are undecided yet."));
        }
        if (draft.kind() == PlanDraft.Kind.AMENDMENT && draft.reason().isBlank()) {
            faults.add(
                    Fault.of("reason", "変更の理由を書いてください。版の一覧に公開されます。", "Give the reason of the amendment. All see it."));
        }
        if (draft.kind() == PlanDraft.Kind.NEXT_YEAR) {
            long open = base.tables().stream()
                    .filter(table -> draft.tables().stream()
                            .noneMatch(written -> written.table().equals(table.id())))
                    .count();
            if (open > 0) {
                faults.add(Fault.of(
                        "",
                        "金額の表のうち" + open + "が、まだ入っていません。",
                        open + " money tables are neither entered nor left out."));
            }
        }
        return faults;
    }

    static void limit(List<Fault> faults, String field, String text, int longest) {
        boolean odd = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
        if (text.length() > longest || odd) {
            faults.add(Fault.of(
                    field,
                    longest + "字以内で、制御文字を使わずに書いてください。",
                    "Write at most " + longest + " characters, none of them a control character."));
        }
    }
}
