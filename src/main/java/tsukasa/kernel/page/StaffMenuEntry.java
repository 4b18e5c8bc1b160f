package tsukasa.kernel.page;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// One thing staff can do, offered on `/staff` to those who have the permission. A module makes a bean of each.
///
/// @param permission the name of a permission, as in `Viewer.may`
/// @param order      smaller stands first
/// @param waiting    how many things wait there; absent when nothing ever waits
public record StaffMenuEntry(
        Text title,
        Text purpose,
        String path,
        String permission,
        int order,
        @Nullable LongSupplier waiting) {
    public static StaffMenuEntry of(Text title, Text purpose, String path, String permission, int order) {
        return new StaffMenuEntry(title, purpose, path, permission, order, null);
    }

    public StaffMenuEntry counting(LongSupplier supplier) {
        return new StaffMenuEntry(title, purpose, path, permission, order, supplier);
    }
}
