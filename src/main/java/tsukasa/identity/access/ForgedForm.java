package tsukasa.identity.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;

/// A form without our anti-forgery token: mostly one that stood open for too long, or one too large to be read at all.
final class ForgedForm {
    private ForgedForm() {}

    static Problem problem(HttpServletRequest request) {
        return tooLarge(request)
                ? new Problem(
                        Kind.TOO_LARGE,
                        Text.of("送られたデータが、受け付けられる大きさを超えています。", "What was sent is larger than we accept."),
                        Text.of(
                                "ファイルを小さくするか分けて、もう一度送ってください。",
                                "Make the file smaller or split it, then send it again."))
                : new Problem(
                        Kind.NOT_ALLOWED,
                        Text.of(
                                "このフォームは、開いてから時間がたったか、別のサイトから送られたため、受け付けませんでした。",
                                "This form was open for too long, or was sent from another site, so it was not accepted."),
                        Text.of(
                                "前の画面に戻って再読み込みし、もう一度送ってください。Cookieを使える設定にしてください。",
                                "Go back, reload the page and send it again. Cookies must be allowed."));
    }

    /// A body that exceeds the limits yields no parameters, and so no token.
    private static boolean tooLarge(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return request.getContentLengthLong() > 2L * 1024 * 1024;
        }
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException overTheLimit) {
            return true;
        } catch (IOException | ServletException unreadable) {
            return false;
        }
    }
}
