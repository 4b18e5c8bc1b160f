package tsukasa.exposure.bom;

/// What CycloneDX asks of licences, however JSON and XML write them.
final class LicenceRules {
    private LicenceRules() {}

    /// @param alone whether an expression excludes all else, as before 1.7
    static void licenses(Node licenses, boolean alone, Remarks remarks) {
        int expressions = 0;
        for (Node item : licenses.items()) {
            boolean xml = item.name().equals("license") || item.name().equals("expression");
            boolean expression = xml ? item.name().equals("expression") : item.has("expression");
            Node license = xml ? item : item.field("license");
            boolean both = !xml && item.has("expression") && item.has("license");
            if (both) {
                remarks.add(
                        item.place(), "license と expression は一緒に使えません。", "license and expression exclude each other.");
            }
            expressions += expression ? 1 : 0;
            if (!expression) {
                license(license, item.place(), remarks);
            }
        }
        if (alone && expressions > 0 && licenses.items().size() > 1) {
            remarks.add(
                    licenses.place(),
                    "expression は、ほかのライセンスと一緒に書けません（1.7より前）。",
                    "An expression excludes other licences (before 1.7).");
        }
    }

    private static void license(Node license, Place place, Remarks remarks) {
        boolean id = !license.word("id").isEmpty();
        boolean name = !license.word("name").isEmpty();
        if (id == name) {
            remarks.add(place, "license には、id か name のどちらか1つを書きます。", "A license has either an id or a name.");
        }
        if (license.repeated() != null) {
            remarks.add(
                    place,
                    "license の " + license.repeated() + " が2つあります。",
                    "A license has " + license.repeated() + " twice.");
        }
        Node text = license.field("text");
        if (text.has("encoding") && !text.word("encoding").equals("base64")) {
            remarks.add(text.place(), "encoding に使えるのは base64 だけです。", "The only encoding is base64.");
        }
        for (Node property : license.field("properties").items()) {
            if (property.word("name").isEmpty()) {
                remarks.add(property.place(), "properties の項目に name がありません。", "A property has no name.");
            }
        }
    }
}
