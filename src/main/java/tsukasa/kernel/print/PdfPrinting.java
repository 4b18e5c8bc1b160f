package tsukasa.kernel.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Page;

/// Lays out XHTML with openhtmltopdf. It fetches nothing: whatever address a document names stays unread.
@Component
class PdfPrinting implements Printing {
    private static final String FAMILY = "BIZ UDPGothic";
    private static final String REGULAR = "/paper/BIZUDPGothic_400Regular.ttf";
    private static final String BOLD = "/paper/BIZUDPGothic_700Bold.ttf";

    private static final String STYLE = "/tsukasa/kernel/print/paper.css";

    private static final List<Font> OUTLINES = new ArrayList<>();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public byte[] pdf(Page page) {
        haveFonts();
        StringOutput document = new StringOutput();
        engine.render(page.template(), page, document);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useUriResolver((base, address) -> null);
            builder.useFont(() -> font(REGULAR), FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font(BOLD), FAMILY, 700, FontStyle.NORMAL, true);
            builder.useSVGDrawer(new PaperPictures(outlines()));
            builder.usePdfUaAccessibility(true);
            builder.withProducer("Tsukasa");
            builder.withHtmlContent(styled(document.toString()), null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pdf.toByteArray();
    }

    /// The style comes from us, not from the template: what browsers see has none inside either.
    private static String styled(String document) throws IOException {
        try (InputStream css = Objects.requireNonNull(PdfPrinting.class.getResourceAsStream(STYLE))) {
            String style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
            // Tags of the PDF take what a picture says from `alt`.
            return document.replace("role=\"img\" aria-label=", "role=\"img\" alt=")
                    .replaceFirst("</head>", Matcher.quoteReplacement("<style>" + style + "</style></head>"));
        }
    }

    /// A build without the front end has none, and a document without letters helps nobody.
    private static void haveFonts() {
        if (PdfPrinting.class.getResource(REGULAR) == null || PdfPrinting.class.getResource(BOLD) == null) {
            throw new Problem(
                    Problem.Kind.MAINTENANCE,
                    Text.of("印刷用の書体がありません。", "The fonts for printing are missing."),
                    Text.of(
                            "-Dnpm.skip を付けずに組み立て直すよう、管理者に伝えてください。",
                            "Tell the administrator to build again without -Dnpm.skip."));
        }
    }

    /// Read once; pictures draw their words with it.
    private static Font outlines() throws IOException {
        synchronized (OUTLINES) {
            if (OUTLINES.isEmpty()) {
                try (InputStream regular = font(REGULAR)) {
                    OUTLINES.add(Font.createFont(Font.TRUETYPE_FONT, regular));
                } catch (FontFormatException broken) {
                    throw new IllegalStateException(broken);
                }
            }
            return OUTLINES.getFirst();
        }
    }

    private static InputStream font(String path) {
        return Objects.requireNonNull(PdfPrinting.class.getResourceAsStream(path));
    }
}
