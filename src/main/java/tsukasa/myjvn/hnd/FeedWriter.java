package tsukasa.myjvn.hnd;

import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.round.Pace;
import tsukasa.myjvn.FeedDocuments;
import tsukasa.vulnerability.Catalogue;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryLists;
import tsukasa.vulnerability.EntryLists.Numbered;

/// Reads a hundred entries at a time: what the sources say of one may be megabytes.
@Component
class FeedWriter implements FeedDocuments {
    private static final int AT_A_TIME = 100;
    private final Entries entries;
    private final EntryLists lists;
    private final Catalogue catalogue;
    private final CatalogueDocument catalogues;
    private final ItemElement item;
    private final VulinfoElement vulinfo;
    private final PublicAddress address;
    private final Clock clock;

    FeedWriter(
            Entries entries,
            EntryLists lists,
            Catalogue catalogue,
            CatalogueDocument catalogues,
            ItemElement item,
            VulinfoElement vulinfo,
            PublicAddress address,
            Clock clock) {
        this.entries = entries;
        this.lists = lists;
        this.catalogue = catalogue;
        this.catalogues = catalogues;
        this.item = item;
        this.vulinfo = vulinfo;
        this.address = address;
        this.clock = clock;
    }

    private record Open(Sheet sheet, Xml xml) {}

    @Override
    public void entries(List<Numbered> numbers, List<Sheet> sheets) {
        List<Open> open = sheets.stream()
                .map(sheet -> new Open(sheet, new Xml(sheet.out())))
                .toList();
        open.forEach(each -> begin(each, numbers));
        Pace pace = new Pace();
        for (int from = 0; from < numbers.size(); from += AT_A_TIME) {
            List<Long> ids = numbers.subList(from, Math.min(numbers.size(), from + AT_A_TIME)).stream()
                    .map(Numbered::id)
                    .toList();
            for (Item each : Item.of(entries.heads(ids), entries, lists.moments(ids))) {
                open.forEach(document -> write(document, each));
            }
            pace.rest();
        }
        open.forEach(each -> end(each, numbers.size()));
    }

    private void begin(Open open, List<Numbered> numbers) {
        Language language = open.sheet().language();
        switch (open.sheet().shape()) {
            case FORMER -> {
                FormerFeed.open(open.xml(), language);
                channel(open, numbers);
            }
            case OVERVIEW -> {
                OverviewDocument.open(open.xml(), language);
                channel(open, numbers);
            }
            case DETAIL -> DetailDocument.open(open.xml(), language);
        }
    }

    private void channel(Open open, List<Numbered> numbers) {
        Sheet sheet = open.sheet();
        boolean former = sheet.shape() == Shape.FORMER;
        String title = sheet.title().in(sheet.language());
        String now = Dates.written(clock.instant());
        Xml xml = open.xml();
        xml.open("channel", "rdf:about", sheet.address())
                .text("title", title)
                .text("link", address.base() + "/")
                .text("description", title);
        if (former) {
            xml.empty("dc:creator");
        }
        xml.text("dc:date", now);
        if (!former) {
            xml.empty("dcterms:issued");
        }
        xml.text("dcterms:modified", now);
        if (!former) {
            Handling.write(xml);
        }
        xml.open("items").open("rdf:Seq");
        for (Numbered each : numbers) {
            xml.empty(
                    "rdf:li",
                    "rdf:resource",
                    Item.page(address.base(), each.number().toString(), sheet.language()));
        }
        xml.close().close().close();
    }

    private void write(Open open, Item each) {
        Language language = open.sheet().language();
        switch (open.sheet().shape()) {
            case FORMER -> item.write(open.xml(), each, language, Dates::withoutSeconds);
            case OVERVIEW -> item.write(open.xml(), each, language, Dates::written);
            case DETAIL -> vulinfo.write(open.xml(), each, language);
        }
    }

    private static void end(Open open, int size) {
        Language language = open.sheet().language();
        switch (open.sheet().shape()) {
            case FORMER -> open.xml().close();
            case OVERVIEW -> {
                whole("getVulnOverviewList", language, size).write(open.xml());
                open.xml().close();
            }
            case DETAIL -> DetailDocument.close(open.xml(), whole("getVulnDetailInfo", language, size));
        }
        open.xml().done();
    }

    /// As if the method had been asked for all at once.
    private static Outcome whole(String method, Language language, int size) {
        return new Outcome(Map.of("method", method, "feed", "hnd"), language, size, size, size, 1, null);
    }

    @Override
    public void vendors(Language language, OutputStream out) {
        Xml xml = new Xml(out);
        CatalogueDocument.open(xml, language);
        int[] count = {0};
        catalogue.vendors(vendor -> {
            catalogues.vendor(xml, vendor, language);
            count[0]++;
        });
        close(xml, whole("getVendorList", language, count[0]));
    }

    @Override
    public void products(Language language, OutputStream out) {
        Xml xml = new Xml(out);
        CatalogueDocument.open(xml, language);
        int[] count = {0};
        CatalogueDocument.Grouping grouping = catalogues.grouping(xml, language);
        catalogue.products(product -> {
            grouping.write(product);
            count[0]++;
        });
        grouping.end();
        close(xml, whole("getProductList", language, count[0]));
    }

    private static void close(Xml xml, Outcome outcome) {
        xml.close();
        outcome.write(xml);
        xml.close();
        xml.done();
    }
}
