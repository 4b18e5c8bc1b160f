package tsukasa.exposure.bom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.Covers;
import tsukasa.exposure.Bill;
import tsukasa.exposure.BillReading;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement.Position;
import tsukasa.kernel.Problem.Kind;
import tsukasa.vulnerability.Component;

@Covers("Ⅰ-1-(1-2)-②-a")
class BillReadingTests {
    private static final String CYCLONE = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
             "version": 2, "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "風", "version": "3"}},
             "components": [
               {"type": "library", "bom-ref": "hoshi", "group": "@yoru", "name": "hoshi", "version": "1.2", "purl": "pkg:npm/%40yoru/hoshi@1.2",
                "components": [{"type": "library", "name": "within", "version": "0.1"}]},
               {"type": "library", "name": "kumo", "cpe": "cpe:2.3:a:kumo:kumo:4.0:*:*:*:*:*:*:*"}],
             "dependencies": [{"ref": "app", "dependsOn": ["hoshi"]}, {"ref": "hoshi", "dependsOn": ["app", "hoshi"]}],
             "vulnerabilities": [
               {"id": "CVE-2026-1000", "references": [{"id": "GHSA-aaaa-bbbb-cccc"}],
                "analysis": {"state": "not_affected", "justification": "code_not_reachable", "detail": "unused"},
                "affects": [{"ref": "hoshi"}]},
               {"id": "CVE-2026-1001", "affects": [{"ref": "hoshi"}]}]}
            """;

    private final BillExample example = new BillExample();

    @Test
    void components_of_cyclonedx_are_read_with_those_within_them_and_a_cycle_does_no_harm() {
        Bill bill = example.bill(CYCLONE);
        assertThat(bill.format()).isEqualTo("CycloneDX 1.6 JSON");
        assertThat(bill.name()).isEqualTo("風 3");
        assertThat(bill.parts())
                .extracting(Part::title)
                .containsExactly("風 3", "@yoru/hoshi 1.2", "within 0.1", "kumo");
        assertThat(bill.remarked()).isZero();
        assertThat(bill.subject()).isEqualTo(bill.parts().getFirst());
    }

    @Test
    void what_a_cyclonedx_document_says_of_a_vulnerability_is_a_statement_and_one_without_analysis_is_none() {
        assertThat(example.bill(CYCLONE).statements()).singleElement().satisfies(said -> {
            assertThat(said.position()).isEqualTo(Position.NOT_AFFECTED);
            assertThat(said.vulnerabilities()).containsExactly("CVE-2026-1000", "GHSA-aaaa-bbbb-cccc");
            assertThat(said.justification()).isEqualTo("code_not_reachable");
            assertThat(said.about()).containsExactly("hoshi");
        });
    }

    @Test
    void the_same_in_xml_is_the_same() {
        Bill bill = example.bill("""
                <?xml version="1.0"?>
                <bom xmlns="http://cyclonedx.org/schema/bom/1.5" xmlns:x="urn:other" version="1">
                 <components><component type="library" bom-ref="hoshi"><group>@yoru</group><name>hoshi</name><version>1.2</version>
                   <hashes><hash alg="MD5">3942447fac867ae5cdb3229b658f4d48</hash></hashes>
                   <licenses><license><name>own</name></license></licenses><x:name>not this</x:name>
                   <purl>pkg:npm/%40yoru/hoshi@1.2</purl></component></components>
                 <vulnerabilities><vulnerability><id>CVE-2026-1000</id><analysis><state>resolved</state></analysis>
                   <affects><target><ref>hoshi</ref></target></affects></vulnerability></vulnerabilities>
                </bom>
                """);
        assertThat(bill.format()).isEqualTo("CycloneDX 1.5 XML");
        assertThat(bill.parts()).containsExactly(example.bill(CYCLONE).parts().get(1));
        assertThat(bill.statements()).singleElement().satisfies(said -> {
            assertThat(said.position()).isEqualTo(Position.FIXED);
            assertThat(said.about()).containsExactly("hoshi");
        });
        assertThat(bill.remarked()).isZero();
    }

    @Test
    void packages_of_spdx_are_the_same_in_json_yaml_tags_and_version_3() {
        Bill json = example.bill("""
                {"packages": [{"SPDXID": "SPDXRef-1", "name": "hoshi", "versionInfo": "1.2", "externalRefs": [
                   {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/hoshi@1.2"},
                   {"referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:y:hoshi:1.2:*:*:*:*:*:*:*"}]}],
                 "spdxVersion": "SPDX-2.3", "name": "例"}
                """);
        Bill yaml = example.bill("""
                spdxVersion: SPDX-2.3
                packages:
                - SPDXID: SPDXRef-1
                  name: hoshi
                  versionInfo: 1.2
                  externalRefs:
                  - {referenceType: purl, referenceLocator: "pkg:npm/hoshi@1.2"}
                  - {referenceType: cpe23Type, referenceLocator: "cpe:2.3:a:y:hoshi:1.2:*:*:*:*:*:*:*"}
                """);
        Bill tags = example.bill("""
                SPDXVersion: SPDX-2.3
                DocumentName: 例
                PackageName: hoshi
                SPDXID: SPDXRef-1
                PackageVersion: 1.2
                PackageComment: <text>two
                PackageName: not this
                lines</text>
                ExternalRef: PACKAGE-MANAGER purl pkg:npm/hoshi@1.2
                ExternalRef: SECURITY cpe23Type cpe:2.3:a:y:hoshi:1.2:*:*:*:*:*:*:*
                """);
        Bill graph = example.bill("""
                {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
                  {"type": "CreationInfo", "specVersion": "3.0.1"},
                  {"type": "security_VexNotAffectedVulnAssessmentRelationship", "from": "urn:v", "to": ["SPDXRef-1"],
                   "security_justificationType": "componentNotPresent"},
                  {"type": "security_Vulnerability", "spdxId": "urn:v", "externalIdentifier": [
                    {"externalIdentifierType": "cve", "identifier": "CVE-2026-1000"}]},
                  {"type": "software_Package", "spdxId": "SPDXRef-1", "name": "hoshi", "software_packageVersion": "1.2",
                   "software_packageUrl": "pkg:npm/hoshi@1.2", "externalIdentifier": [
                    {"externalIdentifierType": "cpe23", "identifier": "cpe:2.3:a:y:hoshi:1.2:*:*:*:*:*:*:*"}]}]}
                """);
        assertThat(json.format()).isEqualTo("SPDX 2.3 JSON");
        assertThat(tags.format()).isEqualTo("SPDX 2.3 tag-value");
        assertThat(graph.format()).isEqualTo("SPDX 3.0.1 JSON-LD");
        assertThat(json.parts())
                .hasSize(1)
                .isEqualTo(yaml.parts())
                .isEqualTo(tags.parts())
                .isEqualTo(graph.parts());
        assertThat(graph.statements()).singleElement().satisfies(said -> {
            assertThat(said.vulnerabilities()).containsExactly("CVE-2026-1000");
            assertThat(said.about()).containsExactly("SPDXRef-1");
        });
    }

    @Test
    void statements_of_openvex_and_csaf_name_products_as_they_identify_them() {
        assertThat(example.bill("""
                        {"@context": "https://openvex.dev/ns/v0.2.0", "statements": [
                          {"vulnerability": {"name": "CVE-2026-1000", "aliases": ["GHSA-aaaa-bbbb-cccc"]}, "status": "not_affected",
                           "justification": "component_not_present",
                           "products": [{"@id": "pkg:oci/app", "subcomponents": [{"@id": "pkg:npm/hoshi"}]}]}]}
                        """).statements()).singleElement().satisfies(said -> {
            assertThat(said.vulnerabilities()).containsExactly("CVE-2026-1000", "GHSA-aaaa-bbbb-cccc");
            assertThat(said.about()).containsExactly("pkg:npm/hoshi");
        });
        assertThat(example.bill("""
                        {"document": {"csaf_version": "2.0"}, "vulnerabilities": [{"cve": "CVE-2026-1000",
                          "flags": [{"label": "component_not_present", "product_ids": ["P"]}],
                          "product_status": {"known_not_affected": ["P", "no helper"]}}],
                         "product_tree": {"branches": [{"branches": [{"product": {"product_id": "P",
                           "product_identification_helper": {"purl": "pkg:npm/hoshi@1.2"}}}]}]}}
                        """).statements()).singleElement().satisfies(said -> {
            assertThat(said.justification()).isEqualTo("component_not_present");
            assertThat(said.about()).containsExactly("pkg:npm/hoshi@1.2");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE"})
    void a_document_is_read_in_any_encoding_of_unicode(String charset) {
        byte[] plain = CYCLONE.getBytes(Charset.forName(charset));
        byte[] marked = charset.startsWith("UTF-32") || charset.equals("UTF-16LE")
                ? ("\uFEFF" + CYCLONE).getBytes(Charset.forName(charset))
                : plain;
        assertThat(example.bill(marked).name()).isEqualTo("風 3");
    }

    @Test
    void a_declared_encoding_is_taken_at_its_word_and_bytes_that_are_none_of_its_characters_are_refused() {
        String xml = "<?xml version='1.0' encoding='Shift_JIS'?><bom xmlns='http://cyclonedx.org/schema/bom/1.4'>"
                + "<components><component type='library'><name>風</name></component></components></bom>";
        assertThat(example.bill(xml.getBytes(Charset.forName("Shift_JIS"))).parts())
                .extracting(Part::name)
                .containsExactly("風");
        BillReading.Refused refused = example.refusal(CYCLONE.getBytes(Charset.forName("EUC-JP")));
        assertThat(refused.why().en()).contains("encoding");
        assertThat(refused.next().ja()).contains("UTF-8");
        assertThat(example.refusal(xml.replace("Shift_JIS", "kaze-8")).why().en())
                .contains("kaze-8");
    }

    @Test
    void a_document_may_be_packed_alone_and_once() throws IOException {
        byte[] plain = CYCLONE.getBytes(StandardCharsets.UTF_8);
        assertThat(example.bill(gzip(plain)).parts()).hasSize(4);
        assertThat(example.bill(zip(plain, "bom.json")).parts()).hasSize(4);
        assertThat(example.refusal(zip(plain, "a.json", "b.json")).why().en()).contains("more than one file");
        assertThat(example.refusal(gzip(gzip(plain))).why().en()).contains("another archive");
        assertThat(example.refusal(zip(plain)).why().en()).contains("no file");
        byte[] half = java.util.Arrays.copyOf(gzip(plain), 200);
        assertThat(example.refusal(half).kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void a_bomb_ends_at_the_bound_without_being_unpacked_whole() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"bomFormat\": \"CycloneDX\", ".getBytes(StandardCharsets.UTF_8));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 520; i++) {
                out.write(spaces);
            }
        }
        assertThat(packed.size()).isLessThan(1 << 20);
        assertThat(example.refusal(packed.toByteArray()).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void document_types_and_entities_are_refused_with_their_place() {
        BillReading.Refused refused = example.refusal("""
                <?xml version="1.0"?>
                <!DOCTYPE bom [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <bom xmlns="http://cyclonedx.org/schema/bom/1.4"><components><component type="library"><name>&b;&x;</name></component></components></bom>
                """);
        assertThat(refused.why().en()).contains("Line 2").contains("DTD");
        assertThat(refused.why().ja()).contains("2行目");
        assertThat(example.refusal(
                                "<bom xmlns='http://cyclonedx.org/schema/bom/1.4'><version>&undeclared;</version></bom>")
                        .kind())
                .isEqualTo(Kind.INVALID);
    }

    @Test
    void what_is_nested_ten_thousand_levels_deep_is_refused_in_each_way_of_writing() {
        String json = "{\"bomFormat\":\"CycloneDX\",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String components = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":["
                + "{\"type\":\"library\",\"name\":\"a\",\"components\":[".repeat(3000);
        String xml = "<bom xmlns='http://cyclonedx.org/schema/bom/1.4'>" + "<a>".repeat(10_000);
        String yaml = "spdxVersion: SPDX-2.3\nx: " + "[".repeat(10_000) + "]".repeat(10_000);
        for (String deep : new String[] {json, components, xml, yaml}) {
            assertThat(example.refusal(deep).why().en()).contains("too deeply");
        }
    }

    @Test
    void a_document_that_ends_early_or_goes_on_says_so() {
        assertThat(example.refusal(CYCLONE.substring(0, 500)).why().en())
                .contains("ends in the middle")
                .contains("Line");
        assertThat(example.refusal(CYCLONE + "{}").why().en()).contains("follows the end");
        assertThat(example.refusal("<bom xmlns='http://cyclonedx.org/schema/bom/1.4'><components>")
                        .kind())
                .isEqualTo(Kind.INVALID);
        assertThat(example.refusal("").why().en()).contains("empty");
        assertThat(example.refusal("{\"a\": tru}").why().en())
                .contains("not JSON")
                .contains("Line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"components\": {}, \"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\"}",
                "{\"components\": \"none\", \"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\"}",
                "{\"bomFormat\": [\"CycloneDX\"], \"specVersion\": \"1.6\"}",
                "{\"metadata\": 7, \"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\"}",
                "{\"spdxVersion\": \"SPDX-2.3\", \"packages\": {\"a\": 1}}"
            })
    void a_member_of_the_wrong_kind_is_refused_with_its_name_and_place(String document) {
        BillReading.Refused refused = example.refusal(document);
        assertThat(refused.kind()).isEqualTo(Kind.UNPROCESSABLE);
        assertThat(refused.why().en())
                .containsPattern("Line 1, character [0-9]+: (components|bomFormat|metadata|packages)");
    }

    @Test
    void what_is_wrong_within_a_component_is_remarked_and_the_rest_is_read() {
        Bill bill = example.bill("""
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  7, {"name": 12, "version": ["1"], "scope": "often", "purl": "pkg:npm/hoshi@1.2"}]}
                """);
        assertThat(bill.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("12");
            assertThat(part.purl()).isEqualTo("pkg:npm/hoshi@1.2");
        });
        assertThat(bill.remarks())
                .extracting(remark -> remark.what().en())
                .anySatisfy(said -> assertThat(said).contains("no type"));
        assertThat(bill.remarked()).isEqualTo(5);
    }

    @Test
    void a_format_that_is_not_known_is_refused_with_those_that_are() {
        for (String unknown : new String[] {
            "{\"hello\": 1}",
            "[1, 2]",
            "hello",
            "<html></html>",
            "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"9.9\"}"
        }) {
            BillReading.Refused refused = example.refusal(unknown);
            assertThat(refused.kind()).isEqualTo(Kind.UNSUPPORTED);
            assertThat(refused.next().en()).contains("CycloneDX 1.4 to 1.7");
        }
    }

    @Test
    void a_name_without_a_version_takes_that_of_its_component_and_a_broken_name_is_none() {
        Part part = new Part(
                "", "hoshi", "1.2", "pkg:npm/hoshi", java.util.List.of("cpe:2.3:a:y:hoshi:*:*:*:*:*:*:*:*", "cpe:x"));
        assertThat(example.reader().components(part))
                .satisfiesExactly(
                        url -> assertThat(((Component.ByPackage) url).url().version())
                                .isEqualTo("1.2"),
                        cpe -> assertThat(
                                        ((Component.ByCpe) cpe).name().version().text())
                                .isEqualTo("1.2"));
        assertThat(example.reader().components(new Part("", "x", "1", "pkg:", java.util.List.of())))
                .isEmpty();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(byte[] plain, String... names) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("folder/"));
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(plain);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void a_reader_that_fails_for_another_reason_is_not_the_senders_fault() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> example.reader().read(new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the line broke");
                            }
                        }))
                .hasMessageContaining("the line broke");
    }
}
