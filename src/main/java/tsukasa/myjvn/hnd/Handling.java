package tsukasa.myjvn.hnd;

/// That everybody may have it: all of the database is public.
final class Handling {
    private Handling() {}

    static void write(Xml xml) {
        xml.open("sec:handling")
                .open("marking:Marking")
                .empty(
                        "marking:Marking_Structure",
                        "xsi:type",
                        "tlpMarking:TLPMarkingStructureType",
                        "marking_model_name",
                        "TLP",
                        "marking_model_ref",
                        "http://www.us-cert.gov/tlp/",
                        "color",
                        "WHITE")
                .close()
                .close();
    }
}
