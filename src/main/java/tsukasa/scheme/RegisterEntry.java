package tsukasa.scheme;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Prefecture;

/// 登録簿の記載: what the register says of one subject for a span of days.
///
/// @param subject   corporate number, or `P-` and the case number for a person without one
/// @param validFrom first day
/// @param validTo   the day after the last; null while it stands
/// @param recordedAt when the register learned it
public record RegisterEntry(
        String number,
        String subject,
        String name,
        @Nullable String kana,
        @Nullable String english,
        Prefecture prefecture,
        String industry,
        @Nullable Integer employees,
        @Nullable Long capital,
        boolean small,
        String level,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt) {}
