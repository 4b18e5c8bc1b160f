package tsukasa.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the proxies we trust say about a request. Only the `X-Forwarded-*` headers are read: a proxy that sets these
/// and passes an unknown `Forwarded` through would let anybody say anything.
final class TrustedProxies {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");
    private final List<AddressRange> ranges;

    TrustedProxies(List<String> ranges) {
        this.ranges = ranges.stream()
                .filter(range -> !range.isBlank())
                .map(AddressRange::of)
                .toList();
    }

    boolean trusts(String address) {
        return AddressRange.address(address).map(this::trusts).orElse(false);
    }

    private boolean trusts(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /// The client: the first address from the right that is no proxy of ours. What stands left of it is hearsay.
    String client(HttpServletRequest request) {
        String client = request.getRemoteAddr();
        List<String> hops = values(request.getHeaders("X-Forwarded-For"));
        for (String hop : hops.reversed()) {
            Optional<InetAddress> address = AddressRange.address(withoutPort(hop));
            if (address.isEmpty()) {
                return client;
            }
            client = address.get().getHostAddress();
            if (!trusts(address.get())) {
                return client;
            }
        }
        return client;
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    /// Secure only when every hop was.
    ///
    /// @param told the lines of `X-Forwarded-Proto`
    Optional<String> scheme(Enumeration<String> told) {
        List<String> schemes = values(told);
        if (schemes.isEmpty()) {
            return Optional.empty();
        }
        boolean secure =
                schemes.stream().allMatch(s -> s.toLowerCase(Locale.ROOT).equals("https"));
        return Optional.of(secure ? "https" : "http");
    }

    /// The host the nearest proxy was asked for.
    Optional<Host> host(HttpServletRequest request) {
        List<String> hosts = values(request.getHeaders("X-Forwarded-Host"));
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        Matcher host = HOST.matcher(hosts.getLast());
        if (!host.matches()) {
            return Optional.empty();
        }
        String port = host.group(2);
        int number = port == null ? -1 : Integer.parseInt(port);
        return number > 65_535 || number == 0 ? Optional.empty() : Optional.of(new Host(host.group(1), number));
    }

    private static List<String> values(Enumeration<String> lines) {
        List<String> all = new ArrayList<>();
        for (String line : Collections.list(lines)) {
            for (String value : line.split(",", 64)) {
                if (!value.isBlank()) {
                    all.add(value.strip());
                }
            }
        }
        return all;
    }

    /// @param port -1 when the scheme's own
    record Host(String name, int port) {}
}
