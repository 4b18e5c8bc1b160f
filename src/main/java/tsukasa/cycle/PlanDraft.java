package tsukasa.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;
import tsukasa.plan.PlanItem;

/// 計画案: a plan being written from one on the shelf, clause by clause.
///
/// @param base    the plan it grows from, and which version of it
/// @param plan    the plan it will be; the same as the base for an amendment
/// @param reason  変更の理由, or what the draft is about
/// @param clauses in the order they will stand in
/// @param events  the first one first; the last one holds
public record PlanDraft(
        long id,
        Kind kind,
        String base,
        int baseVersion,
        String plan,
        FiscalYear year,
        Text title,
        String reason,
        State state,
        List<Clause> clauses,
        List<Target> targets,
        List<Figures> tables,
        List<Event> events) {
    public PlanDraft {
        clauses = List.copyOf(clauses);
        targets = List.copyOf(targets);
        tables = List.copyOf(tables);
        events = List.copyOf(events);
    }

    public enum Kind {
        /// 年度計画の変更
        AMENDMENT("変更案", "Amendment"),
        /// 次年度計画
        NEXT_YEAR("次年度計画の案", "Next year's plan");

        private final Text title;

        Kind(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public enum State {
        DRAFTING("作成中", "Being drafted"),
        SUBMITTED("承認待ち", "Waiting for approval"),
        RETURNED("差し戻し", "Returned"),
        ADOPTED("確定", "Adopted"),
        ABANDONED("取りやめ", "Abandoned");

        private final Text title;

        State(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }

        /// Whether it can be written in.
        public boolean open() {
            return this == DRAFTING || this == RETURNED;
        }
    }

    /// What is to become of a clause.
    public enum Fate {
        UNDECIDED("未定", "Undecided"),
        KEPT("継続", "Keep"),
        REWORDED("見直し", "Revise"),
        ADDED("新規", "New"),
        DROPPED("廃止", "Drop");

        private final Text title;

        Fate(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    /// One clause as it stands in the draft.
    ///
    /// @param origin   its place in the base; empty for a new one
    /// @param parent   the clause it stands under; empty at the top
    /// @param revision how often it was written; sent back with a change, so that two writers meet
    public record Clause(
            long id,
            Optional<Place> origin,
            Optional<Long> parent,
            PlanItem.Level level,
            int revision,
            Wording wording,
            UUID byId,
            String byName,
            Instant at) {}

    /// @param issues numbers of the issues that this clause answers
    /// @param reason why it is revised, new or dropped
    public record Wording(
            Fate fate,
            Text title,
            Optional<String> department,
            Optional<Text> outcome,
            String reason,
            List<Long> issues) {
        public Wording {
            issues = List.copyOf(issues);
        }
    }

    /// A threshold with another target than in the base.
    public record Target(String threshold, int revision, Fraction target, String reason, String byName) {}

    /// A money table as it will be.
    ///
    /// @param cells row by row: figures, `nil`, `blank`; empty when the table is left out
    public record Figures(String table, int revision, boolean taken, List<String> cells, String byName) {
        public Figures {
            cells = List.copyOf(cells);
        }
    }

    public record Event(State became, String why, UUID byId, String byName, Instant at) {}

    public Optional<Clause> clause(long clause) {
        return clauses.stream().filter(each -> each.id() == clause).findFirst();
    }
}
