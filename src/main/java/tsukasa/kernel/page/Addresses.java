package tsukasa.kernel.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Addresses with one parameter changed, for filters, pagers and the language switch.
final class Addresses {
    private Addresses() {}

    static String with(String path, String query, String name, @Nullable String value) {
        List<String> kept = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            String key = decoded(pair.split("=", 2)[0]);
            boolean restartsPaging = key.equals("page") && !name.equals("lang");
            if (!pair.isEmpty() && !key.equals(name) && !restartsPaging) {
                kept.add(pair);
            }
        }
        if (value != null) {
            kept.add(encoded(name) + "=" + encoded(value));
        }
        return kept.isEmpty() ? path : path + "?" + String.join("&", kept);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
