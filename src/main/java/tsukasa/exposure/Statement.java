package tsukasa.exposure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// What somebody says of vulnerabilities in products (VEX).
///
/// @param vulnerabilities every number by which they are known
/// @param justification   as the format writes it, such as `code_not_reachable`; empty where none is told
/// @param detail          in the words of whoever says it
/// @param about           references, package URLs and CPE names of the products; all products where it is empty
/// @param at              since when it is said: its own date, else that of its document; null where neither is told
public record Statement(
        List<String> vulnerabilities,
        Position position,
        String justification,
        String detail,
        List<String> about,
        @Nullable Instant at) {
    public enum Position {
        NOT_AFFECTED(Text.of("影響なし", "Not affected")),
        FIXED(Text.of("修正済み", "Fixed")),
        AFFECTED(Text.of("影響あり", "Affected")),
        UNDER_INVESTIGATION(Text.of("調査中", "Under investigation"));

        private final Text title;

        Position(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }

        /// Whether there is nothing left to do about it.
        public boolean settled() {
            return this == NOT_AFFECTED || this == FIXED;
        }
    }

    public Statement {
        vulnerabilities = List.copyOf(vulnerabilities);
        about = List.copyOf(about);
    }

    /// The same, of the date of its document where it tells none itself.
    public Statement dated(@Nullable Instant document) {
        return at != null || document == null
                ? this
                : new Statement(vulnerabilities, position, justification, detail, about, document);
    }
}
