package tsukasa.plan.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tsukasa.plan.pack.SqlTokens.Token;

/// Finds what a statement reads from: every name after `from`, `join` and their commas.
final class SqlRelations {
    private static final Set<String> CLAUSE_ENDS = Set.of(
            "where",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "fetch",
            "window",
            "union",
            "intersect",
            "except",
            "for");
    /// `from` also stands in `extract(… from …)`, `trim(… from …)` and in `is distinct from`.
    private static final Set<String> FUNCTIONS_WITH_FROM =
            Set.of("extract", "substring", "trim", "overlay", "position");

    /// @param name with its schema, `scheme.pub_register_v1`
    record Relation(String name, Token at) {}

    private final List<Token> tokens;
    private final Set<String> local;
    private final List<Relation> found = new ArrayList<>();

    private SqlRelations(List<Token> tokens) {
        this.tokens = tokens;
        this.local = commonTableNames();
    }

    /// Without the statement's own `with` names and without functions.
    static List<Relation> of(List<Token> tokens) {
        SqlRelations relations = new SqlRelations(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("from") && relations.opensClause(i)) {
                relations.clause(i + 1, tokens.get(i).depth());
            } else if (tokens.get(i).is("join")) {
                relations.relation(i + 1);
            }
        }
        return relations.found;
    }

    private boolean opensClause(int i) {
        if (i > 0
                && tokens.get(i - 1).is("distinct")
                && i > 1
                && (tokens.get(i - 2).is("is") || tokens.get(i - 2).is("not"))) {
            return false;
        }
        for (int j = i - 1; j >= 1; j--) {
            if (tokens.get(j).is("(") && tokens.get(j).depth() == tokens.get(i).depth() - 1) {
                return !FUNCTIONS_WITH_FROM.contains(tokens.get(j - 1).value());
            }
        }
        return true;
    }

    private void clause(int start, int depth) {
        relation(start);
        for (int i = start; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.depth() < depth || (token.depth() == depth && CLAUSE_ENDS.contains(token.value()))) {
                return;
            }
            if (token.depth() == depth && token.is(")")) {
                continue;
            }
            if (token.depth() == depth && token.is(",")) {
                relation(i + 1);
            }
        }
    }

    private void relation(int start) {
        int i = start;
        while (i < tokens.size()
                && (tokens.get(i).is("lateral") || tokens.get(i).is("only"))) {
            i++;
        }
        if (i >= tokens.size() || !tokens.get(i).name()) {
            return;
        }
        Token first = tokens.get(i);
        StringBuilder name = new StringBuilder(first.value());
        int next = i + 1;
        while (next + 1 < tokens.size()
                && tokens.get(next).is(".")
                && tokens.get(next + 1).name()) {
            name.append('.').append(tokens.get(next + 1).value());
            next += 2;
        }
        boolean function = next < tokens.size() && tokens.get(next).is("(");
        if (!function && !local.contains(name.toString())) {
            found.add(new Relation(name.toString(), first));
        }
    }

    /// `name as (`, `name as materialized (`, `name (columns) as (`.
    private Set<String> commonTableNames() {
        Set<String> names = new HashSet<>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            int body = i + 1;
            while (body < tokens.size()
                    && (tokens.get(body).is("not") || tokens.get(body).is("materialized"))) {
                body++;
            }
            if (tokens.get(i).is("as")
                    && body < tokens.size()
                    && tokens.get(body).is("(")) {
                names.add(tokens.get(beforeColumns(i - 1)).value());
            }
        }
        return names;
    }

    private int beforeColumns(int last) {
        if (!tokens.get(last).is(")")) {
            return last;
        }
        int i = last;
        while (i > 0
                && !(tokens.get(i).is("(")
                        && tokens.get(i).depth() == tokens.get(last).depth())) {
            i--;
        }
        return Math.max(0, i - 1);
    }
}
