package tsukasa.plan;

/// A cell whose correction would make the wrong checks come out.
///
/// @param stated     the figure in the table
/// @param likely     the figure that fits best
/// @param determined no other single cell explains the same checks as well
public record SuspectCell(String table, String row, String column, long stated, long likely, boolean determined) {}
