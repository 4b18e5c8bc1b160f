package tsukasa.identity;

import java.util.Map;
import tsukasa.kernel.Text;

/// Names departments of the agency, so that they can be chosen and read. Whoever knows some says so with a bean of
/// this; a department that nobody names can be entered all the same.
public interface KnownDepartments {
    /// By id, in the order they are shown.
    Map<String, Text> names();
}
