package tsukasa.myjvn.hnd;

/// The root of answers that are neither RSS nor VULDEF.
final class ResultElement {
    private ResultElement() {}

    static void open(Xml xml) {
        xml.open(
                "Result",
                "version",
                "3.3",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns",
                "http://jvndb.jvn.jp/myjvn/Results",
                "xmlns:mjres",
                "http://jvndb.jvn.jp/myjvn/Results",
                "xmlns:mjstat",
                "http://jvndb.jvn.jp/myjvn/Statistics",
                "xmlns:status",
                "http://jvndb.jvn.jp/myjvn/Status",
                "xsi:schemaLocation",
                "http://jvndb.jvn.jp/myjvn/Results https://jvndb.jvn.jp/schema/results_3.3.xsd");
    }
}
