package tsukasa.myjvn.oka;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;

/// Advisories within one object of a bundle of STIX 2.1, beside the two objects that say what it is. These carry the
/// numbers that the schema of the format gives them.
@Component
class OkaStix {
    private static final String EXTENSION = "extension-definition--b2440624-45a6-11ec-81d3-0242ac130003";
    private static final String IDENTITY = "identity--298980da-697f-431b-ae10-505b3542c427";
    private static final String DEFINED = "2021-11-11T11:11:11.000Z";
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    OkaStix(Clock clock) {
        this.clock = clock;
    }

    byte[] write(List<ObjectNode> advisories, Outcome outcome) {
        Instant now = clock.instant();
        String number = number(advisories, now);
        ObjectNode whole = json.createObjectNode()
                .put("$schema", OkaDocuments.schema("myjvn_vuldef_1.0.stix.json"))
                .put("type", "bundle")
                .put("id", "bundle--" + number);
        ArrayNode objects = whole.putArray("objects");
        extension(objects.addObject());
        object(objects.addObject(), "identity", IDENTITY, DEFINED, "MyJVN API").put("identity_class", "system");
        ObjectNode all = object(
                objects.addObject(),
                "jvn-jp-sdo",
                "jvn-jp-sdo--" + number,
                WRITTEN.format(now),
                "MyJVN API VULDEF-Document embedded in STIX");
        all.putObject("extensions").putObject(EXTENSION).put("extension_type", "new-sdo");
        ArrayNode documents = all.putArray("VULDEF-Document");
        advisories.forEach(advisory -> {
            advisory.remove("$schema");
            documents.add(advisory);
        });
        OkaDocuments.status(whole.putObject("status"), outcome);
        return json.writeValueAsBytes(whole);
    }

    private static void extension(ObjectNode one) {
        object(one, "extension-definition", EXTENSION, DEFINED, "VULDEF-Document embedded in STIX")
                .put("created_by_ref", IDENTITY)
                .put("schema", "http://jvndb.jvn.jp/schema/jvn-jp-sdo.json")
                .put("version", "1.0")
                .putArray("extension_types")
                .add("new-sdo");
    }

    private static ObjectNode object(ObjectNode one, String type, String id, String moment, String name) {
        return one.put("type", type)
                .put("id", id)
                .put("spec_version", "2.1")
                .put("created", moment)
                .put("modified", moment)
                .put("name", name);
    }

    /// Another number for another content; written as one of version 4, as STIX asks.
    private static String number(List<ObjectNode> advisories, Instant now) {
        String content = now + advisories.toString();
        UUID named = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        return new UUID(named.getMostSignificantBits() & ~0xF000L | 0x4000L, named.getLeastSignificantBits())
                .toString();
    }
}
