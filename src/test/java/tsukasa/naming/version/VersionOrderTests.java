package tsukasa.naming.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.naming.NumericVersion;
import tsukasa.naming.VersionScheme;

class VersionOrderTests {
    /// Each row is a list from the earliest to the latest.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GENERIC | 1.0-dev < 1.0alpha < 1.0-beta1 < 1.0b2 < 1.0-M1 < 1.0pre3 < 1.0rc1 < 1.0 < 1.0a < 1.0sp1 < 1.0.1 < 1.9 < 1.10
            GENERIC | 1.1.1 < 1.1.1k < 1.1.1l < 1.1.1za < 3.0
            GENERIC | 2.8.123 < 2.8.123d < 2.8.123e < 2.8.124
            GENERIC | 9.3.0 < 9.3.0.1 < 9.3.0.1a < 9.3.0.2
            GENERIC | r2 < R12 < r13
            GENERIC | v1.2 < version 1.3 < V1.4
            GENERIC | 2019-12-31 < 2020.01.02 < 2020/01/10
            GENERIC | 12.2(11) < 12.2(11)t < 12.2(11)t5 < 12.2(12)
            GENERIC | 5.1 < 5.1+build.9 < 5.1+build.10 < 5.1.1
            MAVEN | 1-alpha < 1-beta-1 < 1-m2 < 1-rc1 < 1-SNAPSHOT < 1 < 1-sp < 1-jre8 < 1-1 < 1.1
            NPM | 1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-alpha.beta < 1.0.0-beta.2 < 1.0.0-beta.11 < 1.0.0-rc.1 < 1.0.0 < 1.2.0
            GOLANG | v0.0.0-20190101000000-abcdefabcdef < v0.0.0-20200101000000-000000000000 < v1.2.3 < v2.0.0+incompatible
            NUGET | 1.0.0-BETA < 1.0.0-rc < 1.0 < 1.0.0.1
            PYPI | oldest-word < 1.dev0 < 1.0a1 < 1.0b2 < 1.0b2.post345.dev456 < 1.0rc1 < 1.0 < 1.0+abc.5 < 1.0+5 < 1.0.post1 < 1.1.dev1 < 1!0.1
            GEM | 1.0.a < 1.0.b2 < 1.0 < 1.0.1 < 1.1.pre < 1.1
            DEB | 1.0~~ < 1.0~beta1 < 1.0~rc1-1 < 1.0 < 1.0-1 < 1.0-1+deb10u1 < 1.0-1.1 < 1.0a < 1.0+git1-1 < 1:0.1
            RPM | 1.0~rc1-1 < 1.0-1 < 1.0-1.el8 < 1.0-2 < 1.0^git1-1 < 1.0a-1 < 1.0.1-1 < 1:0.5-1
            APK | 1.2_alpha < 1.2_rc1 < 1.2 < 1.2-r1 < 1.2_p1 < 1.2a < 1.2.0
            GENTOO | 1.01 < 1.1 < 1.1-r1 < 1.1b < 1.1.1
            ALPM | 1.0alpha < 1.0b < 1.0 < 1.0.1 < 1:0.1
            OPENSSL | 1.0.2 < 1.0.2a < 1.0.2z < 1.0.2za < 1.1.1-pre1 < 1.1.1 < 3.0.0-alpha1 < 3.0.0
            CONAN | 1.0-pre1 < 1.0 < 1.0+b1 < 1.0+b2 < 1.1 < 1.1a < 1.a
            DATETIME | no date < 2024-01-01T00:00:00+02:00 < 2023-12-31T23:00:00Z < 2024-01-01
            LEXICOGRAPHIC | 10 < 9 < A < a < z
            """)
    void each_scheme_orders_as_its_ecosystem_does(VersionScheme scheme, String row) {
        var versions = List.of(row.split(" < "));
        for (var left = 0; left < versions.size(); left++) {
            for (var right = 0; right < versions.size(); right++) {
                assertThat(Integer.signum(Orders.of(scheme).compare(versions.get(left), versions.get(right))))
                        .as("%s: %s, %s", scheme, versions.get(left), versions.get(right))
                        .isEqualTo(Integer.compare(left, right));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GENERIC,1.0,1",
        "GENERIC,1.0.0-rc1,1.0-RC1",
        "GENERIC,v2.5.0,2.5.0.Final",
        "GENERIC,1.2_3,1.2-3",
        "MAVEN,1.0.0,1-ga",
        "NPM,v1.2.3,1.2.3+build",
        "PYPI,1.0.0,1.0",
        "PYPI,1.0-1,1.0.post1",
        "PYPI,1.0alpha,1.0a0",
        "GEM,1.0.0,1",
        "DEB,0:1.0-0,1.0",
        "RPM,1.0_1,1.0.1",
        "ALPM,1.0-1,1.0",
        "NUGET,1.0.01,1.0.1.0",
        "CONAN,1,1.0.0"
    })
    void versions_written_differently_may_be_the_same(VersionScheme scheme, String one, String other) {
        assertThat(Orders.of(scheme).compare(one, other)).isZero();
        assertThat(Orders.of(scheme).compare(other, one)).isZero();
    }

    @ParameterizedTest
    @EnumSource(VersionScheme.class)
    void every_order_is_an_order(VersionScheme scheme) {
        var seed = 20_260_401L + scheme.ordinal();
        System.out.println("seed of " + scheme + ": " + seed);
        var random = new Random(seed);
        var order = Orders.of(scheme);
        var versions = new ArrayList<String>();
        for (var count = 0; count < 50; count++) {
            versions.add(AnyVersion.next(random, scheme));
        }
        for (var one : versions) {
            assertThat(order.compare(one, one)).as("%s with itself", one).isZero();
            for (var other : versions) {
                var there = Integer.signum(order.compare(one, other));
                assertThat(there).as("«%s» «%s»", one, other).isEqualTo(-Integer.signum(order.compare(other, one)));
                for (var third : versions) {
                    if (there <= 0 && order.compare(other, third) <= 0 && order.compare(one, third) > 0) {
                        fail("«%s» ≤ «%s» ≤ «%s», but not from the first to the last", one, other, third);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VersionScheme.class)
    void hostile_versions_are_answered(VersionScheme scheme) {
        var order = Orders.of(scheme);
        var hostile = List.of(
                "",
                " ",
                "\u0000\u0007",
                "1".repeat(1_000_000),
                "1.".repeat(200_000),
                "0.".repeat(200_000) + "1",
                "1-".repeat(200_000),
                "a".repeat(500_000),
                "~".repeat(100_000),
                "\\".repeat(10_000),
                "1:".repeat(50_000),
                "_p".repeat(100_000),
                "１．２",
                "1.0\ud800",
                "-",
                "+",
                ":",
                "(((",
                "1.0-r");
        for (var one : hostile) {
            assertThat(Integer.signum(order.compare(one, "1.0"))).isEqualTo(-Integer.signum(order.compare("1.0", one)));
            assertThat(order.compare(one, new String(one))).isZero();
        }
    }

    @Test
    void sorting_does_not_depend_on_where_versions_stood() {
        var sorted = List.of("1.0-dev", "1.0rc1", "1.0", "1.0a", "1.0.1", "1.9", "1.10", "2");
        var mixed = new ArrayList<>(sorted);
        Collections.shuffle(mixed, new Random(7));
        mixed.sort(Orders.of(VersionScheme.GENERIC));
        assertThat(mixed).isEqualTo(sorted);
    }

    /// What is found by one number for each must be what their signs say.
    @Test
    void versions_that_are_numbers_rank_as_their_signs_order_them() {
        var random = new Random(11);
        var versions = new ArrayList<String>(
                List.of("", "0", ".", "1", "1.0", "01.0", "1..2", "1.0.2", "1.0.0.0.0", "32767.65535"));
        for (var made = 0; made < 300; made++) {
            var version = new StringBuilder();
            for (var places = random.nextInt(5); places >= 0; places--) {
                version.append(random.nextInt(random.nextBoolean() ? 3 : 65_536))
                        .append(places == 0 ? "" : ".");
            }
            versions.add(version.toString());
        }
        for (var one : versions) {
            for (var other : versions) {
                assertThat(Integer.signum(Orders.of(VersionScheme.GENERIC).compare(one, other)))
                        .as("%s, %s", one, other)
                        .isEqualTo(Integer.signum(GenericOrder.bySigns(one, other)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2a", "1-2", "32768.1", "1.65536", "1.2.3.4.5", "99999999999999999999", "１.2", "-1", " 1"})
    void what_does_not_fit_has_no_rank(String version) {
        assertThat(NumericVersion.of(version)).isEqualTo(NumericVersion.NONE);
    }
}
