package tsukasa.kernel.page;

/// After something was done: see another page of ours (303), so that reloading does not do it again.
///
/// @param path an address of this site, with its query if there is one; never another site's
public record Redirect(String path) implements Answer {
    public Redirect {
        if (!path.startsWith("/")
                || path.startsWith("//")
                || path.chars().anyMatch(c -> c <= ' ' || c >= 127 || c == '\\')) {
            throw new IllegalArgumentException("a redirect leads to a path of this site");
        }
    }
}
