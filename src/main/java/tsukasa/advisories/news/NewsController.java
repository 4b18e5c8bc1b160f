package tsukasa.advisories.news;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.advisories.Delivery;
import tsukasa.advisories.Shelf;
import tsukasa.advisories.news.News.Page;
import tsukasa.kernel.Problem;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.kernel.feed.AtomFeed;
import tsukasa.kernel.feed.JsonFeed;
import tsukasa.kernel.kept.Packed;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Selection;
import tsukasa.vulnerability.Selections;

/// What is new, for readers of feeds, and where everything is, for search engines.
@RestController
class NewsController {
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);
    /// As many as one site map may have.
    private static final long PART = 50_000;

    private static final Pattern NAME = Pattern.compile("vulnerabilities-([0-9]{1,6})\\.xml");
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    private static final int AT_A_TIME = 2_000;
    private final News news;
    private final Selections catalogue;
    private final Entries entries;
    private final PublicAddress address;
    private final Shelf shelf;
    private final Delivery delivery;

    NewsController(
            News news, Selections catalogue, Entries entries, PublicAddress address, Shelf shelf, Delivery delivery) {
        this.news = news;
        this.catalogue = catalogue;
        this.entries = entries;
        this.address = address;
        this.shelf = shelf;
        this.delivery = delivery;
    }

    @GetMapping("/vulnerabilities/feed.json")
    void jsonFeed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        NewsAsked asked = NewsAsked.of(request.getParameterMap());
        delivery.kept(
                "jsonFeed " + asked,
                JsonFeed.TYPE,
                () -> packed(asked, page -> JsonFeed.bytes(news.feed(page, "json"))),
                request,
                response);
    }

    @GetMapping("/vulnerabilities/feed.atom")
    void atom(HttpServletRequest request, HttpServletResponse response) throws IOException {
        NewsAsked asked = NewsAsked.of(request.getParameterMap());
        delivery.kept(
                "atom " + asked,
                AtomFeed.TYPE,
                () -> packed(asked, page -> AtomFeed.bytes(news.feed(page, "atom"))),
                request,
                response);
    }

    private Packed packed(NewsAsked asked, Function<Page, byte[]> written) {
        Page page = news.page(asked);
        return Packed.of(written.apply(page), page.updated().orElse(null));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index() {
        StringBuilder text = new StringBuilder(HEAD).append("<sitemapindex").append(SPACE);
        for (long part = 0; part * PART < catalogue.last(); part++) {
            text.append("<sitemap><loc>")
                    .append(address.base())
                    .append("/sitemaps/vulnerabilities-")
                    .append(part)
                    .append(".xml</loc></sitemap>\n");
        }
        text.append("</sitemapindex>\n");
        return delivery.document(text.toString().getBytes(StandardCharsets.UTF_8), XML, null);
    }

    /// Each has the entries of a stretch of ids, so that an entry always stands in the same.
    @GetMapping("/sitemaps/{file}")
    ResponseEntity<Resource> part(@PathVariable String file, HttpServletRequest request) {
        Matcher name = NAME.matcher(file);
        if (!name.matches() || Long.parseLong(name.group(1)) * PART >= catalogue.last()) {
            throw Problem.notFound(Text.of("この名前のサイトマップはありません。", "There is no site map of this name."));
        }
        long part = Long.parseLong(name.group(1));
        return delivery.content(
                shelf.file("sitemap-" + part + ".xml", entries.mark(), out -> write(out, part * PART)), XML, request);
    }

    private void write(OutputStream out, long after) {
        print(out, HEAD + "<urlset" + SPACE);
        long last = after;
        List<EntryHead> heads = catalogue.after(Selection.ALL, last, AT_A_TIME);
        while (!heads.isEmpty() && heads.getFirst().id() <= after + PART) {
            heads.stream().filter(head -> head.id() <= after + PART).forEach(head -> print(out, line(head)));
            last = heads.getLast().id();
            heads = catalogue.after(Selection.ALL, last, AT_A_TIME);
        }
        print(out, "</urlset>\n");
    }

    private String line(EntryHead head) {
        return "<url><loc>" + address.base() + "/vulnerabilities/" + head.number() + "</loc><lastmod>"
                + head.updated().truncatedTo(ChronoUnit.SECONDS) + "</lastmod></url>\n";
    }

    private static void print(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
