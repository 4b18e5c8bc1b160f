package tsukasa.advisories.csaf;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

final class Links {
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");

    private Links() {}

    /// What a reader may follow, in letters that every validator takes.
    static Optional<String> safe(String url) {
        try {
            URI uri = new URI(url.strip());
            boolean followed = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
            return followed ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
