package tsukasa.naming;

/// The ways a CPE name is written down.
public enum CpeBinding {
    /// `cpe:/a:vendor:product`, CPE 2.2 and the URI of 2.3 with the packed edition.
    URI,
    /// A URI as only CPE 2.2 writes it: with a bare `~` outside of the edition.
    URI_2_2,
    /// `cpe:2.3:a:vendor:product:…`, eleven attributes.
    FORMATTED,
    /// `wfn:[part="a", …]`, of papers and test tables.
    WELL_FORMED,
    /// `cpe://vendor:product`, CPE 1.1; read where it names one product.
    CPE_1_1
}
