package tsukasa.plan.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a statement into words, names, parameters and signs; comments and the insides of texts are left out, so that
/// nothing in them is taken for SQL.
final class SqlTokens {
    enum Type {
        /// A keyword or a bare name, in small letters.
        WORD,
        /// A name in double quotes, without them.
        QUOTED,
        PARAMETER,
        TEXT,
        SIGN
    }

    /// @param depth how many parentheses are open around it; a parenthesis itself belongs to the outside
    record Token(Type type, String value, int offset, int depth) {
        boolean is(String word) {
            return (type == Type.WORD || type == Type.SIGN) && value.equals(word);
        }

        boolean name() {
            return type == Type.WORD || type == Type.QUOTED;
        }
    }

    /// A text, comment or name that is opened and never closed.
    static final class Unclosed extends Exception {
        private static final long serialVersionUID = 1;
        private final int offset;

        Unclosed(int offset) {
            super("unclosed");
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    static List<Token> of(String sql) throws Unclosed {
        SqlTokens tokens = new SqlTokens(sql);
        while (tokens.at < sql.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() throws Unclosed {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            at = end < 0 ? sql.length() : end;
        } else if (sql.startsWith("/*", at)) {
            skipComment();
        } else if (c == '\'') {
            text(false);
        } else if (c == '"') {
            add(Type.QUOTED, closing("\"", at + 1));
        } else if (c == '$' && dollarTag() > 0) {
            int tagEnd = dollarTag();
            String tag = sql.substring(at, tagEnd);
            add(Type.TEXT, closing(tag, tagEnd));
        } else if (c == ':' && at + 1 < sql.length() && Character.isLetter(sql.charAt(at + 1)) && !castBefore()) {
            add(Type.PARAMETER, wordEnd(at + 1));
        } else if (Character.isLetterOrDigit(c) || c == '_') {
            word();
        } else {
            sign(c);
        }
    }

    private void word() throws Unclosed {
        int end = wordEnd(at);
        boolean prefix = end < sql.length() && sql.charAt(end) == '\'' && end - at == 1;
        if (prefix) {
            boolean escapes = "eE".indexOf(sql.charAt(at)) >= 0;
            at = end;
            text(escapes);
            return;
        }
        add(Type.WORD, end);
    }

    private void text(boolean backslashes) throws Unclosed {
        for (int i = at + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\\' && backslashes) {
                i++;
            } else if (c == '\'' && i + 1 < sql.length() && sql.charAt(i + 1) == '\'') {
                i++;
            } else if (c == '\'') {
                add(Type.TEXT, i + 1);
                return;
            }
        }
        throw new Unclosed(at);
    }

    /// PostgreSQL's comments nest.
    private void skipComment() throws Unclosed {
        int open = 0;
        for (int i = at; i + 1 < sql.length(); i++) {
            if (sql.startsWith("/*", i)) {
                open++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                open--;
                i++;
            }
            if (open == 0) {
                at = i + 1;
                return;
            }
        }
        throw new Unclosed(at);
    }

    private void sign(char c) {
        if (c == ')') {
            depth--;
        }
        int end = sql.startsWith("::", at) ? at + 2 : at + 1;
        add(Type.SIGN, end);
        if (c == '(') {
            depth++;
        }
    }

    private void add(Type type, int end) {
        String written = sql.substring(at, end);
        String value = switch (type) {
            case WORD -> written.toLowerCase(Locale.ROOT);
            case QUOTED -> written.substring(1, written.length() - 1);
            case PARAMETER -> written.substring(1);
            case TEXT, SIGN -> written;
        };
        tokens.add(new Token(type, value, at, depth));
        at = end;
    }

    private int closing(String mark, int from) throws Unclosed {
        int end = sql.indexOf(mark, from);
        if (end < 0) {
            throw new Unclosed(at);
        }
        return end + mark.length();
    }

    /// Where `$tag$` at this position ends, or 0 when this is no such mark.
    private int dollarTag() {
        int end = wordEnd(at + 1);
        return end < sql.length() && sql.charAt(end) == '$' ? end + 1 : 0;
    }

    private boolean castBefore() {
        return at > 0 && sql.charAt(at - 1) == ':';
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
