package tsukasa.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/// A request as it was before the proxies passed it on.
final class ForwardedRequest extends HttpServletRequestWrapper {
    private final String client;
    private final String scheme;
    private final TrustedProxies.@Nullable Host host;

    ForwardedRequest(HttpServletRequest request, TrustedProxies proxies) {
        super(request);
        this.client = proxies.client(request);
        this.scheme = proxies.scheme(request.getHeaders("X-Forwarded-Proto")).orElse(request.getScheme());
        this.host = proxies.host(request).orElse(null);
    }

    @Override
    public String getRemoteAddr() {
        return client;
    }

    @Override
    public String getRemoteHost() {
        return client;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public boolean isSecure() {
        return scheme.equals("https");
    }

    @Override
    public String getServerName() {
        return host == null ? super.getServerName() : host.name();
    }

    @Override
    public int getServerPort() {
        if (host != null && host.port() > 0) {
            return host.port();
        }
        return host == null && scheme.equals(super.getScheme()) ? super.getServerPort() : isSecure() ? 443 : 80;
    }

    @Override
    public StringBuffer getRequestURL() {
        boolean usual = getServerPort() == (isSecure() ? 443 : 80);
        return new StringBuffer(scheme)
                .append("://")
                .append(getServerName())
                .append(usual ? "" : ":" + getServerPort())
                .append(getRequestURI());
    }
}
