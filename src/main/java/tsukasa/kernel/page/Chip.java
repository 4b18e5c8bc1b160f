package tsukasa.kernel.page;

import org.jspecify.annotations.Nullable;

/// A filter: one in force, which its link removes, or one offered, which its link sets.
public record Chip(
        String title,
        String address,
        boolean inForce,
        @Nullable Long count) {
    public static Chip inForce(String title, String addressWithout) {
        return new Chip(title, addressWithout, true, null);
    }

    public static Chip offered(String title, String addressWith) {
        return new Chip(title, addressWith, false, null);
    }
}
