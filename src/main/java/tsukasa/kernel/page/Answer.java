package tsukasa.kernel.page;

/// What a controller answers a form with: a page, such as the form with its errors, or the way to the next page.
public sealed interface Answer permits Page, Redirect {}
