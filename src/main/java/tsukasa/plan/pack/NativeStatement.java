package tsukasa.plan.pack;

import java.util.List;
import tsukasa.plan.pack.SqlTokens.Token;
import tsukasa.plan.pack.SqlTokens.Type;

/// A counting query with `?` for each parameter, which knows where a position PostgreSQL complains about lies in the
/// file: the driver turns each `?` into `$1`, `$2` … before the server counts characters.
record NativeStatement(String sql, String withMarks, List<Token> parameters) {
    static NativeStatement of(String sql) throws SqlTokens.Unclosed {
        List<Token> parameters = SqlTokens.of(sql).stream()
                .filter(t -> t.type() == Type.PARAMETER)
                .toList();
        StringBuilder marks = new StringBuilder();
        int copied = 0;
        for (Token parameter : parameters) {
            marks.append(sql, copied, parameter.offset()).append('?');
            copied = parameter.offset() + 1 + parameter.value().length();
        }
        return new NativeStatement(sql, marks.append(sql.substring(copied)).toString(), parameters);
    }

    /// @param position as PostgreSQL reports it: characters from 1, parameters counted as `$n`
    int offsetInFile(int position) {
        int shift = 0;
        int number = 0;
        for (Token parameter : parameters) {
            number++;
            int startThere = parameter.offset() - shift;
            int lengthThere = 1 + String.valueOf(number).length();
            if (position - 1 < startThere + lengthThere) {
                return Math.min(position - 1, startThere) + shift;
            }
            shift += 1 + parameter.value().length() - lengthThere;
        }
        return position - 1 + shift;
    }
}
