package tsukasa.kernel.web;

import java.util.concurrent.TimeUnit;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.RequestId;
import tsukasa.kernel.kept.Gzip;
import tsukasa.kernel.web.FrontShelf.Header;
import tsukasa.kernel.web.FrontShelf.Place;
import tsukasa.kernel.web.FrontShelf.Ready;

/// Sends what stands on the shelf as soon as the head of a request is read. Only plain questions are taken, whose
/// answer is the same for everybody: all others, and all that is not on the shelf, go their usual way.
final class FrontAdapter extends PassedOn {
    private static final String[] NOT_PLAIN = {
        "Authorization", "Range", "If-Match", "If-Modified-Since", "If-Unmodified-Since"
    };
    private final FrontShelf shelf;
    private final TrustedProxies proxies;
    private final String scheme;

    FrontAdapter(Adapter usual, FrontShelf shelf, TrustedProxies proxies, String scheme) {
        super(usual);
        this.shelf = shelf;
        this.proxies = proxies;
        this.scheme = scheme;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        long begun = System.nanoTime();
        Ready ready = find(request);
        String known = ready == null ? null : request.getHeader("If-None-Match");
        if (ready == null || known != null && !known.equals(ready.tag())) {
            super.service(request, response);
            return;
        }
        head(ready, request, response, known != null);
        if (known == null) {
            response.doWrite(ready.packed().duplicate());
        }
        shelf.timer(ready.pattern(), known != null).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        response.action(ActionCode.CLOSE, null);
    }

    private @Nullable Ready find(Request request) {
        if (!"GET".equals(request.getMethod()) || !Gzip.taken(request.getHeader("Accept-Encoding"))) {
            return null;
        }
        String address = address(request);
        Ready ready = shelf.find(new Place(scheme(request), address)).orElse(null);
        return ready != null && plain(request) ? ready : null;
    }

    private static boolean plain(Request request) {
        for (String header : NOT_PLAIN) {
            if (request.getHeader(header) != null) {
                return false;
            }
        }
        return true;
    }

    private static String address(Request request) {
        MessageBytes question = request.queryString();
        String path = request.requestURI().toString();
        return question.isNull() ? path : path + "?" + question;
    }

    private String scheme(Request request) {
        String told = request.getHeader("X-Forwarded-Proto");
        return told == null || !believed(request)
                ? scheme
                : proxies.scheme(request.getMimeHeaders().values("X-Forwarded-Proto"))
                        .orElse(scheme);
    }

    private boolean believed(Request request) {
        request.action(ActionCode.REQ_HOST_ADDR_ATTRIBUTE, request);
        return proxies.trusts(request.remoteAddr().toString());
    }

    private void head(Ready ready, Request request, Response response, boolean known) {
        String named = request.getHeader(RequestId.HEADER);
        response.setHeader(RequestId.HEADER, RequestId.name(named != null && believed(request) ? named : null));
        response.setStatus(known ? 304 : 200);
        for (Header header : ready.headers()) {
            if (!known || !header.name().equalsIgnoreCase("Content-Encoding")) {
                response.addHeader(header.name(), header.value());
            }
        }
        if (!known) {
            response.setContentType(ready.type());
            response.setContentLength(ready.size());
        }
    }
}
