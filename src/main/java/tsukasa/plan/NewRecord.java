package tsukasa.plan;

import java.time.LocalDate;
import java.util.Optional;

/// A result that a person enters because no register counts it.
///
/// @param threshold   `SEC-1.a`
/// @param subject     who or what it is about; never a private person's name, since rows are public
/// @param dimension   what it can be broken down by, as the indicator's definition asks
/// @param denominator only for a share: how many were asked, `amount` being how many of them count
/// @param department  id of the department that answers for it
/// @param key         the same key twice is the same entry: a form sent twice makes one record
public record NewRecord(
        String threshold,
        String subject,
        LocalDate occurredOn,
        Optional<String> dimension,
        long amount,
        Optional<Long> denominator,
        String note,
        String department,
        Optional<String> key) {}
