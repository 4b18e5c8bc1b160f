package tsukasa.kernel.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Language;

/// How numbers, dates and money are written for a reader: exact, with thousands commas, dates as the language has them.
public record Writing(Language language) {
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public String number(long value) {
        return value < 0 ? "△" + grouped(-value) : grouped(value);
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// A whole number with commas; a share in per cent with one digit. The exact fraction stands in the page's data.
    public String amount(Fraction value, boolean ratio) {
        if (ratio) {
            return percent(value);
        }
        return value.isWhole()
                ? number(value.numerator().longValueExact())
                : value.decimal(1).toPlainString();
    }

    /// `78.4%`, rounded half up to one digit; never rounded up to or over a target by itself, comparisons are exact.
    public String percent(Fraction value) {
        BigDecimal percent = value.times(Fraction.of(100)).decimal(1);
        return percent.setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /// `66.6%`, cut off: a share that was fixed is never written larger than it is.
    public String percentCut(Fraction value) {
        Fraction percent = value.times(Fraction.of(100));
        return new BigDecimal(percent.numerator())
                        .divide(new BigDecimal(percent.denominator()), 1, RoundingMode.FLOOR)
                        .toPlainString()
                + "%";
    }

    /// Millions of yen as accounts are read: `△1,385`, `－` for nothing planned.
    public String millions(@Nullable Long value) {
        return value == null ? "－" : number(value);
    }

    /// 2022年1月11日 or 11 January 2022.
    public String date(LocalDate date) {
        return language == Language.JA
                ? "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                : ENGLISH_DATE.format(date);
    }

    /// 1月11日 or 11 Jan, where the year goes without saying.
    public String shortDate(LocalDate date) {
        return language == Language.JA
                ? "%d月%d日".formatted(date.getMonthValue(), date.getDayOfMonth())
                : date.getDayOfMonth() + " "
                        + date.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
    }

    /// 令和3年度 or fiscal year 2021.
    public String year(FiscalYear year) {
        int reiwa = year.year() - 2018;
        if (language == Language.EN || reiwa < 1) {
            return language == Language.EN ? "Fiscal year " + year.year() : year.year() + "年度";
        }
        return "令和" + (reiwa == 1 ? "元" : String.valueOf(reiwa)) + "年度";
    }

    public String month(YearMonth month) {
        return language == Language.JA
                ? month.getMonthValue() + "月"
                : month.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
    }

    /// `1.2 MB`, as short as it is still of use.
    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double kilobytes = bytes / 1024.0;
        return kilobytes < 1000
                ? String.format(Locale.ROOT, kilobytes < 10 ? "%.1f KB" : "%.0f KB", kilobytes)
                : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1024);
    }

    /// ISO date and minute in Japan, for staff tables and records.
    public String minute(Instant instant) {
        return MINUTE.format(instant.atZone(JAPAN));
    }

    public String day(Instant instant) {
        return instant.atZone(JAPAN).toLocalDate().toString();
    }
}
