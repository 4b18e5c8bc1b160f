package tsukasa.kernel.web;

import java.net.InetAddress;
import java.util.Optional;

/// A range of network addresses in CIDR form, `10.0.0.0/8` or `fd00::/8`; a single address is a range of one.
record AddressRange(InetAddress start, int bits) {
    AddressRange {
        if (bits < 0 || bits > start.getAddress().length * 8) {
            throw new IllegalArgumentException("a prefix of " + bits + " bits is too long or too short");
        }
    }

    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            InetAddress start = InetAddress.ofLiteral(parts[0]);
            return new AddressRange(
                    start, parts.length == 2 ? Integer.parseInt(parts[1]) : start.getAddress().length * 8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tsukasa.trusted-proxies: «" + text + "» is no address range; write it like 10.0.0.0/8 or fd00::/8",
                    e);
        }
    }

    /// Reads an address without asking any name server. Empty when it is none.
    static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] ours = start.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
