package tsukasa.kernel.print;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Font;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/// Brings the pictures of `kernel.chart` to paper. It knows the few shapes those are made of and nothing else of SVG,
/// so it needs no library that also runs scripts and fetches pictures.
final class PaperPictures implements SVGDrawer {
    private final Font font;

    PaperPictures(Font font) {
        this.font = font;
    }

    @Override
    public SVGImage buildSVGImage(
            Element picture, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        return new Picture(picture, font, dotsPerPixel);
    }

    private record Picture(Element picture, Font font, double dotsPerPixel) implements SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(pixels("width") * dotsPerPixel);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(pixels("height") * dotsPerPixel);
        }

        private int pixels(String name) {
            return Integer.parseInt(picture.getAttribute(name));
        }

        @Override
        public void drawSVG(OutputDevice paper, RenderingContext context, double x, double y) {
            paper.drawWithGraphics(
                    (float) x,
                    (float) y,
                    pixels("width"),
                    pixels("height"),
                    graphics -> new PaperShapes(graphics, font).draw(picture));
        }
    }

    /// The one font is given; documents bring none.
    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}
}
