package tsukasa.cycle.years;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.SheetCell;
import tsukasa.plan.Threshold;

/// Figures and years as people copy them from printed reports.
sealed interface WrittenFigure {
    record Of(Fraction figure) implements WrittenFigure {}

    /// Left open, or `－`.
    record Nothing() implements WrittenFigure {}

    record Odd(Text why, Text next) implements WrittenFigure {}

    Pattern NUMBER = Pattern.compile("([0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(\\.[0-9]{1,6})?");
    Pattern PARTS = Pattern.compile("([0-9]{1,12})/([0-9]{0,11}[1-9][0-9]{0,11})");
    Pattern WESTERN = Pattern.compile("((?:19|20)[0-9]{2})(?:年度?|\\.0)?");
    Pattern ERA = Pattern.compile("(平成|令和|H|R)(元|[0-9]{1,2})(?:年度?)?");

    /// A share needs its sign, since 66.7 and 0.667 could both be meant by it.
    static WrittenFigure output(Threshold threshold, String written) {
        String text = plain(written);
        String unit = SheetCell.plain(threshold.unit().title().ja());
        if (none(text)) {
            return new Nothing();
        }
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            return new Of(Fraction.of(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))));
        }
        if (!threshold.unit().ratio()) {
            return number(
                            unit.isEmpty() || !text.endsWith(unit)
                                    ? text
                                    : text.substring(0, text.length() - unit.length()))
                    .<WrittenFigure>map(Of::new)
                    .orElseGet(() -> odd(written, "1,234 のように、数で書いてください。", "Write a number, like 1,234."));
        }
        return Optional.of(text)
                .filter(share -> share.endsWith("%"))
                .flatMap(share -> number(share.substring(0, share.length() - 1)))
                .<WrittenFigure>map(percent -> new Of(percent.dividedBy(Fraction.of(100))))
                .orElseGet(() -> odd(written, "66.7% か 2/3 のように書いてください。", "Write it like 66.7% or 2/3."));
    }

    /// Millions as they are printed, kept as yen.
    static WrittenFigure millions(String written) {
        String text = plain(written).replaceFirst("百万円$", "");
        if (none(text)) {
            return new Nothing();
        }
        return number(text)
                .map(millions -> millions.times(Fraction.of(1_000_000)))
                .<WrittenFigure>map(Of::new)
                .orElseGet(() -> odd(written, "百万円で、1,234 のように書いてください。", "Write millions of yen, like 1,234."));
    }

    static WrittenFigure people(String written) {
        String text = plain(written).replaceFirst("[人名]$", "");
        if (none(text)) {
            return new Nothing();
        }
        return number(text)
                .filter(Fraction::isWhole)
                .<WrittenFigure>map(Of::new)
                .orElseGet(() -> odd(written, "人数を整数で書いてください。", "Write a whole number of people."));
    }

    /// `2020`, `2020年度`, `令和2年度`, `R2`, `平成30年度`, `H30`.
    static Optional<FiscalYear> year(String written) {
        String text = plain(written);
        Matcher western = WESTERN.matcher(text);
        if (western.matches()) {
            return Optional.of(new FiscalYear(Integer.parseInt(western.group(1))));
        }
        Matcher era = ERA.matcher(text);
        if (!era.matches()) {
            return Optional.empty();
        }
        int nth = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
        boolean heisei = era.group(1).equals("平成") || era.group(1).equals("H");
        return Optional.of(new FiscalYear((heisei ? 1988 : 2018) + nth));
    }

    private static String plain(String written) {
        return SheetCell.plain(written.length() > 100 ? written.substring(0, 100) : written)
                .replaceAll("\\s", "");
    }

    private static boolean none(String text) {
        return text.isEmpty() || text.matches("[-‐‑‒–—―−ーｰ─]");
    }

    private static Optional<Fraction> number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches() ? Optional.of(Fraction.of(new BigDecimal(text.replace(",", "")))) : Optional.empty();
    }

    private static Odd odd(String written, String ja, String en) {
        String shown = SheetCell.shown(written.strip());
        return new Odd(Text.of("値として読めません：" + shown, "It cannot be read as a figure: " + shown), Text.of(ja, en));
    }
}
