package tsukasa.identity.access;

import java.util.List;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Who may do what, for administrators and auditors.
///
/// @param roles    the columns
/// @param powers   what each permission is, and who has it
/// @param walls    which rows of which table PostgreSQL lets through to whom
/// @param workers  work of the platform that passes walls under a name
/// @param found    how many addresses the filters leave, in one sentence
/// @param download the same as CSV
public record PermissionsPage(
        Frame frame,
        List<String> roles,
        List<Power> powers,
        List<Wall> walls,
        List<Worker> workers,
        List<Field> filters,
        String found,
        List<Line> lines,
        String download)
        implements Page {
    /// @param span what becomes of it when its role is given for some departments only
    public record Power(String word, String code, String span, List<Boolean> by) {}

    public record Wall(String table, String words, String command, String rule) {}

    public record Worker(String id, String words) {}

    /// @param asks    the permission in words, or that anyone may
    /// @param anyone  no permission is asked for
    /// @param allowed one for each role
    public record Line(String method, String path, String asks, boolean anyone, List<Boolean> allowed) {}

    @Override
    public String title() {
        return frame.say("権限の一覧", "Permissions");
    }
}
