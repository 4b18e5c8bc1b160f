package tsukasa.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads registers: what anyone may know, as of a day.
public interface Registers {
    /// Entries that stand on the day, by level; every level has a number.
    Map<String, Long> countByLevel(Scheme scheme, LocalDate day);

    /// What stands on the day for a case, or what stood last.
    Optional<RegisterEntry> entry(String scheme, String number, LocalDate day);

    /// The newest statements, for what is new.
    List<RegisterEntry> newest(String scheme, int limit);

    /// Open answers of a registered case, for prefilling and for its page; empty when there is no such case.
    Optional<Map<String, Object>> openAnswers(Scheme scheme, String number);

    /// All answers: for the subject and for staff only.
    Optional<Map<String, Object>> allAnswers(String scheme, String number);
}
