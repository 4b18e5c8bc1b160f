package tsukasa.kernel;

import java.net.URI;

/// The address people know this platform by, for links in mails, feeds and files. It comes from the settings and never
/// from a request, whose `Host` anyone may forge.
public interface PublicAddress {
    /// Without a slash at the end.
    String base();

    /// @param path begins with `/`
    default URI of(String path) {
        return URI.create(base() + path);
    }
}
