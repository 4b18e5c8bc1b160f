package tsukasa.scheme.mine;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import tsukasa.scheme.Scheme;

/// The mark of a level: a shield in a ring, with as many stars as the level is high. Drawn from its geometry alone, as
/// SVG and as PNG, so that no font and no file is needed.
///
/// @param title what it stands for, for those who do not see it
record Emblem(int stars, String title) {
    private static final double SIZE = 512;
    private static final double MIDDLE = SIZE / 2;
    private static final String BLUE = "#0017c1";
    private static final String WHITE = "#ffffff";

    static Emblem of(Scheme scheme, Scheme.Level level) {
        return new Emblem(
                scheme.rank(level.id()) + 1,
                scheme.title().ja() + " " + level.title().ja());
    }

    record Point(double x, double y) {}

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\" role=\"img\"><title>")
                .append(escaped(title))
                .append("</title>")
                .append("<circle cx=\"256\" cy=\"256\" r=\"236\" fill=\"%s\" stroke=\"%s\" stroke-width=\"20\"/>"
                        .formatted(WHITE, BLUE))
                .append("<path fill=\"%s\" d=\"%s\"/>".formatted(BLUE, SHIELD));
        for (List<Point> star : starShapes()) {
            svg.append("<path fill=\"%s\" d=\"%s\"/>".formatted(WHITE, path(star)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static final String SHIELD =
            "M256 92C300 122 346 134 394 134V262C394 338 338 394 256 426C174 394 118 338 118 262V134C166 134 212 122 256 92Z";

    private static Path2D shield() {
        Path2D shape = new Path2D.Double();
        shape.moveTo(256, 92);
        shape.curveTo(300, 122, 346, 134, 394, 134);
        shape.lineTo(394, 262);
        shape.curveTo(394, 338, 338, 394, 256, 426);
        shape.curveTo(174, 394, 118, 338, 118, 262);
        shape.lineTo(118, 134);
        shape.curveTo(166, 134, 212, 122, 256, 92);
        shape.closePath();
        return shape;
    }

    /// Side by side in the middle of the shield, smaller the more there are.
    private List<List<Point>> starShapes() {
        double radius = Math.min(86, 118.0 / stars + 4);
        double gap = radius * 1.98;
        double left = MIDDLE - gap * (stars - 1) / 2;
        List<List<Point>> shapes = new ArrayList<>();
        for (int i = 0; i < stars; i++) {
            shapes.add(star(left + gap * i, 252, radius));
        }
        return shapes;
    }

    private static List<Point> star(double x, double y, double radius) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double reach = i % 2 == 0 ? radius : radius * 0.42;
            double angle = Math.toRadians(-90 + 36 * i);
            points.add(new Point(x + reach * Math.cos(angle), y + reach * Math.sin(angle)));
        }
        return points;
    }

    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L").append(String.format(Locale.ROOT, "%.1f %.1f", point.x, point.y));
        }
        return path.append("Z").toString();
    }

    byte[] png(int pixels) {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(pixels / SIZE, pixels / SIZE);
        Ellipse2D ring = new Ellipse2D.Double(20, 20, 472, 472);
        pen.setColor(Color.decode(WHITE));
        pen.fill(ring);
        pen.setColor(Color.decode(BLUE));
        pen.setStroke(new BasicStroke(20));
        pen.draw(ring);
        pen.fill(shield());
        pen.setColor(Color.decode(WHITE));
        starShapes().forEach(star -> pen.fill(shape(star)));
        pen.dispose();
        return encoded(image);
    }

    private static Path2D shape(List<Point> points) {
        Path2D shape = new Path2D.Double();
        shape.moveTo(points.getFirst().x, points.getFirst().y);
        points.stream().skip(1).forEach(point -> shape.lineTo(point.x, point.y));
        shape.closePath();
        return shape;
    }

    private static byte[] encoded(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
