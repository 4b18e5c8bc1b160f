package tsukasa.kernel.page;

/// One step of the way to a page, after ホーム and before the page itself.
public record Crumb(String title, String address) {}
