package tsukasa.search;

/// Where a page ended. It goes through a whole collection page by page, however long, and may be handed out.
public record SearchCursor(String value) {
    public SearchCursor {
        if (value.length() > 2000) {
            throw new IllegalArgumentException("not a cursor");
        }
    }
}
