package tsukasa.exposure.bom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.Covers;
import tsukasa.exposure.Statement;

/// Since when something is said: the date of the statement, else that of its document, wherever in it that stands.
@Covers("Ⅰ-1-(1-2)-②-a")
class DatedStatementsTests {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private final BillExample example = new BillExample();

    private List<Statement> said(String document) {
        return example.bill(document.replace('\'', '"')).statements();
    }

    @Test
    void openvex_tells_a_date_for_each_statement_or_for_all() {
        assertThat(said("""
                        {'@context': 'https://openvex.dev/ns/v0.2.0', 'statements': [
                          {'vulnerability': {'name': 'CVE-2026-1'}, 'status': 'fixed', 'timestamp': '2026-04-01T09:00:00+09:00'},
                          {'vulnerability': {'name': 'CVE-2026-1'}, 'status': 'affected'}],
                         'timestamp': '2026-03-01T00:00:00Z'}
                        """)).extracting(Statement::at).containsExactly(APRIL, MARCH);
    }

    @Test
    void csaf_tells_when_it_was_released() {
        assertThat(said("""
                        {'vulnerabilities': [{'cve': 'CVE-2026-1', 'product_status': {'fixed': ['P']}}],
                         'product_tree': {'full_product_names': [{'product_id': 'P',
                           'product_identification_helper': {'purl': 'pkg:npm/hoshi@1'}}]},
                         'document': {'csaf_version': '2.0', 'tracking': {'initial_release_date': '2026-03-01T00:00:00Z',
                           'current_release_date': '2026-04-01T00:00:00Z'}}}
                        """)).extracting(Statement::at).containsExactly(APRIL);
    }

    @Test
    void cyclonedx_tells_when_an_analysis_was_updated_or_the_document_made() {
        assertThat(said("""
                        {'bomFormat': 'CycloneDX', 'specVersion': '1.6', 'vulnerabilities': [
                          {'id': 'CVE-2026-1', 'analysis': {'state': 'resolved', 'lastUpdated': '2026-04-01T00:00:00Z'}},
                          {'id': 'CVE-2026-1', 'analysis': {'state': 'exploitable'}}],
                         'metadata': {'timestamp': '2026-03-01T00:00:00Z'}}
                        """)).extracting(Statement::at).containsExactly(APRIL, MARCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-03-01", "yesterday", "+1000000000-01-01T00:00:00Z"})
    void what_is_no_date_is_none_and_the_statement_is_read_all_the_same(String written) {
        assertThat(said("""
                        {'@context': 'https://openvex.dev/ns/v0.2.0', 'timestamp': '%s', 'statements': [
                          {'vulnerability': {'name': 'CVE-2026-1'}, 'status': 'fixed'}]}
                        """.formatted(written)))
                .singleElement()
                .satisfies(statement -> assertThat(statement.at()).isNull());
    }
}
