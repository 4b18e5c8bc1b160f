package tsukasa.kernel.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.Problem;

/// How a request that failed is answered at addresses whose clients know a form of their own and read no other: a bean
/// of the module that answers there.
public interface ProblemForm {
    /// Empty where others may answer, at last the platform itself.
    Optional<Told> told(Problem problem, Asked asked);

    /// What was asked, as it was sent: it may be unreadable or too long.
    ///
    /// @param path     of the address
    /// @param question behind it, empty if there is none
    record Asked(String path, String question) {
        private static final int LONGEST = 100;

        /// The first short value of that name; empty where there is none, or none that can be read.
        public String value(String name) {
            for (String pair : question.split("&", -1)) {
                int value = name.length() + 1;
                if (pair.startsWith(name + "=") && pair.length() > value && pair.length() < value + LONGEST) {
                    return decoded(pair.substring(value));
                }
            }
            return "";
        }

        private static String decoded(String value) {
            try {
                return URLDecoder.decode(value, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
    }

    /// The answer.
    ///
    /// @param headers besides the type of the content
    record Told(int status, String type, Map<String, String> headers, byte[] body) {}
}
