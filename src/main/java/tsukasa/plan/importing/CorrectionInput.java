package tsukasa.plan.importing;

import org.jspecify.annotations.Nullable;

/// A correction as it comes from the form.
///
/// @param what    item, target, cell, year
/// @param subject the place, or `table/row/column`
record CorrectionInput(
        @Nullable String what,
        @Nullable String subject,
        @Nullable Integer position,
        @Nullable Integer version,
        @Nullable String place,
        @Nullable String role,
        @Nullable String title,
        @Nullable String comparator,
        @Nullable String value,
        @Nullable String unit,
        @Nullable String remove) {

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
