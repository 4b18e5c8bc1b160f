package tsukasa.budget;

import java.time.YearMonth;
import java.util.Optional;

/// One amount to be entered.
///
/// @param line   `BudgetLine.key()`
/// @param yen    empty takes back what was entered: the month is open again for this line
/// @param seen   the version its author saw, 0 for none; if there is a newer one, nothing is entered
/// @param reason needed where something was entered before
public record NewAmount(String line, YearMonth month, Optional<Long> yen, int seen, Optional<String> reason) {}
