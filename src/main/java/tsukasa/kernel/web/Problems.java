package tsukasa.kernel.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.Problem;
import tsukasa.kernel.RequestId;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.ProblemForm;

/// Answers a failed request in the reader's form: a page for people, RFC 9457 for machines, or as a module says that
/// its
/// clients read it. Never shows an exception's words.
@Component
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Pattern SECRET = Pattern.compile(
            "(?<![A-Za-z0-9_-])(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:/|$))[A-Za-z0-9_-]{36,}");
    private final Frames frames;
    private final PageRenderer renderer;
    private final ObjectProvider<ProblemForm> forms;
    private final ObjectMapper json = JsonMapper.builder().build();

    Problems(Frames frames, PageRenderer renderer, ObjectProvider<ProblemForm> forms) {
        this.frames = frames;
        this.renderer = renderer;
        this.forms = forms;
    }

    void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return; // whoever asked has gone: a closed tab is no failure of ours
        }
        Problem problem = ProblemKinds.of(failure);
        String reference = RequestId.of(request);
        log(problem, reference, request, failure);
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        if (problem.kind() == Problem.Kind.MAINTENANCE || problem.kind() == Problem.Kind.TOO_MANY) {
            response.setHeader(
                    "Retry-After", String.valueOf(problem.retryAfter().toSeconds()));
        }
        response.setHeader("Cache-Control", "no-store");
        ProblemForm.Asked asked = asked(request);
        Optional<ProblemForm.Told> told = forms.orderedStream()
                .flatMap(form -> form.told(problem, asked).stream())
                .findFirst();
        if (told.isPresent()) {
            send(told.get(), response);
            return;
        }
        if (problem.kind() == Problem.Kind.NOT_SIGNED_IN && canComeBack(request) && !wantsMachineAnswer(request)) {
            response.setStatus(303);
            response.setHeader("Location", "/sign-in?return=" + URLEncoder.encode(address(request), UTF_8));
            return;
        }
        Frame frame = frame(request, response);
        if (wantsMachineAnswer(request)) {
            sendJson(problem, reference, frame, response);
        } else {
            renderer.send(page(problem, reference, frame), response);
        }
    }

    /// The container hands on to an address of its own what failed before any of ours.
    private static ProblemForm.Asked asked(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return new ProblemForm.Asked(
                path instanceof String failed ? failed : request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""));
    }

    private static void send(ProblemForm.Told told, HttpServletResponse response) throws IOException {
        response.setStatus(told.status());
        response.setContentType(told.type());
        told.headers().forEach(response::setHeader);
        response.getOutputStream().write(told.body());
    }

    /// A database that is away or a full disk fails every request for the same reason: a line each, not a trace each.
    private static void log(Problem problem, String reference, HttpServletRequest request, Throwable failure) {
        if (problem.kind() == Problem.Kind.MAINTENANCE || problem.kind() == Problem.Kind.STORAGE_FULL) {
            LOG.error(
                    "request {} failed: {} {}: {}",
                    reference,
                    request.getMethod(),
                    told(request),
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        } else if (problem.kind().status() >= 500) {
            LOG.error("request {} failed: {} {}", reference, request.getMethod(), told(request), failure);
        }
    }

    /// An address may hold a secret, such as a sign-in link does.
    private static String told(HttpServletRequest request) {
        return SECRET.matcher(request.getRequestURI()).replaceAll("…");
    }

    /// Who is looking is in the database, which may be what is away.
    private Frame frame(HttpServletRequest request, HttpServletResponse response) {
        try {
            return frames.of(request, response);
        } catch (RuntimeException e) {
            return frames.bare(request, response);
        }
    }

    private static ProblemPage page(Problem problem, String reference, Frame frame) {
        Text title = ProblemKinds.title(problem.kind());
        return new ProblemPage(
                frame,
                problem.kind(),
                frame.say(title),
                frame.say(problem.what()),
                frame.say(problem.next()),
                reference);
    }

    private void sendJson(Problem problem, String reference, Frame frame, HttpServletResponse response)
            throws IOException {
        ObjectNode body = json.createObjectNode();
        body.put("title", ProblemKinds.title(problem.kind()).in(frame.language()));
        body.put("status", problem.kind().status());
        body.put("detail", frame.say(problem.what()));
        body.put("next", frame.say(problem.next()));
        body.put("reference", reference);
        response.setStatus(problem.kind().status());
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private static boolean canComeBack(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static boolean wantsMachineAnswer(HttpServletRequest request) {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return asked(request).path().startsWith("/api/") || accept.contains("json") && !accept.contains("text/html");
    }
}
