package tsukasa.kernel.page;

import jakarta.servlet.http.HttpServletRequest;

/// Leaves a message for the page that follows a redirect.
public interface Notices {
    void leave(HttpServletRequest request, Notice notice);
}
