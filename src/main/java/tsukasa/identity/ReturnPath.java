package tsukasa.identity;

/// Where to go after signing in: always an address of ours, never another site's. Anything else becomes the home page.
public record ReturnPath(String value) {
    public static final ReturnPath HOME = new ReturnPath("/");
    private static final int LONGEST = 2000;

    public ReturnPath {
        if (!local(value)) {
            throw new IllegalArgumentException("not a path of this platform");
        }
    }

    /// Reads an untrusted address.
    public static ReturnPath orHome(String asked) {
        return local(asked) ? new ReturnPath(asked) : HOME;
    }

    /// Browsers read `//host` and `/\host` as another site and drop tabs and line breaks before they look, so only
    /// printable ASCII without a backslash is let through (WHATWG URL, §4.4).
    private static boolean local(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= LONGEST
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != '"' && c != '<' && c != '>');
    }
}
