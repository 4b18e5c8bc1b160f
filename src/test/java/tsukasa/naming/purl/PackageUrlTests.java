package tsukasa.naming.purl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.naming.PackageUrlReading;

class PackageUrlTests {
    private final PurlDesk urls = new PurlDesk();

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "pkg:npm/@acme/writer@1.2.3 pkg:npm/%40acme/writer@1.2.3",
                "PKG:PyPI/My_Tool@1.0 pkg:pypi/my-tool@1.0",
                "pkg://deb/Debian/tar@1:2.0+b1?arch=amd64&ARCH2= pkg:deb/debian/tar@1:2.0%2Bb1?arch=amd64",
                "pkg:golang/example.org/a/b@v1#/./sub//dir/../x pkg:golang/example.org/a/b@v1#sub/dir/x",
                "pkg:generic/a%20b@%E6%97%A5 pkg:generic/a%20b@%E6%97%A5"
            })
    void a_package_url_is_put_into_canonical_form(String given, String canonical) {
        assertThat(urls.read(given)).isInstanceOfSatisfying(PackageUrlReading.Read.class, read -> {
            assertThat(urls.text(read.url())).isEqualTo(canonical);
            assertThat(urls.read(canonical)).isEqualTo(read);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pkg:",
                "pkg:npm",
                "pkg:npm/",
                "pkg:npm//",
                "pkg:npm/@1",
                "npm/a",
                "pkg:n%70m/a",
                "pkg:1x/a",
                "pkg:npm/a?b",
                "pkg:npm/a?a b=c",
                "pkg:npm/a?x=1&X=2",
                "pkg:npm/a@%zz",
                "pkg:npm/a@%ff",
                "pkg:npm/a%00",
                "pkg:npm/a\u0007",
                "pkg:swift/Tool@1",
                "pkg:vcpkg/x/y"
            })
    void what_is_no_package_url_is_refused(String text) {
        assertThat(urls.read(text)).isInstanceOf(PackageUrlReading.Refused.class);
    }

    @Test
    void hostile_package_urls_are_refused() {
        for (var text :
                new String[] {"pkg:npm/" + "a/".repeat(1_000_000), "pkg:npm/" + "%".repeat(8_000), "@".repeat(9_000)}) {
            assertThat(urls.read(text)).isInstanceOf(PackageUrlReading.Refused.class);
        }
    }

    @Test
    void a_built_url_is_read_as_it_was_built() {
        var qualifiers = new TreeMap<String, String>();
        qualifiers.put("Repository_URL", "https://example.org/a b");
        var built = urls.build("maven", "org.example", "tool", "1.0", qualifiers, "doc/100%");
        assertThat(built)
                .isInstanceOfSatisfying(
                        PackageUrlReading.Read.class,
                        read -> assertThat(urls.readStrictly(urls.text(read.url())))
                                .isEqualTo(read));
    }
}
