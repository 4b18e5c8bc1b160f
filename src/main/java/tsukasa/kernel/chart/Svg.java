package tsukasa.kernel.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes SVG: every text escaped, every coordinate finite, no style but classes, since the pages forbid inline style.
final class Svg {
    private final StringBuilder out = new StringBuilder(2048);

    static Svg picture(int width, int height, String style, String message) {
        Svg svg = new Svg();
        svg.out
                .append("<svg class=\"")
                .append(style)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escape(message))
                .append("\">");
        return svg;
    }

    /// As wide as its place; coordinates across are in per cent, so that nothing is distorted.
    static Svg strip(int height, String style, String message) {
        Svg svg = new Svg();
        svg.out
                .append("<svg class=\"")
                .append(style)
                .append("\" width=\"100%\" height=\"")
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escape(message))
                .append("\">");
        return svg;
    }

    Svg path(String style, String data) {
        out.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(data)
                .append("\"/>");
        return this;
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        return path(style, "M" + at(x1) + " " + at(y1) + "L" + at(x2) + " " + at(y2));
    }

    Svg rect(String style, String x, double y, String width, double height) {
        out.append("<rect class=\"")
                .append(style)
                .append("\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(at(y))
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(at(height))
                .append("\"/>");
        return this;
    }

    Svg circle(String style, String x, double y, double radius) {
        out.append("<circle class=\"")
                .append(style)
                .append("\" cx=\"")
                .append(x)
                .append("\" cy=\"")
                .append(at(y))
                .append("\" r=\"")
                .append(at(radius))
                .append("\"/>");
        return this;
    }

    Svg stretched(String style, String x1, String x2, double y) {
        out.append("<line class=\"")
                .append(style)
                .append("\" x1=\"")
                .append(x1)
                .append("\" x2=\"")
                .append(x2)
                .append("\" y1=\"")
                .append(at(y))
                .append("\" y2=\"")
                .append(at(y))
                .append("\"/>");
        return this;
    }

    /// Shapes drawn in pixels around a place given in per cent.
    Svg around(String x, String shapes) {
        out.append("<svg x=\"")
                .append(x)
                .append("\" overflow=\"visible\">")
                .append(shapes)
                .append("</svg>");
        return this;
    }

    Svg text(String style, double x, double y, String words) {
        out.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(at(x))
                .append("\" y=\"")
                .append(at(y))
                .append("\">")
                .append(escape(words))
                .append("</text>");
        return this;
    }

    Svg raw(String markup) {
        out.append(markup);
        return this;
    }

    String close() {
        return out.append("</svg>").toString();
    }

    /// A coordinate with at most one decimal. A chart that would write NaN is a mistake, not a picture.
    static String at(double coordinate) {
        if (!Double.isFinite(coordinate)) {
            throw new IllegalArgumentException("not a coordinate: " + coordinate);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(coordinate).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String percent(double share) {
        if (!Double.isFinite(share)) {
            throw new IllegalArgumentException("not a share: " + share);
        }
        return BigDecimal.valueOf(share)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    static String escape(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c < ' ' ? ' ' : c);
            }
        }
        return safe.toString();
    }

    /// About how wide 13 px text is drawn: full-width characters 13, others 7.5.
    static double width(String words) {
        return words.codePoints().mapToDouble(c -> c > 0x2000 ? 13 : 7.5).sum();
    }
}
