package tsukasa.hooks;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tsukasa.hooks.HookAddressOutcome.Accepted;
import tsukasa.hooks.HookAddressOutcome.Reason;
import tsukasa.hooks.HookAddressOutcome.Refused;

/// Where a target listens. What its name stands for is looked at anew at every delivery; here only what can be seen of
/// the address itself.
public record HookAddress(URI uri) {
    private static final int LONGEST = 1_000;
    private static final Set<Integer> PORTS = Set.of(443, 8443);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern OWN_NAME =
            Pattern.compile("(.*\\.)?(localhost|local|localdomain|internal|intranet|lan|home|corp|arpa|onion)");

    public HookAddress {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an address has a host and no credentials");
        }
    }

    /// @param loopback whether this machine itself may be a target, over http too: for tests and demonstrations
    public static HookAddressOutcome parse(String typed, boolean loopback) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            return new Refused(Reason.TOO_LONG);
        }
        try {
            return judge(new URI(asciiHost(text)), loopback);
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return new Refused(Reason.NO_ADDRESS);
        }
    }

    private static HookAddressOutcome judge(URI uri, boolean loopback) throws URISyntaxException {
        String scheme = lower(uri.getScheme());
        String host = lower(uri.getHost()).replaceFirst("\\.$", "");
        if (uri.getRawUserInfo() != null
                || uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            return new Refused(Reason.CREDENTIALS);
        }
        if (host.isEmpty() || !Set.of("https", "http").contains(scheme)) {
            return new Refused(Reason.NO_ADDRESS);
        }
        if (uri.getRawFragment() != null) {
            return new Refused(Reason.FRAGMENT);
        }
        HookAddress address = of(uri, scheme, host);
        if (loopback && LOOPBACK.contains(host)) {
            return new Accepted(address);
        }
        if (!scheme.equals("https")) {
            return new Refused(Reason.NOT_HTTPS);
        }
        if (!publicHost(host)) {
            return new Refused(Reason.NOT_PUBLIC);
        }
        return PORTS.contains(address.port()) ? new Accepted(address) : new Refused(Reason.PORT);
    }

    /// A name with a dot that is no network's own. Numbers are refused in every form: what needs a certificate has a
    /// name.
    private static boolean publicHost(String host) {
        return NAME.matcher(host).matches() && !OWN_NAME.matcher(host).matches();
    }

    private static HookAddress of(URI uri, String scheme, String host) throws URISyntaxException {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new HookAddress(new URI(new URI(scheme + "://" + host + port + path + query).toASCIIString()));
    }

    /// A name in Japanese as the wire knows it.
    private static String asciiHost(String text) {
        int begin = text.indexOf("://") + 3;
        if (begin < 3) {
            return text;
        }
        int end = begin;
        while (end < text.length() && "/?#:@[".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, begin) + IDN.toASCII(text.substring(begin, end)) + text.substring(end);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    public boolean encrypted() {
        return uri.getScheme().equals("https");
    }

    public String host() {
        return uri.getHost();
    }

    public int port() {
        return uri.getPort() >= 0 ? uri.getPort() : encrypted() ? 443 : 80;
    }

    /// What is shown to whoever need not know all of it: paths of targets often hold a secret of the receiver.
    public String shown() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + "/…";
    }

    @Override
    public String toString() {
        return shown();
    }
}
