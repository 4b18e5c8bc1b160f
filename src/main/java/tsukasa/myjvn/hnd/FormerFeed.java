package tsukasa.myjvn.hnd;

import tsukasa.kernel.Language;

/// The beginning of RSS as the yearly files have always had it.
final class FormerFeed {
    private FormerFeed() {}

    static void open(Xml xml, Language language) {
        xml.open(
                "rdf:RDF",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns:rdf",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                "xmlns",
                "http://purl.org/rss/1.0/",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms",
                "http://purl.org/dc/terms/",
                "xmlns:sec",
                "http://jvn.jp/rss/mod_sec/",
                "xsi:schemaLocation",
                "http://purl.org/rss/1.0/ https://jvndb.jvn.jp/schema/jvnrss_2.0.xsd",
                "xml:lang",
                language.tag());
    }
}
