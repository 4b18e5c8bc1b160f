package tsukasa.kernel.print;

import tsukasa.kernel.page.Page;

/// Prints a page whose template uses `kernel/paper.jte`.
public interface Printing {
    /// A PDF for A4 paper: fonts embedded, tagged for readers that speak it, with a table of contents to jump from.
    byte[] pdf(Page page);
}
