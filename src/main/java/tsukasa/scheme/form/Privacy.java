package tsukasa.scheme.form;

import jakarta.servlet.http.HttpServletResponse;
import tsukasa.scheme.form.DraftDesk.Opened;

/// Pages behind a secret address: no copy stays in a cache, no search engine lists them.
final class Privacy {
    private Privacy() {}

    static void keep(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    static Opened open(DraftDesk drafts, HttpServletResponse response, String scheme, String draft) {
        keep(response);
        return drafts.open(scheme, draft);
    }
}
