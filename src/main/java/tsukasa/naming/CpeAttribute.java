package tsukasa.naming;

/// The eleven attributes of a CPE name in the order of the formatted string (NISTIR 7695, 5.3).
public enum CpeAttribute {
    PART("part"),
    VENDOR("vendor"),
    PRODUCT("product"),
    VERSION("version"),
    UPDATE("update"),
    EDITION("edition"),
    LANGUAGE("language"),
    SOFTWARE_EDITION("sw_edition"),
    TARGET_SOFTWARE("target_sw"),
    TARGET_HARDWARE("target_hw"),
    OTHER("other");

    private final String wellFormed;

    CpeAttribute(String wellFormed) {
        this.wellFormed = wellFormed;
    }

    /// Its name in a well-formed name, such as `target_sw`.
    public String wellFormed() {
        return wellFormed;
    }
}
