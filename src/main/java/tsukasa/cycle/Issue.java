package tsukasa.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;

/// 課題: what an evaluator asked to be dealt with, and what became of it, down to the clause of a later plan.
///
/// @param year     the year whose evaluation raised it
/// @param section  the place it is about, as that year's plan writes it
/// @param raisedBy the body or person, 産業構造審議会
/// @param events   the first one first; the last one holds
public record Issue(
        long id,
        FiscalYear year,
        Origin origin,
        String section,
        String raisedBy,
        LocalDate raisedOn,
        String text,
        String department,
        State state,
        Answer answer,
        List<Event> events) {
    public Issue {
        events = List.copyOf(events);
    }

    public enum Origin {
        MINISTER("主務大臣評価", "Minister's evaluation"),
        EXPERT("外部有識者・利用者団体の意見", "Experts and user bodies"),
        SELF("自己評価", "Self-evaluation"),
        AUDIT("監査", "Audit");

        private final Text title;

        Origin(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public enum State {
        OPEN("未対応", "Open"),
        IN_HAND("対応中", "In hand"),
        ANSWERED("対応済", "Answered"),
        NOT_TAKEN_UP("対応しない", "Not taken up");

        private final Text title;

        State(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }

        public boolean settled() {
            return this == ANSWERED || this == NOT_TAKEN_UP;
        }
    }

    /// @param response 対応
    /// @param change   事業の改廃: what changes in the programme
    /// @param clause   the place in a later plan that answers it
    public record Answer(String response, String change, Optional<Clause> clause) {
        public static final Answer NONE = new Answer("", "", Optional.empty());
    }

    /// @param plan `fy2022`
    public record Clause(String plan, String place) {}

    public record Event(State became, Answer answer, UUID by, String byName, Instant at) {}
}
