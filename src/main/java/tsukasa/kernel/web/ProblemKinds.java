package tsukasa.kernel.web;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;

/// What a failure means for the one who asked.
final class ProblemKinds {
    /// PostgreSQL classes 08 (connection), 57P (shutdown) and 53 (resources); 53100 is a full disk.
    private static final Set<String> DATABASE_AWAY = Set.of("08", "57");

    private ProblemKinds() {}

    static Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case MaxUploadSizeExceededException tooLarge -> of(Kind.TOO_LARGE);
            case MethodArgumentTypeMismatchException mismatch -> of(Kind.INVALID);
            case HttpMessageNotReadableException unreadable -> of(Kind.INVALID);
            case AccessDeniedException denied -> of(Kind.NOT_ALLOWED);
            case CannotGetJdbcConnectionException away -> of(Kind.MAINTENANCE);
            case CannotCreateTransactionException away -> of(Kind.MAINTENANCE);
            case TransactionSystemException undone -> of(whileUndoing(undone));
            case RequestRejectedException hostile -> of(Kind.INVALID);
            case InvalidParameterException unreadable -> of(kindOf(unreadable.getErrorCode()));
            case ErrorResponse response -> of(kindOf(response.getStatusCode().value()));
            default -> of(storage(failure));
        };
    }

    /// Not even undoing the work succeeded: the database is away, unless what went wrong first says more.
    private static Kind whileUndoing(TransactionSystemException undone) {
        Throwable first = undone.getApplicationException();
        Kind kind = first == null ? Kind.UNEXPECTED : storage(first);
        return kind == Kind.UNEXPECTED ? Kind.MAINTENANCE : kind;
    }

    private static Kind storage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.equals("53100")) {
                    return Kind.STORAGE_FULL;
                }
                if (DATABASE_AWAY.contains(state.substring(0, 2))) {
                    return Kind.MAINTENANCE;
                }
            }
            if (cause instanceof IOException io
                    && io.getMessage() != null
                    && io.getMessage().contains("No space left")) {
                return Kind.STORAGE_FULL;
            }
        }
        return failure instanceof DataAccessResourceFailureException ? Kind.MAINTENANCE : Kind.UNEXPECTED;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }

    static Kind kindOf(int status) {
        for (Kind kind : Kind.values()) {
            if (kind.status() == status) {
                return kind;
            }
        }
        return status >= 500 ? Kind.UNEXPECTED : Kind.INVALID;
    }

    static Problem of(Kind kind) {
        return new Problem(kind, what(kind), next(kind));
    }

    static Text title(Kind kind) {
        return switch (kind) {
            case INVALID, UNPROCESSABLE -> Text.of("入力を読み取れませんでした", "The request could not be read");
            case NOT_SIGNED_IN -> Text.of("サインインが必要です", "Please sign in");
            case NOT_ALLOWED -> Text.of("この操作はできません", "You are not allowed to do this");
            case NOT_FOUND -> Text.of("ページが見つかりません", "Page not found");
            case METHOD, UNSUPPORTED -> Text.of("この形では受け付けていません", "Not accepted in this form");
            case CONFLICT -> Text.of("ほかの更新と重なりました", "Someone else changed this first");
            case GONE -> Text.of("このページは終了しました", "This page is gone");
            case TOO_LARGE -> Text.of("データが大きすぎます", "Too large");
            case TOO_LONG -> Text.of("アドレスが長すぎます", "The address is too long");
            case TOO_MANY -> Text.of("アクセスが集中しています", "Too many requests");
            case UNEXPECTED -> Text.of("処理できませんでした", "Something went wrong");
            case STORAGE_FULL -> Text.of("保存できませんでした", "Could not be saved");
            case MAINTENANCE -> Text.of("ただいま利用できません", "Temporarily unavailable");
        };
    }

    private static Text what(Kind kind) {
        return switch (kind) {
            case INVALID, UNPROCESSABLE ->
                Text.of("送られた値に、読み取れないものがありました。", "Some of the values sent could not be read.");
            case NOT_SIGNED_IN -> Text.of("このページは、サインインした方だけが見られます。", "This page is for people who have signed in.");
            case NOT_ALLOWED ->
                Text.of("このページを見る、またはこの操作をする権限がありません。", "Your account has no permission for this page or action.");
            case NOT_FOUND -> Text.of("お探しのページはありません。", "There is no page at this address.");
            case METHOD, UNSUPPORTED ->
                Text.of("このアドレスでは、その送り方や形式を受け付けていません。", "This address does not accept that method or format.");
            case CONFLICT -> Text.of("表示のあとに、ほかの人が内容を更新しました。", "The record was changed after you opened it.");
            case GONE -> Text.of("このリンクは使用済みか、期限が切れています。", "This link has been used or has expired.");
            case TOO_LARGE ->
                Text.of("送られたデータが、受け付けられる大きさを超えています。", "What you sent is larger than this service accepts.");
            case TOO_LONG ->
                Text.of(
                        "問い合わせの文字が、受け付けられる長さを超えています。",
                        "The question in the address is longer than this service accepts.");
            case TOO_MANY -> Text.of("短い時間に多くの要求がありました。", "There were too many requests in a short time.");
            case UNEXPECTED ->
                Text.of("処理の途中で問題が起きました。入力は保存されていません。", "A problem occurred on our side. Nothing was saved.");
            case STORAGE_FULL ->
                Text.of("保存場所に空きがなく、入力は保存されていません。", "There is no space left to save. Nothing was saved.");
            case MAINTENANCE ->
                Text.of("データベースに接続できません。入力は保存されていません。", "The database cannot be reached. Nothing was saved.");
        };
    }

    static Text next(Kind kind) {
        return switch (kind) {
            case INVALID, UNPROCESSABLE -> Text.of("前のページに戻り、入力を確かめてください。", "Go back and check what you entered.");
            case NOT_SIGNED_IN -> Text.of("サインインしてから、もう一度お試しください。", "Sign in, then try again.");
            case NOT_ALLOWED -> Text.of("権限が必要なときは、所属の管理者に依頼してください。", "If you need access, ask your administrator.");
            case NOT_FOUND -> Text.of("アドレスを確かめるか、ホームから探してください。", "Check the address, or start from the home page.");
            case METHOD, UNSUPPORTED ->
                Text.of("APIの説明で、使える方法を確かめてください。", "See the API description for what is accepted.");
            case CONFLICT -> Text.of("最新の内容を開き、もう一度操作してください。", "Open the latest version and try again.");
            case GONE -> Text.of("もう一度、手続きを始めてください。", "Please start again.");
            case TOO_LARGE -> Text.of("小さく分けるか、余分な部分を除いてください。", "Split it up, or leave out what is not needed.");
            case TOO_LONG -> Text.of("条件を減らすか、いくつかに分けてください。", "Ask for less, or in several questions.");
            case TOO_MANY -> Text.of("1分ほど待ってから、もう一度お試しください。", "Wait about a minute, then try again.");
            case UNEXPECTED ->
                Text.of(
                        "もう一度お試しください。続くときは、下の番号を添えてお知らせください。",
                        "Please try again. If it goes on, tell us the reference below.");
            case STORAGE_FULL ->
                Text.of(
                        "時間をおいて、もう一度お試しください。運用担当には通知されています。",
                        "Please try again later. Our operators can see this failure.");
            case MAINTENANCE -> Text.of("少し待ってから、もう一度お試しください。", "Wait a moment, then try again.");
        };
    }
}
