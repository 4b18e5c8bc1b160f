package tsukasa.kernel.page;

/// A view of the same thing beside others, as a link.
public record Tab(String title, String address, boolean current) {}
