package tsukasa.naming.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.naming.VersionBounds;
import tsukasa.naming.VersionConstraint;
import tsukasa.naming.VersionEvent;
import tsukasa.naming.VersionEvent.Kind;
import tsukasa.naming.VersionRange;
import tsukasa.naming.VersionRangeReading;
import tsukasa.naming.VersionScheme;

class VersionRangeTests {
    private final VersionDesk versions = new VersionDesk();

    private VersionRange range(String vers) {
        return switch (versions.read(vers)) {
            case VersionRangeReading.Read(var range) -> range;
            case VersionRangeReading.Refused refused -> throw new AssertionError(vers + ": " + refused);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "vers:semver/>=1|<2 0.9 false >=1", "vers:semver/>=1|<2 1.0.0 true >=1",
                        "vers:semver/>=1|<2 1.5 true >=1,\u00a0<2",
                "vers:semver/>=1|<2 2.0 false <2", "vers:semver/<1|!=0.5 0.5.0 false !=0.5", "vers:semver/!=2 1 true –",
                "vers:semver/!=2 2 false !=2", "vers:semver/* 9 true *",
                        "vers:semver/>=1|>=2|<3|<4 3.5 true <3,\u00a0<4",
                "vers:semver/<2|>2 2 false <2,\u00a0>2", "vers:semver/=2|>=3 2 true 2", "vers:semver/>1|<=1 1 true <=1"
            })
    void a_range_says_whether_a_version_is_in_it_and_by_which_bound(
            String vers, String version, boolean inside, String by) {
        var contained = versions.contains(range(vers), version);
        assertThat(contained.inside()).isEqualTo(inside);
        assertThat(contained.explain().en()).contains("(" + by.replace('\u00a0', ' ') + ", order semver)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vers:",
                "vers:npm",
                "vers:npm/",
                "vers:klingon/1",
                "npm/1",
                "vers:npm/>=",
                "vers:npm/1|*",
                "vers:npm/>=*",
                "vers:npm/%zz",
                "vers:npm/%ff",
                "vers:npm/1\u0007"
            })
    void what_is_no_range_is_refused(String vers) {
        assertThat(versions.read(vers)).isInstanceOf(VersionRangeReading.Refused.class);
        assertThat(versions.readCanonical(vers)).isInstanceOf(VersionRangeReading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "NPM;^0.2.3 || ~1.4;vers:npm/>=0.2.3|<0.3.0|>=1.4.0|<1.5.0",
                "NPM;1.x;vers:npm/>=1.0.0|<2.0.0",
                "NPM;1.2 - 2.3;vers:npm/>=1.2.0|<2.4.0",
                "NPM;x;vers:npm/*",
                "CARGO;1.2;vers:cargo/>=1.2.0|<2.0.0",
                "COMPOSER;~1.2 | 3.0.*@dev;vers:composer/>=1.2|<2|>=3.0|<3.1",
                "PYPI;~=1.4.2, !=1.4.5;vers:pypi/>=1.4.2|!=1.4.5|<1.5",
                "PYPI;==2.*;vers:pypi/>=2|<3",
                "PYPI;!=2.1.*;vers:pypi/<2.1|>=2.2",
                "GEM;~> 2.1, != 2.3;vers:gem/>=2.1|!=2.3|<3",
                "HEX;~> 1.0 or == 3.0.0;vers:hex/>=1.0|<2|3.0.0",
                "MAVEN;(,1.0],[1.2,);vers:maven/<=1.0|>=1.2",
                "MAVEN;[1.5];vers:maven/1.5",
                "NUGET;1.0;vers:nuget/>=1.0",
                "NUGET;(1.0,2.0];vers:nuget/>1.0|<=2.0",
                "DEB;>> 1.0, << 2:1;vers:deb/>1.0|<2:1",
                "NGINX;1.3.9+, 1.4.1+;vers:nginx/>=1.3.9|>=1.4.1|<1.5.0",
                "CONAN;^1.2 || =3;vers:conan/>=1.2|<2-|3",
                "OPENSSL;1.1.1k, 1.0.2y;vers:openssl/1.0.2y|1.1.1k"
            })
    void ecosystems_write_ranges_their_own_way(VersionScheme scheme, String given, String vers) {
        assertThat(versions.fromNative(scheme, given))
                .isInstanceOfSatisfying(
                        VersionRangeReading.Read.class,
                        read -> assertThat(versions.text(read.range())).isEqualTo(vers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"NPM;^", "NPM;>=abc", "MAVEN;[1,2", "MAVEN;(1)", "MAVEN;[1,2,3]", "PYPI;~=1", "GEM;^1", "DEB;~>1"})
    void native_ranges_that_make_no_sense_are_refused(VersionScheme scheme, String given) {
        assertThat(versions.fromNative(scheme, given)).isInstanceOf(VersionRangeReading.Refused.class);
    }

    @Test
    void hostile_ranges_are_answered() {
        for (var text : List.of(
                "^".repeat(20_000),
                "1 ".repeat(8_000),
                "|".repeat(16_000),
                "[".repeat(16_000),
                "1.".repeat(8_000),
                "=1\n")) {
            for (var scheme : VersionScheme.values()) {
                assertThat(versions.fromNative(scheme, text)).isNotNull();
            }
            assertThat(versions.read("vers:npm/" + text.repeat(5))).isNotNull();
        }
    }

    @Test
    void the_bounds_of_nvd_make_a_range() {
        assertThat(versions.text(
                        versions.between(VersionScheme.GENERIC, new VersionBounds("1.0", null, null, "1.0.2k"))))
                .isEqualTo("vers:generic/>=1.0|<1.0.2k");
        assertThat(versions.between(VersionScheme.GENERIC, new VersionBounds(null, null, null, null))
                        .everything())
                .isTrue();
    }

    @Test
    void the_events_of_osv_make_a_range() {
        assertThat(events("0")).isEqualTo("vers:npm/*");
        assertThat(events("0", Kind.FIXED, "1.2")).isEqualTo("vers:npm/<1.2");
        assertThat(events("1.0", Kind.LAST_AFFECTED, "1.2")).isEqualTo("vers:npm/>=1.0|<=1.2");
        assertThat(events("1.0", Kind.FIXED, "1.2", Kind.INTRODUCED, "2.0", Kind.LIMIT, "3.0"))
                .isEqualTo("vers:npm/>=1.0|<1.2|>=2.0|<3.0");
        var none = versions.fromEvents(VersionScheme.NPM, List.of());
        assertThat(versions.contains(none, "1.0").inside()).isFalse();
    }

    private String events(String introduced, Object... more) {
        var events = new java.util.ArrayList<VersionEvent>();
        events.add(new VersionEvent(Kind.INTRODUCED, introduced));
        for (var at = 0; at < more.length; at += 2) {
            events.addFirst(new VersionEvent((Kind) more[at], (String) more[at + 1]));
        }
        return versions.text(versions.fromEvents(VersionScheme.NPM, events));
    }

    @Test
    void a_range_agrees_with_the_order_of_its_versions() {
        var seed = 42_001L;
        System.out.println("seed of ranges: " + seed);
        var random = new Random(seed);
        for (var round = 0; round < 3_000; round++) {
            var scheme = VersionScheme.values()[random.nextInt(VersionScheme.values().length)];
            var low = AnyVersion.next(random, scheme);
            var high = AnyVersion.next(random, scheme);
            var asked = AnyVersion.next(random, scheme);
            var fromLow = versions.compare(scheme, asked, low);
            var toHigh = versions.compare(scheme, asked, high);
            for (var comparator : VersionConstraint.Comparator.values()) {
                var alone = new VersionRange(scheme, List.of(new VersionConstraint(comparator, low)));
                assertThat(versions.contains(alone, asked).inside())
                        .as("%s %s", alone, asked)
                        .isEqualTo(
                                switch (comparator) {
                                    case EQUAL -> fromLow == 0;
                                    case NOT_EQUAL -> fromLow != 0;
                                    case LESS -> fromLow < 0;
                                    case AT_MOST -> fromLow <= 0;
                                    case GREATER -> fromLow > 0;
                                    case AT_LEAST -> fromLow >= 0;
                                    case ANY -> true;
                                });
            }
            if (versions.compare(scheme, low, high) < 0) {
                var between = versions.between(scheme, new VersionBounds(low, null, null, high));
                assertThat(versions.contains(between, asked).inside())
                        .as("%s %s", between, asked)
                        .isEqualTo(fromLow >= 0 && toHigh < 0);
                assertThat(versions.readCanonical(versions.text(between)))
                        .isEqualTo(new VersionRangeReading.Read(between));
            }
        }
    }
}
