package tsukasa.kernel.web;

import tsukasa.kernel.Problem;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Every answer that is not the one asked for: what happened, and what to do next.
///
/// @param reference what to tell the help desk, so that the failure can be found in the log
public record ProblemPage(Frame frame, Problem.Kind kind, String title, String what, String next, String reference)
        implements Page {
    @Override
    public int status() {
        return kind.status();
    }
}
