package tsukasa.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.identity.AccessSettings;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.SignInMeans;
import tsukasa.identity.Visitor;

/// Whether somebody has proved well enough who they are for what they want to do.
@Component
class Assurance {
    private final SignInMeans means;
    private final AccessSettings settings;
    private final Clock clock;

    Assurance(SignInMeans means, AccessSettings settings, Clock clock) {
        this.means = means;
        this.settings = settings;
        this.clock = clock;
    }

    /// One's own pages need a session. What everyone may do freshly is to change how they sign in: for staff that takes
    /// the second proof as soon as there is one. All else is the staff's, and takes it always.
    boolean enough(Permit permit, Visitor visitor) {
        boolean recent = !permit.fresh() || visitor.proof().fresh(clock.instant());
        boolean twice = visitor.proof().level() >= 2;
        if (permit.value() == Permission.SIGNED_IN || permit.value() == Permission.SECOND_PROOF) {
            return !permit.fresh() || recent && (twice || !visitor.entrusted() || none(visitor));
        }
        return !settings.secondFactorRequired() || recent && twice;
    }

    private boolean none(Visitor visitor) {
        return means.of(visitor.id()).none();
    }

    /// Where the second proof is asked for; afterwards one goes on where one was.
    static String askFor(HttpServletRequest request) {
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean sent = request.getMethod().equals("POST");
        ReturnPath goOn = ReturnPath.orHome(sent ? pageOf(request) : here);
        return "/sign-in/second?" + (sent ? "unsent=true&" : "") + "return="
                + URLEncoder.encode(goOn.value(), StandardCharsets.UTF_8);
    }

    /// The page whose form was sent. Whatever it claims to be, it is read as a path of ours.
    private static String pageOf(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader("Referer"))
                    .map(URI::create)
                    .map(page -> page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))
                    .orElse("/");
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
