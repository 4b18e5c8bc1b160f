package tsukasa.naming.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsukasa.naming.VersionConstraint;
import tsukasa.naming.VersionConstraint.Comparator;

/// Splits `>= 1.2, < 2` and its like into operators and versions.
final class Clauses {
    static final Map<String, Comparator> SIGNS = signs();
    private static final String OPERATORS = "<>=!~^";
    private static final int MOST = 2_000;

    /// An operator as it is written, empty if there is none, and the version behind it.
    record Clause(String operator, String version) {
        /// For the operators that mean the same everywhere.
        VersionConstraint.Comparator comparator() {
            return switch (operator) {
                case "", "=", "==", "===" -> Comparator.EQUAL;
                case "!=", "<>" -> Comparator.NOT_EQUAL;
                case "<", "<<" -> Comparator.LESS;
                case "<=", "=<" -> Comparator.AT_MOST;
                case ">", ">>" -> Comparator.GREATER;
                case ">=", "=>" -> Comparator.AT_LEAST;
                default -> throw new NotARange("演算子「" + operator + "」は使えません", "Not an operator here: " + operator, 0);
            };
        }
    }

    private Clauses() {}

    private static Map<String, Comparator> signs() {
        var signs = new LinkedHashMap<String, Comparator>();
        signs.put("!=", Comparator.NOT_EQUAL);
        signs.put("<=", Comparator.AT_MOST);
        signs.put(">=", Comparator.AT_LEAST);
        signs.put("<", Comparator.LESS);
        signs.put(">", Comparator.GREATER);
        signs.put("=", Comparator.EQUAL);
        return signs;
    }

    /// Clauses parted by blanks or commas.
    static List<Clause> read(String text) {
        var clauses = new ArrayList<Clause>();
        var at = 0;
        while (true) {
            at = skip(text, at);
            if (at == text.length()) {
                return clauses;
            }
            var operatorEnd = at;
            while (operatorEnd < text.length() && OPERATORS.indexOf(text.charAt(operatorEnd)) >= 0) {
                operatorEnd++;
            }
            var from = operatorEnd;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            var to = from;
            while (to < text.length() && " ,".indexOf(text.charAt(to)) < 0 && "<>=^".indexOf(text.charAt(to)) < 0) {
                to++;
            }
            if (to == from) {
                throw new NotARange("演算子の後に版がありません", "No version after the operator", at);
            }
            clauses.add(new Clause(text.substring(at, operatorEnd), text.substring(from, to)));
            if (clauses.size() > MOST) {
                throw new NotARange("条件が多すぎます", "Too many constraints", at);
            }
            at = to;
        }
    }

    private static int skip(String text, int from) {
        var at = from;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
            at++;
        }
        return at;
    }

    static String[] alternatives(String text) {
        return text.split("\\|\\|?", -1);
    }
}
