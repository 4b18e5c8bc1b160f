package tsukasa.naming.cpe;

import tsukasa.naming.CpeName;
import tsukasa.naming.CpeValue;

/// Binds a name to a URI (NISTIR 7695, 6.1.2).
final class UriWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private UriWriter() {}

    static String write(CpeName name) {
        var uri = new StringBuilder(64).append("cpe:/");
        append(uri, name.part());
        for (var value : new CpeValue[] {name.vendor(), name.product(), name.version(), name.update()}) {
            append(uri.append(':'), value);
        }
        uri.append(':');
        edition(uri, name);
        append(uri.append(':'), name.language());
        var end = uri.length();
        while (end > "cpe:/".length() && uri.charAt(end - 1) == ':') {
            end--;
        }
        uri.setLength(end);
        return uri.toString();
    }

    private static void edition(StringBuilder uri, CpeName name) {
        var more = new CpeValue[] {name.softwareEdition(), name.targetSoftware(), name.targetHardware(), name.other()};
        var packed = false;
        for (var value : more) {
            packed |= value != CpeValue.ANY;
        }
        if (packed) {
            uri.append('~');
        }
        append(uri, name.edition());
        if (packed) {
            for (var value : more) {
                append(uri.append('~'), value);
            }
        }
    }

    private static void append(StringBuilder uri, CpeValue value) {
        switch (value) {
            case CpeValue.Logical logical -> uri.append(logical == CpeValue.Logical.NA ? "-" : "");
            case CpeValue.Words(var text) -> {
                for (var at = 0; at < text.length(); at++) {
                    var letter = text.charAt(at);
                    switch (letter) {
                        case '?' -> uri.append("%01");
                        case '*' -> uri.append("%02");
                        case '\\' -> {
                            var escaped = text.charAt(++at);
                            uri.append('%').append(HEX[escaped >> 4]).append(HEX[escaped & 15]);
                        }
                        default -> uri.append(letter);
                    }
                }
            }
        }
    }
}
