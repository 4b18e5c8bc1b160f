package tsukasa.kernel.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
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
            builder.usePdfUaAccessibility(true);
            builder.withProducer("Tsukasa");
            builder.withHtmlContent(document.toString(), null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pdf.toByteArray();
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

    private static InputStream font(String path) {
        return Objects.requireNonNull(PdfPrinting.class.getResourceAsStream(path));
    }
}
