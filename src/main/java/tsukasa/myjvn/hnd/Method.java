package tsukasa.myjvn.hnd;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/// A method of the API.
interface Method {
    String name();

    /// Those that the status element repeats; all others are ignored.
    Set<String> parameters();

    /// What is asked, checked but not looked up.
    ///
    /// @throws Refused if it cannot be answered
    Question read(Asked asked, LocalDate today);

    /// A question that can be answered.
    @FunctionalInterface
    interface Question {
        /// @param echo the parameters, as the status element repeats them
        byte[] answer(Map<String, String> echo);

        /// Of what else the answer depends on besides the database of vulnerabilities: grows when that changes.
        default long mark() {
            return 0;
        }

        /// Whether it depends on the database of vulnerabilities alone, so that a glance tells if it is still true.
        default boolean alone() {
            return true;
        }
    }
}
