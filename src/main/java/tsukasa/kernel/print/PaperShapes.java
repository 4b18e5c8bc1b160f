package tsukasa.kernel.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Draws rectangles, circles, straight paths and words as the styles of charts say, in the colours of paper.
final class PaperShapes {
    private static final Color ACCENT = new Color(0x0017C1);
    private static final Color INK = new Color(0x1A1A1C);
    private static final Color INK_2 = new Color(0x4D4D4D);
    private static final Color LINE = new Color(0xCCCCCC);
    /// Letters on paper are smaller than on screen.
    private static final float SIZE = 10.5f;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Pattern STEP = Pattern.compile("([MLHVZ])([^MLHVZ]*)");
    private final Graphics2D graphics;
    private final Font font;

    PaperShapes(Graphics2D graphics, Font font) {
        this.graphics = graphics;
        this.font = font.deriveFont(SIZE);
    }

    void draw(Element picture) {
        for (Node node = picture.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element shape) {
                Set<String> styles = Set.of(shape.getAttribute("class").strip().split("\\s+"));
                switch (shape.getTagName()) {
                    case "rect" -> paint(rectangle(shape), styles);
                    case "circle" -> paint(circle(shape), styles);
                    case "path" -> paint(path(shape.getAttribute("d")), styles);
                    case "text" -> write(shape, styles);
                    default -> {}
                }
            }
        }
    }

    /// What has a class we do not know is left out rather than drawn black.
    private void paint(Shape shape, Set<String> styles) {
        if (styles.contains("act-f")) {
            fill(shape, ACCENT);
        } else if (styles.contains("goal-f")) {
            fill(shape, INK);
        } else if (styles.contains("hollow")) {
            fill(shape, Color.WHITE);
            stroke(shape, ACCENT, 1.5f);
        } else if (styles.contains("act")) {
            stroke(shape, ACCENT, 2.5f);
        } else if (styles.contains("spark-line")) {
            stroke(shape, ACCENT, 1.5f);
        } else if (styles.contains("goal")) {
            stroke(shape, INK, 1.5f);
        } else if (styles.contains("ax0")) {
            stroke(shape, INK, 1);
        } else if (styles.contains("ax")) {
            stroke(shape, LINE, 1);
        }
    }

    private void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    private void stroke(Shape shape, Color colour, float width) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(width));
        graphics.draw(shape);
    }

    private static Shape rectangle(Element shape) {
        return new Rectangle2D.Double(
                number(shape, "x"), number(shape, "y"), number(shape, "width"), number(shape, "height"));
    }

    private static Shape circle(Element shape) {
        double radius = number(shape, "r");
        return new Ellipse2D.Double(number(shape, "cx") - radius, number(shape, "cy") - radius, 2 * radius, 2 * radius);
    }

    private static Shape path(String data) {
        Path2D path = new Path2D.Double();
        Matcher steps = STEP.matcher(data);
        while (steps.find()) {
            double[] at = numbers(steps.group(2));
            double x =
                    path.getCurrentPoint() == null ? 0 : path.getCurrentPoint().getX();
            double y =
                    path.getCurrentPoint() == null ? 0 : path.getCurrentPoint().getY();
            switch (steps.group(1)) {
                case "M" -> path.moveTo(at[0], at[1]);
                case "L" -> path.lineTo(at[0], at[1]);
                case "H" -> path.lineTo(at[0], y);
                case "V" -> path.lineTo(x, at[0]);
                default -> path.closePath();
            }
        }
        return path;
    }

    /// As outlines: the table beside the picture has the words for those who search or listen.
    private void write(Element shape, Set<String> styles) {
        GlyphVector words = font.createGlyphVector(EXACT, shape.getTextContent());
        double width = words.getLogicalBounds().getWidth();
        double shift = styles.contains("m") ? width / 2 : styles.contains("e") ? width : 0;
        Color colour = styles.contains("a") ? ACCENT : styles.contains("ink") || styles.contains("s") ? INK : INK_2;
        fill(words.getOutline((float) (number(shape, "x") - shift), (float) number(shape, "y")), colour);
    }

    private static double[] numbers(String written) {
        String[] parts = written.strip().split("[\\s,]+");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = parts[i].isEmpty() ? 0 : Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    private static double number(Element shape, String name) {
        return Double.parseDouble(shape.getAttribute(name));
    }
}
