package tsukasa.plan.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tsukasa.plan.pack.SqlRelations.Relation;
import tsukasa.plan.pack.SqlTokens.Token;
import tsukasa.plan.pack.SqlTokens.Type;

/// What a counting query must be, as far as its text tells: one `select` over published views that counts the same
/// again whenever it is asked, and returns the agreed columns. Whether the views exist is for the database to say.
final class QueryRules {
    static final List<String> COLUMNS = List.of(
            "row_id", "subject", "occurred_on", "dimension", "amount", "denominator", "link", "passed", "recorded_at");
    private static final Set<String> PARAMETERS = Set.of("from", "as_of", "known_at");
    private static final Set<String> WRITING = Set.of("insert", "update", "delete", "merge", "into", "share", "table");
    /// What makes the same query answer differently tomorrow.
    private static final Set<String> MOVING = Set.of(
            "now",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "random",
            "gen_random_uuid",
            "uuidv7",
            "current_setting",
            "tablesample");
    private static final Pattern REACHING =
            Pattern.compile("pg_.*|lo_.*|dblink.*|set_config|nextval|setval|.*_to_xml.*|xmlparse|.*_send|.*_recv");
    private static final Pattern VIEW = Pattern.compile("[a-z_]+\\.pub_[a-z0-9_]+");

    private final String file;
    private final String sql;
    private final Problems problems;

    QueryRules(String file, String sql, Problems problems) {
        this.file = file;
        this.sql = sql;
        this.problems = problems;
    }

    /// Checks the statement and answers with the views it reads, in their order.
    ///
    /// @param needsPeriod a flow or an increase is counted from a day, too
    List<String> check(boolean needsPeriod) {
        try {
            List<Token> tokens = SqlTokens.of(sql);
            if (tokens.isEmpty()) {
                problems.add(Spot.whole(file), "there is no statement", "write one select");
                return List.of();
            }
            checkShape(tokens);
            tokens.forEach(this::checkToken);
            checkFunctions(tokens);
            checkParameters(tokens, needsPeriod);
            checkColumns(tokens);
            return views(tokens);
        } catch (SqlTokens.Unclosed unclosed) {
            wrong(unclosed.offset(), "a text, name or comment begins here and never ends", "close it");
            return List.of();
        }
    }

    private void checkShape(List<Token> tokens) {
        if (!tokens.getFirst().is("select") && !tokens.getFirst().is("with")) {
            wrong(tokens.getFirst(), "a counting query is a select", "begin with select or with");
        }
        int open = 0;
        for (Token token : tokens) {
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (open < 0) {
                wrong(token, "this parenthesis closes nothing", "take it out, or open it");
                return;
            }
        }
        if (open > 0) {
            wrong(sql.length(), "a parenthesis is open at the end", "close it");
        }
    }

    private void checkToken(Token token) {
        if (token.is(";")) {
            wrong(token, "a counting query is one statement without a semicolon", "take the semicolon out");
        } else if (token.type() == Type.WORD && WRITING.contains(token.value()) && !afterDot(token)) {
            wrong(token, "`" + token.value() + "` is not allowed: a counting query only reads", "write a plain select");
        } else if (token.type() == Type.WORD && MOVING.contains(token.value()) && !afterDot(token)) {
            wrong(
                    token,
                    "`" + token.value() + "` gives another answer each time",
                    "use :as_of for the day and :known_at for the moment of knowledge");
        }
    }

    private boolean afterDot(Token token) {
        return token.offset() > 0 && sql.charAt(token.offset() - 1) == '.';
    }

    private void checkFunctions(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.name()
                    && tokens.get(i + 1).is("(")
                    && REACHING.matcher(token.value()).matches()) {
                wrong(
                        token,
                        "the function " + Problems.quote(token.value()) + " reaches beyond the published views",
                        "count without it");
            }
        }
    }

    private void checkParameters(List<Token> tokens, boolean needsPeriod) {
        Set<String> used = new LinkedHashSet<>();
        for (Token token : tokens) {
            if (token.type() == Type.PARAMETER && used.add(token.value()) && !PARAMETERS.contains(token.value())) {
                wrong(
                        token,
                        "the parameter :" + token.value() + " is not known here",
                        "use :from, :as_of or :known_at");
            }
        }
        requireParameter(used, "as_of", "the day it is counted for");
        requireParameter(used, "known_at", "the moment of knowledge");
        if (needsPeriod) {
            requireParameter(used, "from", "the first day of its period");
        }
    }

    private void requireParameter(Set<String> used, String name, String meaning) {
        if (!used.contains(name)) {
            problems.add(
                    Spot.whole(file), "the query does not use :" + name + ", " + meaning, "compare a date with it");
        }
    }

    private List<String> views(List<Token> tokens) {
        Set<String> views = new LinkedHashSet<>();
        for (Relation relation : SqlRelations.of(tokens)) {
            if (VIEW.matcher(relation.name()).matches()) {
                views.add(relation.name());
            } else {
                wrong(
                        relation.at(),
                        Problems.quote(relation.name()) + " is not a published view",
                        "read a pub_… view, named with its schema");
            }
        }
        if (views.isEmpty()) {
            problems.add(Spot.whole(file), "the query reads no published view", "count rows of a pub_… view");
        }
        return List.copyOf(views);
    }

    private void checkColumns(List<Token> tokens) {
        List<String> names = outputNames(tokens);
        Token at = tokens.stream()
                .filter(t -> t.depth() == 0 && t.is("select"))
                .findFirst()
                .orElse(tokens.getFirst());
        List<String> missing = COLUMNS.stream().filter(c -> !names.contains(c)).toList();
        List<String> other = names.stream().filter(c -> !COLUMNS.contains(c)).toList();
        if (!missing.isEmpty()) {
            wrong(
                    at,
                    "the column " + String.join(", ", missing) + " is missing",
                    "return all of " + String.join(", ", COLUMNS));
        }
        if (!other.isEmpty() || names.size() != Set.copyOf(names).size()) {
            wrong(
                    at,
                    "there are other columns than agreed, or one twice: " + Problems.quote(String.join(", ", names)),
                    "return exactly " + String.join(", ", COLUMNS));
        }
    }

    /// The names of the outermost select list: of each element the last word, `*` stands for itself.
    private static List<String> outputNames(List<Token> tokens) {
        List<String> names = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()
                && !(tokens.get(i).depth() == 0 && tokens.get(i).is("select"))) {
            i++;
        }
        for (i++; i < tokens.size(); i++) {
            boolean end = tokens.get(i).depth() == 0
                    && tokens.get(i).is("from")
                    && !tokens.get(i - 1).is("distinct");
            if (end || (tokens.get(i).depth() == 0 && tokens.get(i).is(","))) {
                names.add(tokens.get(i - 1).value());
            }
            if (end) {
                return names;
            }
        }
        return names;
    }

    private void wrong(Token token, String what, String remedy) {
        wrong(token.offset(), what, remedy);
    }

    private void wrong(int offset, String what, String remedy) {
        problems.add(Spot.at(file, sql, offset), what, remedy);
    }
}
