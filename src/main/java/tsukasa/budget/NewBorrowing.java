package tsukasa.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One thing to be borrowed or repaid.
///
/// @param due  until when a draw is to be repaid
/// @param draw which draw a repayment is of
public record NewBorrowing(
        Kind kind, Instant at, long yen, String lender, Optional<LocalDate> due, Optional<Long> draw, String reason) {
    public enum Kind {
        /// 借入れ
        DRAW,
        /// 返済
        REPAY
    }
}
