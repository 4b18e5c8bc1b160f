package tsukasa.plan.counting;

import java.util.regex.Pattern;
import tsukasa.plan.CountingQuery;

/// Keeps a counting query one statement: it is put into another one, which must not end inside it.
final class Statements {
    /// String literals, quoted names, dollar quotes and comments: a semicolon in them ends nothing.
    private static final Pattern QUIET = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\$(\\w*)\\$.*?\\$\\1\\$|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private Statements() {}

    /// A definition that holds more than one statement, or closes a parenthesis that it did not open.
    static final class NotOneStatement extends RuntimeException {
        NotOneStatement(String file) {
            super(file + " is not one statement");
        }
    }

    /// The query without the semicolon that may end it.
    static String single(CountingQuery query) {
        String bare = QUIET.matcher(query.sql()).replaceAll(" ").strip();
        String loud = bare.endsWith(";") ? bare.substring(0, bare.length() - 1) : bare;
        if (loud.isBlank() || loud.indexOf(';') >= 0 || unbalanced(loud)) {
            throw new NotOneStatement(query.file());
        }
        return bare.endsWith(";") ? withoutLastSemicolon(query.sql()) : query.sql();
    }

    private static boolean unbalanced(String sql) {
        int depth = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return depth != 0;
    }

    /// What follows the last semicolon outside quotes is blank or a comment.
    private static String withoutLastSemicolon(String sql) {
        char[] masked = sql.toCharArray();
        QUIET.matcher(sql).results().forEach(quiet -> {
            for (int i = quiet.start(); i < quiet.end(); i++) {
                masked[i] = ' ';
            }
        });
        return sql.substring(0, new String(masked).lastIndexOf(';'));
    }
}
