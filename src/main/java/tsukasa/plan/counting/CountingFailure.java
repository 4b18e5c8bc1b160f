package tsukasa.plan.counting;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import tsukasa.kernel.Text;
import tsukasa.plan.Count.Uncountable;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.counting.Statements.NotOneStatement;

/// What a failed count means: a fault of the definition, told in our words, or a database that is away, which is no
/// fault of the plan's.
final class CountingFailure {
    private CountingFailure() {}

    /// @param missing a view that is not there
    static Uncountable of(RuntimeException failure, CountingQuery query, Optional<String> missing) {
        if (failure instanceof NotOneStatement || failure instanceof InvalidDataAccessApiUsageException) {
            return fault(
                    query,
                    Text.of("定義が1つの問合せになっていません。", "The definition is not one plain query."),
                    "1つのselectに直し、使う変数を:from、:as_of、:known_atだけにしてください。",
                    "Make it one select that uses only :from, :as_of and :known_at");
        }
        String state = failure instanceof DataAccessException
                        || failure instanceof org.springframework.transaction.TransactionException
                ? state(failure)
                : null;
        if (state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            throw failure;
        }
        return of(state, query, missing);
    }

    private static Uncountable of(String state, CountingQuery query, Optional<String> missing) {
        return switch (state) {
            case "42P01", "3F000" ->
                fault(
                        query,
                        Text.of(
                                "数えるもとの" + missing.orElse("ビュー") + "がありません。",
                                "It counts from " + missing.orElse("a view") + ", which is not there."),
                        "その機能を有効にするか、定義が読むビューの名前を直してください。",
                        "Install the module that publishes the view, or correct its name in the definition");
            case "25006" ->
                fault(
                        query,
                        Text.of("定義が書込みをしようとしたため、止めました。", "It tried to write and was stopped."),
                        "書込みをする関数や命令を取り除いてください。",
                        "Remove whatever writes from the definition");
            case "57014" ->
                fault(
                        query,
                        Text.of("時間内に数え終わりませんでした。", "It did not finish in time."),
                        "問合せを軽くするか、もとのビューに索引を設けてください。",
                        "Make the query lighter, or give its view an index");
            default ->
                fault(
                        query,
                        Text.of("定義を実行できません（" + state + "）。", "The definition cannot be run (" + state + ")."),
                        "列の名前と型が約束どおりか、確かめてください。",
                        "Check that it returns the agreed columns with their types");
        };
    }

    private static Uncountable fault(CountingQuery query, Text what, String ja, String en) {
        return new Uncountable(
                what,
                Text.of(
                        "計画パッケージの" + query.file() + "：" + ja,
                        "In " + query.file() + " of the plan package: " + en + "."));
    }

    private static @Nullable String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
