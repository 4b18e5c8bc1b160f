package tsukasa.identity.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tsukasa.identity.TokenHolders;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;

/// Reads `Authorization: Bearer` (RFC 6750) for addresses under `/api/`, and nowhere else. A token in an address has
/// been written into logs and histories, so it is refused there.
final class BearerFilter extends OncePerRequestFilter {
    private static final String API = "/api/";
    private static final Pattern SCHEME = Pattern.compile("(?i)bearer(?:\\s+(.*))?");
    private static final String HOLDER = BearerFilter.class.getName() + ".holder";
    private static final Pattern IN_ADDRESS = Pattern.compile("(?i)(^|&)access_token=|tsk_[0-9A-Za-z]{20}");
    private final TokenHolders holders;
    private final HandlerExceptionResolver problems;

    BearerFilter(TokenHolders holders, HandlerExceptionResolver problems) {
        this.holders = holders;
        this.problems = problems;
    }

    /// Whether a request comes with a token instead of a session.
    static boolean shown(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return request.getRequestURI().startsWith(API)
                && header != null
                && SCHEME.matcher(header.strip()).matches();
    }

    static Optional<Visitor> visitor(HttpServletRequest request) {
        return request.getAttribute(HOLDER) instanceof Visitor visitor ? Optional.of(visitor) : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            refuseInAddress(request);
            if (shown(request)) {
                request.setAttribute(HOLDER, holder(request, response));
            }
        } catch (Problem problem) {
            problems.resolveException(request, response, null, problem);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void refuseInAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && IN_ADDRESS.matcher(query).find()) {
            throw Problem.invalid(
                    Text.of(
                            "APIトークンがアドレスに書かれています。アドレスは記録に残るため、このトークンはもう安全ではありません。",
                            "There is an API token in the address. Addresses are written into logs, so this token is no longer safe."),
                    Text.of(
                            "マイページの「APIトークン」で取り消し、新しいトークンをAuthorizationヘッダーで送ってください。",
                            "Revoke it under API tokens on your page, and send a new one in the Authorization header."));
        }
    }

    private Visitor holder(HttpServletRequest request, HttpServletResponse response) {
        Matcher header = SCHEME.matcher(request.getHeader("Authorization").strip());
        String token =
                header.matches() && header.group(1) != null ? header.group(1).strip() : "";
        return holders.holder(token).orElseThrow(() -> {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"api\", error=\"invalid_token\"");
            return new Problem(
                    Kind.NOT_SIGNED_IN,
                    Text.of("このAPIトークンは、正しくないか、取り消されたか、期限が切れています。", "This API token is wrong, revoked or over."),
                    Text.of("マイページで新しいトークンを作ってください。", "Make a new one on your page."));
        });
    }
}
