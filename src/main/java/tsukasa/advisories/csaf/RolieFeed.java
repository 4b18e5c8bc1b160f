package tsukasa.advisories.csaf;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.advisories.CsafDocuments.Edition;
import tsukasa.vulnerability.Selections.Revision;

/// Lists advisories as ROLIE (RFC 8322) in JSON, one by one as they are read.
@Component
class RolieFeed {
    private static final String SCHEME = "urn:ietf:params:rolie:category:information-type";
    private final Places places;
    private final JsonMapper json = JsonMapper.builder().build();

    RolieFeed(Places places) {
        this.places = places;
    }

    /// @param name    such as `feed-tlp-white-2021`
    /// @param entries hands the advisories, the latest first, to whom it is given
    void write(String name, Edition edition, Instant updated, Consumer<Consumer<Revision>> entries, OutputStream out) {
        try (JsonGenerator writer = json.createGenerator(out)) {
            writer.writeStartObject();
            writer.writeObjectPropertyStart("feed");
            writer.writeStringProperty("id", "csaf-" + name);
            writer.writeStringProperty("title", "CSAF " + edition.version() + " (TLP:" + edition.label() + ") " + name);
            writer.writeArrayPropertyStart("link");
            link(writer, "self", places.csaf() + "/" + name + ".json");
            link(writer, "service", places.csaf() + "/service.json");
            writer.writeEndArray();
            writer.writeArrayPropertyStart("category");
            writer.writeStartObject();
            writer.writeStringProperty("scheme", SCHEME);
            writer.writeStringProperty("term", "csaf");
            writer.writeEndObject();
            writer.writeEndArray();
            writer.writeStringProperty("updated", CsafWriter.written(updated));
            writer.writeArrayPropertyStart("entry");
            entries.accept(revision -> entry(writer, revision, edition));
            writer.writeEndArray();
            writer.writeEndObject();
            writer.writeEndObject();
        }
    }

    private void entry(JsonGenerator writer, Revision revision, Edition edition) {
        String address = places.of(revision, edition);
        writer.writeStartObject();
        writer.writeStringProperty("id", revision.number().toString());
        writer.writeStringProperty("title", revision.title().ja());
        writer.writeArrayPropertyStart("link");
        link(writer, "self", address);
        link(writer, "hash", address + ".sha256");
        link(writer, "hash", address + ".sha512");
        link(writer, "signature", address + ".asc");
        writer.writeEndArray();
        writer.writeStringProperty("published", CsafWriter.written(revision.registered()));
        writer.writeStringProperty("updated", CsafWriter.written(revision.revised()));
        writer.writeObjectPropertyStart("content");
        writer.writeStringProperty("type", "application/json");
        writer.writeStringProperty("src", address);
        writer.writeEndObject();
        writer.writeObjectPropertyStart("format");
        writer.writeStringProperty(
                "schema",
                edition == Edition.V2_0
                        ? "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json"
                        : "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json");
        writer.writeStringProperty("version", edition.version());
        writer.writeEndObject();
        writer.writeEndObject();
    }

    private static void link(JsonGenerator writer, String rel, String address) {
        writer.writeStartObject();
        writer.writeStringProperty("rel", rel);
        writer.writeStringProperty("href", address);
        writer.writeEndObject();
    }

    /// Which feeds there are.
    byte[] service(List<String> names) {
        var service = json.createObjectNode();
        var collections = service.putObject("service")
                .putArray("workspace")
                .addObject()
                .put("title", "CSAF")
                .putArray("collection");
        for (String name : names) {
            collections
                    .addObject()
                    .put("title", name)
                    .put("href", places.csaf() + "/" + name + ".json")
                    .putObject("categories")
                    .putArray("category")
                    .addObject()
                    .put("scheme", SCHEME)
                    .put("term", "csaf");
        }
        return json.writeValueAsBytes(service);
    }
}
